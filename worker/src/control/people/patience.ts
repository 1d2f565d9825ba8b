import { setTimeout as wait } from 'node:timers/promises';
import type { Followed } from '../../compose/people/follow.ts';
import type { PersonRecord } from '../../deliver/salesforce/person-records.ts';
import type { PersonId, SalesforceId } from '../../shared/ids.ts';

/** Somebody at work on a person has them for a second or two. */
const WAITS_MS = [100, 200, 400, 800, 1_600];

type Follow = (
  ids: SalesforceId[],
  told: ReadonlyMap<SalesforceId, PersonRecord>,
) => Promise<Followed>;

/**
 * Follows records, and those whose people somebody else is busy with a few times more.
 * @returns who moved, and the records that had to stay
 */
export async function followPatiently(
  follow: Follow,
  records: PersonRecord[],
  waitsMs = WAITS_MS,
): Promise<{ followed: PersonId[]; stuck: ReadonlySet<SalesforceId> }> {
  const told = new Map(records.map((record) => [record.id, record]));
  const followed: PersonId[] = [];
  let ids = [...told.keys()];
  for (const ms of [0, ...waitsMs]) {
    if (ids.length === 0) break;
    if (ms > 0) await wait(ms);
    const { moved, busy } = await follow(ids, told);
    followed.push(...moved);
    ids = busy;
  }
  return { followed, stuck: new Set(ids) };
}
