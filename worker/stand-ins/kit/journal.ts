/** One request a stand-in received, and how it answered. */
export interface JournalEntry {
  at: string;
  method: string;
  /** Path with query. */
  path: string;
  status: number;
  milliseconds: number;
  /** The request's body as text, cut at 20,000 characters. */
  body?: string;
}

/** The last requests, so that a test can count calls and a person can see what was asked. */
export interface Journal {
  add(entry: JournalEntry): void;
  list(): JournalEntry[];
  /** How many requests match; `path` is a regular expression. */
  count(method: string, path: RegExp): number;
  clear(): void;
}

const KEPT = 20_000;

export function createJournal(): Journal {
  let entries: JournalEntry[] = [];
  return {
    add(entry) {
      entries.push(entry);
      if (entries.length > 2 * KEPT) entries = entries.slice(-KEPT);
    },
    list: () => [...entries],
    count: (method, path) =>
      entries.filter((entry) => entry.method === method && path.test(entry.path)).length,
    clear: () => {
      entries = [];
    },
  };
}
