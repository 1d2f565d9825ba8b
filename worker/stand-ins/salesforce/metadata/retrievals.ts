import type { Store } from '../../kit/store.ts';
import { makeId } from '../records/ids.ts';
import { refuse } from '../records/refusal.ts';
import type { Retrieved } from './retrieve.ts';

/** Finished retrieves, for whoever asks after them; a restart forgets them. */
export interface Retrievals {
  keep(retrieved: Retrieved): string;
  /** Throws INVALID_CROSS_REFERENCE_KEY for an unknown id. */
  get(id: string): Retrieved;
}

const KEPT = 50;

export function createRetrievals(store: Store): Retrievals {
  const all = new Map<string, Retrieved>();
  return {
    keep(retrieved) {
      const id = makeId('09S', store.next('id of retrieval'));
      all.set(id, retrieved);
      const [oldest = ''] = all.keys();
      if (all.size > KEPT) all.delete(oldest);
      return id;
    },
    get(id) {
      const found = all.get(id);
      if (!found) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
      return found;
    },
  };
}
