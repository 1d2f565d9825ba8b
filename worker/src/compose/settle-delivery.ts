import { isDeepStrictEqual } from 'node:util';
import type { Delivered, UnitResult } from '../deliver/deliver.ts';
import { rowName, type Unit } from '../deliver/row.ts';
import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import { personContactsOf } from '../deliver/salesforce/person-accounts.ts';
import { transaction, type Pool } from '../shared/database/pool.ts';
import { asFailure, type Failure } from '../shared/failure.ts';
import type { PersonId, RecordKey, SalesforceId, ShopId } from '../shared/ids.ts';
import type { CartBlock } from './books/cart-block.ts';
import { followAccounts } from './companies/follow-accounts.ts';
import { joinCampaigns } from './people/campaigns.ts';
import { creatingOf, objectOf } from './people/creating.ts';
import { follow } from './people/follow.ts';
import {
  lockPersonRows,
  personRowKey,
  saveLessons,
  type Lesson,
  type Person,
} from './people/person.ts';
import { resolveDuplicate } from './resolve-duplicate.ts';
import type { Outcome } from './task.ts';
import type { Units } from './units.ts';

/**
 * Records what a delivery taught about people, and says what became of each record. The caller holds
 * the people's locks. Where Salesforce no longer has somebody as the books do, it is asked what
 * became of them: one API call for all, and none without such a loss.
 */
export async function settleDelivery(
  pool: Pool,
  client: SalesforceClient,
  shop: ShopId,
  people: Map<PersonId, Person>,
  { units, blocks, accounts, problems, owners }: Units,
  delivered: Delivered,
): Promise<Map<RecordKey, Outcome>> {
  const outcomes = new Map<RecordKey, Outcome>();
  const lost = new Set<PersonId>();
  for (const unit of units) {
    const result = delivered.units.get(unit.key);
    if (!result) throw new Error(`Nothing was delivered for ${unit.key}.`);
    const mine = (owners.get(unit.key) ?? []).flatMap((id) => people.get(id) ?? []);
    const failure = result.ok
      ? null
      : await resolveDuplicate(pool, client, shop, mine, unit, result.failure);
    if (failure?.kind === 'link_lost') for (const person of mine) lost.add(person.id);
    outcomes.set(
      unit.key,
      failure ? { result: 'failed', failure } : done(result, problems.get(unit.key) ?? []),
    );
  }
  const learnt = [...people.values()].flatMap((person) =>
    lost.has(person.id)
      ? []
      : lessonOf(client, person, blocks.get(person.id), accounts.get(person.id), delivered),
  );
  const lessons = await withContacts(client, learnt);
  if (lessons.length > 0) {
    await transaction(pool, async (db) => {
      await lockPersonRows(
        db,
        lessons.map(({ id }) => id),
      );
      await saveLessons(db, lessons);
    });
  }
  if (lessons.some(({ campaign }) => campaign !== undefined)) await joinCampaigns(pool, client);
  const failure = await followLost(pool, client, people, lost, accountsNamed(units, outcomes));
  if (!failure) return outcomes;
  // The batch is written by now: only those who were lost fail, and by what kept them lost.
  for (const [key, outcome] of outcomes)
    if (outcome.result === 'failed' && outcome.failure.kind === 'link_lost')
      outcomes.set(key, { result: 'failed', failure });
  return outcomes;
}

/** New person accounts come with a Contact of their own: one API call, and none without such. */
async function withContacts(client: SalesforceClient, lessons: Lesson[]): Promise<Lesson[]> {
  const made = lessons.flatMap(({ link }) =>
    // What a trial made up is in no org.
    link?.object === 'Account' && link.id.startsWith('001') ? link.id : [],
  );
  if (made.length === 0) return lessons;
  const contacts = await personContactsOf(client, made).catch(() => new Map<string, never>());
  return lessons.map((lesson) => {
    const contactId = lesson.link && contacts.get(lesson.link.id);
    return contactId ? { ...lesson, contactId } : lesson;
  });
}

/** Accounts that refused records point at: one of them may be what was lost. */
function accountsNamed(units: Unit[], outcomes: Map<RecordKey, Outcome>): SalesforceId[] {
  const lost = units.filter(({ key }) => {
    const outcome = outcomes.get(key);
    return outcome?.result === 'failed' && outcome.failure.kind === 'link_lost';
  });
  const references = lost.flatMap(({ rows }) =>
    rows.flatMap((row) => Object.values({ ...row.createReferences, ...row.references })),
  );
  return references.flatMap(({ by }) => ('id' in by && by.id.startsWith('001') ? by.id : []));
}

/** What they became is theirs at the next try. */
async function followLost(
  pool: Pool,
  client: SalesforceClient,
  people: Map<PersonId, Person>,
  lost: Set<PersonId>,
  named: SalesforceId[],
): Promise<Failure | null> {
  const links = [...lost].flatMap((id) => people.get(id)?.link?.id ?? []);
  try {
    await follow(pool, client, links, { held: new Set(people.keys()) });
    await followAccounts(pool, client, named);
    return null;
  } catch (error) {
    return asFailure(error);
  }
}

/** Nothing where their record was not written, or where the books say the same already. */
function lessonOf(
  client: SalesforceClient,
  person: Person,
  cartBlock: CartBlock | undefined,
  accountId: SalesforceId | undefined,
  delivered: Delivered,
): Lesson | [] {
  const object = objectOf(person, client.org.settings);
  const { campaignId } = creatingOf(client.org.settings, person);
  const id = object && delivered.ids.get(rowName({ object, key: personRowKey(person.id) }));
  if (!id) return [];
  const isNews = cartBlock !== undefined && !isDeepStrictEqual(cartBlock, person.cartBlock);
  if (person.link && !isNews) return [];
  return {
    id: person.id,
    ...(!person.link && { link: { object, id } }),
    ...(!person.link && accountId !== undefined && { accountId }),
    ...(!person.link && campaignId !== null && { campaign: campaignId as SalesforceId }),
    ...(isNews && { cartBlock }),
  };
}

function done(result: UnitResult, problems: unknown[]): Outcome {
  if (!result.ok) throw new Error('A failed delivery is not done.');
  const details = {
    rows: result.wrote,
    ...(result.repairs.length > 0 && { repairs: result.repairs }),
    ...(problems.length > 0 && { problems }),
  };
  return { result: result.wrote > 0 ? 'written' : 'unchanged', details };
}
