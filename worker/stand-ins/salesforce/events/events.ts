import type { Clock } from '../../kit/clock.ts';
import type { Store } from '../../kit/store.ts';
import type { Org } from '../org.ts';
import type { CommitHooks } from '../records/commits.ts';
import { createAllocations, type EventAllocations } from './allocations.ts';
import { createEventBus, type EventBus } from './bus.ts';
import { capture } from './capture.ts';
import { createGaps, type Gaps } from './gaps.ts';
import { createEventSchemas, type EventSchemas } from './schemas.ts';
import { createSelections, type Selections } from './selection.ts';
import { createStreams, type Streams } from './streams.ts';

/** Everything about events: what is selected, what is kept, who listens and what goes wrong. */
export interface Events {
  bus: EventBus;
  schemas: EventSchemas;
  selections: Selections;
  allocations: EventAllocations;
  streams: Streams;
  gaps: Gaps;
  /** What the database tells of every transaction. */
  hooks: CommitHooks;
  /** Rises with every transaction, in the platform's size: nanoseconds, too many for a double. */
  nextCommitNumber(): string;
}

/** `org` is asked when something happens: it does not exist yet when its events begin to. */
export function createEvents(store: Store, clock: Clock, org: () => Org): Events {
  const numbers = store.collection<string>('commit number');
  const selections = createSelections(store, org);
  return {
    bus: createEventBus(store, clock),
    schemas: createEventSchemas(store),
    selections,
    allocations: createAllocations(clock),
    streams: createStreams(),
    gaps: createGaps(),
    hooks: {
      wants: (object) => selections.current().members(object).length > 0,
      committed: (actor, changes) => capture(org(), actor, changes),
    },
    nextCommitNumber() {
      const now = BigInt(clock.now().getTime()) * 1_000_000n + 1n;
      const last = BigInt(numbers.get('last') ?? '0');
      const next = String(now > last ? now : last + 1n);
      numbers.set('last', next);
      return next;
    },
  };
}
