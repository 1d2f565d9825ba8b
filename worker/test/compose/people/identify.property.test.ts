import fc from 'fast-check';
import { expect, it } from 'vitest';
import { identify } from '../../../src/compose/people/identify.ts';
import { mergePeople } from '../../../src/compose/people/merge-people.ts';
import { loadPeople } from '../../../src/compose/people/person.ts';
import { transaction } from '../../../src/shared/database/pool.ts';
import type { OrgId, PersonId } from '../../../src/shared/ids.ts';
import { settingsShape } from '../../../src/shared/orgs.ts';
import { useDatabase } from '../use-database.ts';
import { counts, shuffled, type Told } from './humans.ts';

const { pool, newOrg } = useDatabase();

/** Tells the books, some at a time, as the worker would; the names that stand together then. */
async function partition(told: Told[], atOnce: number, acrossShops: boolean): Promise<string[]> {
  const org = await newOrg();
  const policy = settingsShape.parse({ matching: { emailAcrossShops: acrossShops } });
  for (const batch of inBatches(told, atOnce)) {
    for (const shop of new Set(batch.map((one) => one.shop))) {
      const mentions = batch.filter((one) => one.shop === shop).map(({ mention }) => mention);
      for (const found of await identify(pool(), org, shop, mentions, policy))
        for (const loser of found?.same ?? []) await merge(org, found?.person ?? loser, loser);
    }
  }
  const { rows } = await pool().query<{ key: string; id: string }>(
    'select key, person_id as id from cartbridge.person_key where org_id = $1 order by key',
    [org],
  );
  const groups = Map.groupBy(
    rows.filter(({ key }) => counts(key, acrossShops)),
    ({ id }) => id,
  );
  return [...groups.values()].map((names) => names.map(({ key }) => key).join(' ')).sort();
}

/** Two mentions of one batch may ask for the same. */
async function merge(org: OrgId, winner: PersonId, loser: PersonId): Promise<void> {
  if (!(await loadPeople(pool(), [loser])).has(loser)) return;
  await transaction(pool(), (db) => mergePeople(db, org, { winner, loser }));
}

function inBatches(told: Told[], size: number): Told[][] {
  return told.flatMap((_, at) => (at % size === 0 ? [told.slice(at, at + size)] : []));
}

it('the books end with the same people in whatever order and batches the deliveries came', async () => {
  await fc.assert(
    fc.asyncProperty(
      shuffled,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      async ([told, again], size, otherSize, acrossShops) => {
        const people = await partition(told, size, acrossShops);

        expect(await partition(again, otherSize, acrossShops)).toEqual(people);
      },
    ),
    { numRuns: 25 },
  );
});
