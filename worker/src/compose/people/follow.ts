import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { fatesOf, type Fate, type Here } from '../../deliver/salesforce/fates.ts';
import type { PersonRecord } from '../../deliver/salesforce/person-records.ts';
import { transaction, type Client, type Pool } from '../../shared/database/pool.ts';
import type { OrgId, PersonId, SalesforceId } from '../../shared/ids.ts';
import { lockRegister } from './identify.ts';
import {
  besideRecord,
  enterRecord,
  forgetFormer,
  knownLinks,
  leaveRecord,
  lockLinked,
  renameFormer,
  type Known,
  type Linked,
} from './links.ts';
import { withPeopleLocked } from './lock-people.ts';
import { mergePeople } from './merge-people.ts';
import { askAboutSurplus, loadMerging } from './merging.ts';
import { dropLink, letFollow } from './person.ts';
import { nameByAddress, refreshPeople } from './refresh.ts';
import { bySeniority } from './seniority.ts';

export interface FollowOptions {
  /** Records whose present state was just read: they are not asked for. */
  told?: ReadonlyMap<SalesforceId, PersonRecord>;
  /** People the caller holds the locks of. */
  held?: ReadonlySet<PersonId>;
}

export interface Followed {
  /** People who are another record now, or none any more. */
  moved: PersonId[];
  /** Records whose people another worker is busy with: to be asked for again in a moment. */
  busy: SalesforceId[];
}

/** A record that is no longer what the books say, and what became of it. */
interface News extends Known {
  fate: Fate;
}

/**
 * Brings the books to what Salesforce's users did to these records: merged, converted, deleted,
 * undeleted or changed them. Records the books do not know cost nothing; those they know cost an API
 * call together, unless they are told. Nothing is ever created, and doing it twice is doing it once.
 */
export async function follow(
  pool: Pool,
  client: SalesforceClient,
  ids: SalesforceId[],
  { told, held = new Set() }: FollowOptions = {},
): Promise<Followed> {
  const org = client.org.id;
  const known = ids.length > 0 ? await knownLinks(pool, org, ids) : [];
  if (known.length === 0) return { moved: [], busy: [] };
  const fates = await fatesOf(
    client,
    known.map(({ salesforceId }) => salesforceId),
    told,
  );
  const all = known.flatMap((one): News | [] => {
    const fate = fates.get(one.salesforceId);
    return fate ? { ...one, fate } : [];
  });
  await refreshPeople(
    pool,
    org,
    all.flatMap(({ person, fate, as, salesforceId }) =>
      as === 'Link' && fate.is === 'here' && fate.id === salesforceId ? { person, here: fate } : [],
    ),
  );
  return applyAll(pool, org, all.filter(isNews), held);
}

function isNews({ as, fate, salesforceId }: News): boolean {
  const isItself = fate.is === 'here' && fate.id === salesforceId;
  return as === 'Deleted' ? fate.is === 'here' : !isItself;
}

async function applyAll(
  pool: Pool,
  org: OrgId,
  news: News[],
  held: ReadonlySet<PersonId>,
): Promise<Followed> {
  const moved = new Set<PersonId>();
  const busy: SalesforceId[] = [];
  if (news.length === 0) return { moved: [], busy };
  const targets = news.flatMap(({ fate }) => (fate.is === 'here' ? fate.id : []));
  const holders = (await knownLinks(pool, org, targets)).filter(({ as }) => as !== 'Deleted');
  const needed = [...news, ...holders].map(({ person }) => person).filter((id) => !held.has(id));
  await withPeopleLocked(pool, [...new Set(needed)], async (mine) => {
    const isMine = (id: PersonId): boolean => held.has(id) || mine.has(id);
    for (const one of news) {
      const result = await transaction(pool, (client) => apply(client, org, one, isMine));
      if (result === 'busy') busy.push(one.salesforceId);
      else for (const id of result) moved.add(id);
    }
  });
  return { moved: [...moved], busy };
}

