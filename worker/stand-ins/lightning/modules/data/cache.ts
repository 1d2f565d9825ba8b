import { deepFreeze } from './freeze.ts';
import type { FetchResponse } from './request.ts';

/** What was asked, what came back, and who looks at it. Equal queries share one entry. */
export interface Query {
  key: string;
  /** Milliseconds for which an answer counts as fresh. */
  freshFor: number;
  load(): Promise<unknown>;
}

export interface Result {
  data?: unknown;
  error?: FetchResponse;
}

type Listener = (result: Result) => void;

interface Entry {
  query: Query;
  result?: Result;
  /** The result as text, to tell whether a newer one differs. */
  text?: string;
  loadedAt: number;
  loading?: Promise<void> | undefined;
  recordIds: Set<string>;
  listeners: Set<Listener>;
  /** Those of them who have been told nothing yet. */
  newcomers: Set<Listener>;
}

const entries = new Map<string, Entry>();

/** Tells `listener` the result, now or once it has come, and again whenever it changes. */
export function observe(query: Query, listener: Listener): () => void {
  const entry = entryFor(query);
  entry.listeners.add(listener);
  const { result } = entry;
  const isFresh = result?.data !== undefined && Date.now() - entry.loadedAt < query.freshFor;
  if (isFresh) queueMicrotask(() => entry.listeners.has(listener) && listener(result));
  else {
    entry.newcomers.add(listener);
    // A newcomer may wait for what is under way; only a refresh must begin anew.
    void (entry.loading ?? load(entry));
  }
  return () => {
    entry.listeners.delete(listener);
    entry.newcomers.delete(listener);
  };
}

/** Asks again, whoever looks; resolves when they have been told. */
export function refresh(query: Query): Promise<void> {
  return load(entryFor(query));
}

/** Records were changed: what shows them is asked again, what nobody looks at is forgotten. */
export async function recordsChanged(ids: readonly string[]): Promise<void> {
  const changed = new Set(ids.map(shortId));
  const touched = [...entries.values()].filter((entry) => !entry.recordIds.isDisjointFrom(changed));
  for (const entry of touched) if (entry.listeners.size === 0) entries.delete(entry.query.key);
  await Promise.all(touched.filter((entry) => entry.listeners.size > 0).map((e) => load(e)));
}

function entryFor(query: Query): Entry {
  const known = entries.get(query.key);
  if (known) return known;
  const listeners = new Set<Listener>();
  const newcomers = new Set<Listener>();
  const entry: Entry = { query, loadedAt: 0, recordIds: new Set(), listeners, newcomers };
  entries.set(query.key, entry);
  return entry;
}

/** Loads after what is under way, which may have begun before the change that asks for it. */
async function load(entry: Entry): Promise<void> {
  const turn = (entry.loading ?? Promise.resolve()).then(() => loadNow(entry));
  entry.loading = turn;
  await turn.finally(() => {
    if (entry.loading === turn) entry.loading = undefined;
  });
}

async function loadNow(entry: Entry): Promise<void> {
  const result = await settle(entry.query);
  const text = JSON.stringify(result);
  const isNews = text !== entry.text;
  Object.assign(entry, { result, text, loadedAt: Date.now() });
  // What failed keeps its records: the next change may mend it.
  if (result.data !== undefined) entry.recordIds = recordIdsIn(result.data);
  const told = isNews ? [...entry.listeners] : [...entry.newcomers];
  entry.newcomers.clear();
  for (const listener of told) listener(result);
}

async function settle(query: Query): Promise<Result> {
  try {
    return { data: deepFreeze(await query.load()) };
  } catch (error) {
    if (!(error instanceof Error)) return { error: error as FetchResponse };
    throw error;
  }
}

/** Ids of 15 and of 18 characters name the same record. */
const shortId = (id: string) => id.slice(0, 15);

/** Records are what has an id, an object and fields, at any depth. */
function recordIdsIn(data: unknown, found = new Set<string>()): Set<string> {
  if (typeof data !== 'object' || data === null) return found;
  const { id, apiName, fields } = data as Record<string, unknown>;
  if (typeof id === 'string' && apiName && fields) found.add(shortId(id));
  for (const part of Object.values(data)) recordIdsIn(part, found);
  return found;
}
