import { randomInt } from 'node:crypto';
import type { Clock } from '../../kit/clock.ts';
import type { Collection, Store } from '../../kit/store.ts';
import type { EventBody } from './event.ts';

const RETENTION_MS = 72 * 60 * 60 * 1000;
/** The platform has no such bound; here a topic nobody reads must not grow for ever. */
const MOST_PER_TOPIC = 100_000;
const WIDEST_GAP = 8;

/** An event in the stream of its topic. */
export interface BusEvent {
  replayId: number;
  body: EventBody;
}

/** An event, or only a position that was told to a subscriber. */
interface Entry {
  id: number;
  topic: string;
  /** Milliseconds since 1970 on the org's clock. */
  at: number;
  body?: EventBody;
}

/** Streams of events by topic, kept for 72 hours of the org's clock, and over a restart. */
export interface EventBus {
  append(topic: string, body: EventBody): number;
  /** The position behind all that was ever appended to any topic. */
  end(): number;
  /** A position behind the topic's events that a subscriber may come back to. */
  mark(topic: string): number;
  /** Whether the position was told to subscribers of the topic within the retention. */
  isKnown(topic: string, replayId: number): boolean;
  /** The retained events behind a position, oldest first, at most so many. */
  after(topic: string, replayId: number, most: number): BusEvent[];
  /** Calls back after every event of the topic, until the returned function is called. */
  listen(topic: string, listener: () => void): () => void;
}

export function createEventBus(store: Store, clock: Clock): EventBus {
  const kept: Collection<Entry> = store.collection('event');
  const positions: Collection<number> = store.collection('event position');
  const topics = new Map<string, Entry[]>();
  const listeners = new Map<string, Set<() => void>>();
  const entriesOf = (topic: string): Entry[] => {
    const entries = topics.get(topic) ?? [];
    topics.set(topic, entries);
    return entries;
  };
  for (const entry of kept.values()) entriesOf(entry.topic).push(entry);

  function expire(entries: Entry[]): void {
    const oldest = clock.now().getTime() - RETENTION_MS;
    const surplus = entries.length - MOST_PER_TOPIC;
    const expired = entries.findIndex(({ at }, place) => at > oldest && place >= surplus);
    const gone = entries.splice(0, expired === -1 ? entries.length : expired);
    for (const { id } of gone) kept.delete(String(id));
  }

  function retained(topic: string): Entry[] {
    const entries = entriesOf(topic);
    expire(entries);
    return entries;
  }

  const end = (): number => positions.get('end') ?? 0;

  function add(topic: string, body?: EventBody): number {
    // Other topics, and on the platform other orgs, use the numbers in between.
    const id = end() + randomInt(1, WIDEST_GAP);
    positions.set('end', id);
    const entry: Entry = { id, topic, at: clock.now().getTime(), ...(body && { body }) };
    kept.set(String(id), entry);
    retained(topic).push(entry);
    return id;
  }

  return {
    append(topic, body) {
      const id = add(topic, body);
      for (const listener of [...(listeners.get(topic) ?? [])]) listener();
      return id;
    },
    end,
    mark: (topic) => add(topic),
    isKnown: (topic, replayId) => retained(topic).some(({ id }) => id === replayId),
    after(topic, replayId, most) {
      const entries = retained(topic);
      const found: BusEvent[] = [];
      for (let place = firstAfter(entries, replayId); place < entries.length; place += 1) {
        const entry = entries[place];
        if (entry?.body) found.push({ replayId: entry.id, body: entry.body });
        if (found.length >= most) break;
      }
      return found;
    },
    listen(topic, listener) {
      const own = listeners.get(topic) ?? new Set();
      listeners.set(topic, own.add(listener));
      return () => void own.delete(listener);
    },
  };
}

/** Entries stand in the order of their ids. */
function firstAfter(entries: Entry[], replayId: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.id ?? 0) <= replayId) low = middle + 1;
    else high = middle;
  }
  return low;
}
