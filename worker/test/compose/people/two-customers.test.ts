import { expect, it } from 'vitest';
import { identify, type Mention } from '../../../src/compose/people/identify.ts';
import { loadPeople } from '../../../src/compose/people/person.ts';
import { withOwners, type Named } from '../../../src/compose/people/whose.ts';
import type { OrgId, PersonId, RecordKey, ShopId } from '../../../src/shared/ids.ts';
import { settingsShape } from '../../../src/shared/orgs.ts';
import { instantOf } from '../../../src/shared/time.ts';
import { useDatabase } from '../use-database.ts';

const { pool, newOrg } = useDatabase();
const SHOP = 'bc1' as ShopId;
const KEY = 'bc1:customer:12' as RecordKey;
const EMAIL = 'kim@example.com';

const lookUp = (org: OrgId, mention: Mention) =>
  identify(pool(), org, SHOP, [mention], settingsShape.parse({}));

/** What the record of customer 12 says, and whose it is by the books of now. */
async function name(org: OrgId, absorbed: string[] = []): Promise<Named> {
  const mention = { customerId: '12', email: EMAIL, absorbed };
  const said = { firstName: null, lastName: null, company: null, phone: null, raw: null };
  const profile = { email: EMAIL, ...said };
  const word = { profile, rank: 'customer', saidAt: instantOf(new Date()) } as const;
  const found = await lookUp(org, mention);
  const mentioned = [{ key: KEY, mention, word }];
  return { mentioned, found, prior: new Map(), failed: new Map() };
}

/** A guest, and a customer who takes their address only with `name`. */
async function guestAndCustomer(): Promise<OrgId> {
  const org = await newOrg();
  await lookUp(org, { customerId: null, email: EMAIL });
  await lookUp(org, { customerId: '12', email: 'kim@old.example.com' });
  return org;
}

const guestRegisters = (org: OrgId) => lookUp(org, { customerId: '11', email: EMAIL });

const peopleIn = ({ found }: Named): PersonId[] =>
  found.flatMap((one) => (one ? [one.person, ...one.same] : []));

it('a guest who became another customer of the shop meanwhile is not merged', async () => {
  const org = await guestAndCustomer();
  const named = await name(org);
  expect(peopleIn(named)).toHaveLength(2);
  // Another worker, before this one holds the two.
  await guestRegisters(org);

  const work = withOwners(pool(), org, named, [KEY], () => Promise.resolve());

  await expect(work).rejects.toMatchObject({ kind: 'person_busy' });
  expect((await loadPeople(pool(), peopleIn(named))).size).toBe(2);
  const again = await name(org);
  expect(again.found, 'asked afresh, the two are told apart').toMatchObject([{ same: [] }]);
  await withOwners(pool(), org, again, [KEY], ({ busy }) => {
    expect([...busy]).toEqual([]);
    return Promise.resolve();
  });
});

it('customers whom the shop itself made into one are merged', async () => {
  const org = await guestAndCustomer();
  await guestRegisters(org);
  const named = await name(org, ['11']);
  expect(peopleIn(named)).toHaveLength(2);

  await withOwners(pool(), org, named, [KEY], () => Promise.resolve());

  expect((await loadPeople(pool(), peopleIn(named))).size).toBe(1);
});