/** What one record's fate means for its person, by the books of this moment. */
async function apply(
  client: Client,
  org: OrgId,
  { salesforceId, person, as, fate }: News,
  isMine: (id: PersonId) => boolean,
): Promise<PersonId[] | 'busy'> {
  await lockRegister(client, org);
  const target = fate.is === 'here' ? fate : null;
  // Beside whom the target stands as one too many: they are the same human as whoever becomes it.
  const beside = target ? await besideRecord(client, org, target.id) : [];
  const all = await lockLinked(client, org, [person, ...beside], target ? [target.id] : []);
  if (!all.every(({ id }) => isMine(id))) return 'busy';
  const owner = all.find(({ id }) => id === person);
  if (!owner) return [];
  if (as === 'Link') {
    // Somebody followed it before.
    if (owner.salesforceId !== salesforceId) return [];
    if (!target) {
      await leaveRecord(client, org, owner, 'Deleted');
      // Of a Lead that was converted before, what points at it still does.
      if (owner.object === 'Lead') await letFollow(client, [person]);
      return [person];
    }
    // The Contact in a person account is no record the person left.
    if (target.left) await leaveRecord(client, org, owner, target.left);
    else await dropLink(client, org, person);
    const linked = all.filter(({ id, salesforceId: its }) => id === person || its === target.id);
    const now = await settle(client, org, owner, linked, target);
    // Who was the record as well as beside it is the same person by now.
    const others = beside.filter((id) => !linked.some((one) => one.id === id));
    return uniteAll(client, org, now, others);
  }
  if (owner.salesforceId === salesforceId) {
    // It was found by a search before it was heard of.
    await forgetFormer(client, org, salesforceId);
    return [];
  }
  if (as === 'Surplus' || owner.salesforceId !== null) {
    await renameFormer(client, org, salesforceId, formerly(salesforceId, fate));
    if (as === 'Deleted' && target?.id === salesforceId)
      await standBeside(client, org, person, target);
    const others = all.filter(({ id }) => target && id !== person).map(({ id }) => id);
    return others.length > 0 ? uniteAll(client, org, person, others) : [];
  }
  // Out of the bin again, itself or as what it was made into since.
  return target ? [await settle(client, org, owner, all, target)] : [];
}

/** Somebody is another record by now: the one out of the bin is emptied, and people are asked. */
async function standBeside(client: Client, org: OrgId, id: PersonId, back: Here): Promise<void> {
  const person = (await loadMerging(client, org, [id])).get(id);
  if (!person) return;
  await askAboutSurplus(client, org, id, person, { object: back.object, id: back.id });
  await letFollow(client, [id]);
}

/**
 * Of a record that was made into one which somebody else is, or which stands beside somebody else's
 * own: they are one human all the same. Which of their records stays is decided as ever.
 */
async function uniteAll(
  client: Client,
  org: OrgId,
  person: PersonId,
  others: PersonId[],
): Promise<PersonId[]> {
  for (const loser of others)
    if (loser !== person) await mergePeople(client, org, { winner: person, loser });
  return [person];
}

function formerly(id: SalesforceId, fate: Fate): 'Merged' | 'Converted' | 'Deleted' | 'Surplus' {
  if (fate.is !== 'here') return 'Deleted';
  return fate.id === id ? 'Surplus' : (fate.left ?? 'Merged');
}

/** The person becomes the record; who was it already is the same human. */
export async function settle(
  client: Client,
  org: OrgId,
  owner: Linked,
  all: Linked[],
  here: Here,
): Promise<PersonId> {
  let winner = { ...owner, object: null };
  for (const other of all) {
    if (other.id === owner.id) continue;
    const [first, second] = [winner, { ...other, object: null }].sort(bySeniority);
    if (!first || !second) continue;
    await mergePeople(client, org, { winner: first.id, loser: second.id });
    winner = first;
  }
  await enterRecord(client, org, winner.id, here);
  if (here.email !== null) await nameByAddress(client, org, winner.id, here.email);
  return winner.id;
}
