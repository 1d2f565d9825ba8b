import type { SalesforceId } from '../../shared/ids.ts';
import type { SalesforceClient } from './client.ts';
import { list, queryAll } from './query.ts';

/** What became of an Account; `gone` is what a query does not find: hidden, or out of the bin. */
export type AccountFate = { is: 'here'; id: SalesforceId } | { is: 'deleted' } | { is: 'gone' };

/** An id takes 26 bytes of a query's address, of which 16,384 are what Salesforce documents. */
const IDS_A_QUERY = 500;
/** Nobody merges that often; a circle must not hold us for ever. */
const LONGEST_CHAIN = 25;

interface Known {
  isDeleted: boolean;
  masterId: SalesforceId | null;
}

/**
 * What became of Accounts, merges followed to where they end. One API call for up to 2,500, and
 * another for each further link of the longest chain. Any org answers, with person accounts or not.
 */
export async function accountFatesOf(
  client: SalesforceClient,
  ids: Iterable<SalesforceId>,
): Promise<Map<SalesforceId, AccountFate>> {
  const wanted = [...new Set(ids)];
  const known = new Map<SalesforceId, Known | null>();
  let next = wanted;
  for (let step = 0; step < LONGEST_CHAIN && next.length > 0; step += 1) {
    for (const id of next) known.set(id, null);
    for (const [id, one] of await ask(client, next)) known.set(id, one);
    const masters = [...known.values()].flatMap((one) =>
      one?.isDeleted === true && one.masterId !== null ? one.masterId : [],
    );
    next = [...new Set(masters)].filter((id) => !known.has(id));
  }
  return new Map(wanted.map((id) => [id, fateOf(id, known)]));
}

async function ask(
  client: SalesforceClient,
  ids: SalesforceId[],
): Promise<[SalesforceId, Known][]> {
  const parts = Array.from({ length: Math.ceil(ids.length / IDS_A_QUERY) }, (_, index) =>
    ids.slice(index * IDS_A_QUERY, (index + 1) * IDS_A_QUERY),
  );
  const answers = await queryAll(
    client,
    parts.map(
      (some) => `SELECT Id, IsDeleted, MasterRecordId FROM Account WHERE Id IN ${list(some)}`,
    ),
    { deleted: true },
  );
  return answers.flat().map((record) => [
    String(record.Id) as SalesforceId,
    {
      isDeleted: record.IsDeleted === true,
      masterId: (record.MasterRecordId ?? null) as SalesforceId | null,
    },
  ]);
}

function fateOf(id: SalesforceId, known: ReadonlyMap<SalesforceId, Known | null>): AccountFate {
  const seen = new Set<SalesforceId>();
  for (let at = id; !seen.has(at);) {
    seen.add(at);
    const one = known.get(at);
    // Merged into what the worker's user does not see: that is what it is all the same.
    if (!one) return at === id ? { is: 'gone' } : { is: 'here', id: at };
    if (!one.isDeleted) return { is: 'here', id: at };
    if (one.masterId === null) break;
    at = one.masterId;
  }
  return { is: 'deleted' };
}
