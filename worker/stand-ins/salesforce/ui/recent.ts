import type { Store } from '../../kit/store.ts';

const KEPT = 200;

/** The records each user looked at or saved, the latest first. */
export interface Recent {
  touch(userId: string, recordId: string): void;
  list(userId: string): string[];
}

export function createRecent(store: Store): Recent {
  const lists = store.collection<string[]>('recently used');
  const list = (userId: string): string[] => lists.get(userId) ?? [];
  return {
    list,
    touch(userId, recordId) {
      const before = list(userId);
      if (before[0] === recordId) return;
      lists.set(userId, [recordId, ...before.filter((id) => id !== recordId)].slice(0, KEPT));
    },
  };
}
