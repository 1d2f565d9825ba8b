import type { Store } from '../../kit/store.ts';
import type { Clock } from '../../kit/clock.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const KEPT_MS = 15 * DAY_MS;
/** What was taken out of the bin can still be asked for by queryAll for about a day. */
const LINGERS_MS = DAY_MS;

/** One deleted record, and what its deletion brought with it. */
export interface Discarded {
  id: string;
  /** When it is gone for good, in milliseconds since 1970. */
  due: number;
  /** The record with which it went; itself when it was deleted for its own sake. */
  root: string;
  /** References of living records that pointed at it. */
  cleared: { id: string; field: string }[];
  /** It can no longer be brought back. */
  lost?: boolean;
}

export interface RecycleBin {
  get(id: string): Discarded | undefined;
  /** What went with the deletion of this record, the record itself included. */
  wentWith(root: string): Discarded[];
  add(entry: Omit<Discarded, 'due'>): void;
  take(id: string): void;
  /** From now on nobody can bring the record back. */
  lose(id: string): void;
  /** Takes out, and answers, whatever has been there long enough. */
  takeDue(): Discarded[];
}

export function createRecycleBin(store: Store, clock: Clock): RecycleBin {
  const entries = store.collection<Discarded>('recycle bin');
  const now = (): number => clock.now().getTime();
  const earliest = (): number => Math.min(...entries.values().map(({ due }) => due));
  // Asked before every request, so that it must not cost a look through the bin.
  let nextDue = earliest();

  function put(entry: Discarded): void {
    entries.set(entry.id, entry);
    nextDue = Math.min(nextDue, entry.due);
  }

  return {
    get: (id) => entries.get(id),
    wentWith: (root) => entries.values().filter((entry) => entry.root === root),
    add: (entry) => put({ ...entry, due: now() + KEPT_MS }),
    take: (id) => entries.delete(id),
    lose(id) {
      const entry = entries.get(id);
      if (entry && !entry.lost) put({ ...entry, lost: true, due: now() + LINGERS_MS });
    },
    takeDue() {
      if (now() < nextDue) return [];
      const due = entries.values().filter((entry) => entry.due <= now());
      for (const { id } of due) entries.delete(id);
      nextDue = earliest();
      return due;
    },
  };
}
