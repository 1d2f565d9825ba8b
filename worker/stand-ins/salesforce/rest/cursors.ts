import type { Clock } from '../../kit/clock.ts';
import { makeId } from '../records/ids.ts';
import type { Result } from '../soql/query.ts';

const LIFE_MS = 2 * 24 * 60 * 60 * 1000;
const PER_USER = 10;

interface Cursor {
  userId: string;
  result: Result;
  openedAt: number;
}

/** Query results that are fetched in pages; lost when the org restarts. */
export interface Cursors {
  open(userId: string, result: Result): string;
  find(userId: string, id: string): Result | undefined;
}

export function createCursors(clock: Clock): Cursors {
  const cursors = new Map<string, Cursor>();
  let count = 0;
  return {
    open(userId, result) {
      count += 1;
      const id = makeId('01g', count);
      cursors.set(id, { userId, result, openedAt: clock.now().getTime() });
      const own = [...cursors].filter(([, cursor]) => cursor.userId === userId);
      for (const [oldest] of own.slice(0, -PER_USER)) cursors.delete(oldest);
      return id;
    },
    find(userId, id) {
      const cursor = cursors.get(id);
      if (cursor?.userId !== userId) return undefined;
      return clock.now().getTime() - cursor.openedAt < LIFE_MS ? cursor.result : undefined;
    },
  };
}
