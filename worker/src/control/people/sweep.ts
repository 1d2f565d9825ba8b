import { follow } from '../../compose/people/follow.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import {
  askPeople,
  type PersonQuestion,
  type PersonRecord,
  type PersonRecordObject,
} from '../../deliver/salesforce/person-records.ts';
import { literal } from '../../deliver/salesforce/query.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { PersonId } from '../../shared/ids.ts';
import { instantOf, type Instant } from '../../shared/time.ts';
import { followPatiently } from './patience.ts';
import { loadMarks, saveMark, watchedObjects } from './watch.ts';

/** As many records as an answer holds. */
const PAGE = 2_000;
/**
 * A record shows at its commit and bears the time of its saving: so far back is looked again until
 * nothing new came for as long. It also bridges clocks that differ.
 */
const OVERLAP_MS = 3 * 60_000;

/** A sweep goes on behind this record. */
interface Position {
  object: PersonRecordObject;
  after: Instant;
  afterId: string;
}

export interface SweepOptions {
  /** Records to an answer; absent: as many as it holds. */
  page?: number;
  /** Between tries at people whom somebody else is busy with. */
  waitsMs?: number[];
}

/** Looks through what changed; the same one is to be used again, for it knows what is quiet. */
export type Sweep = () => Promise<Swept>;

export interface Swept {
  moved: PersonId[];
  /** Person accounts are watched, which the channel does not tell of. */
  isMoreThanTold: boolean;
}

/**
 * Makes the function that follows all changes of leads and contacts since the last time: one API
 * call where at most 2,000 of each changed, and one for each 2,000 more. What changed while the
 * worker was away is followed too; only what left the recycle bin meanwhile (after 15 days) is not
 * seen here, but when something is next written to it.
 */
export function createSweep(
  pool: Pool,
  client: SalesforceClient,
  { page: most = PAGE, waitsMs }: SweepOptions = {},
): Sweep {
  const quiet = new Map<PersonRecordObject, { at: Instant; since: number; isOver: boolean }>();

  return async () => {
    const began = Date.now();
    const org = client.org.id;
    const marks = await loadMarks(pool, org, await watchedObjects(pool, org));
    const moved: PersonId[] = [];
    const waiting = new Set<PersonRecordObject>();
    let open = [...marks].map(([object, mark]): Position => {
      const isQuiet = quiet.get(object)?.at === mark && quiet.get(object)?.isOver === true;
      return { object, after: isQuiet ? mark : earlier(mark, OVERLAP_MS), afterId: LAST_ID };
    });
    while (open.length > 0) {
      const pages = await askPeople(
        client,
        open.map((one) => questionOf(one, most)),
      );
      const { followed, stuck } = await followPatiently(
        (ids, told) => follow(pool, client, ids, { told }),
        pages.flat(),
        waitsMs,
      );
      moved.push(...followed);
      const next: Position[] = [];
      for (const [index, position] of open.entries()) {
        const page = pages[index] ?? [];
        const last = page.at(-1);
        if (!last) continue;
        const held = page.find(({ id }) => stuck.has(id));
        if (held) waiting.add(position.object);
        await saveMark(pool, org, position.object, stampOf(held ?? last));
        if (page.length === most && !held)
          next.push({ ...position, after: stampOf(last), afterId: last.id });
      }
      open = next;
    }
    for (const [object, mark] of await loadMarks(pool, org, [...marks.keys()])) {
      // What could not be followed is at the mark or before it, and is looked at again from the start.
      const before = waiting.has(object) ? undefined : quiet.get(object);
      quiet.set(object, calmed(before, mark, began));
    }
    return { moved, isMoreThanTold: marks.has('Account') };
  };
}

/** Behind every id: nothing with the very stamp is meant. */
const LAST_ID = 'zzzzzzzzzzzzzzzzzz';

function questionOf({ object, after, afterId }: Position, most: number): PersonQuestion {
  const isBehind =
    afterId === LAST_ID
      ? `SystemModstamp > ${after}`
      : `(SystemModstamp > ${after} OR (SystemModstamp = ${after} AND Id > ${literal(afterId)}))`;
  return { object, rest: `WHERE ${isBehind} ORDER BY SystemModstamp, Id LIMIT ${most}` };
}

/** A mark that stays for as long as is looked back, and through a look after that, is quiet. */
function calmed(
  before: { at: Instant; since: number; isOver: boolean } | undefined,
  mark: Instant,
  began: number,
): { at: Instant; since: number; isOver: boolean } {
  if (before?.at !== mark) return { at: mark, since: Date.now(), isOver: false };
  return { ...before, isOver: before.isOver || began - before.since >= OVERLAP_MS };
}

function earlier(instant: Instant, ms: number): Instant {
  return instantOf(new Date(Date.parse(instant) - ms));
}

function stampOf({ stamp }: PersonRecord): Instant {
  return instantOf(new Date(stamp));
}
