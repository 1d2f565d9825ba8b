import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';

/** Rows of one kind, by id, in the order in which they were made. */
export interface Collection<Row> {
  get(id: string): Row | undefined;
  set(id: string, row: Row): void;
  delete(id: string): void;
  values(): Row[];
  readonly size: number;
}

/**
 * What a stand-in remembers. With a file it survives a restart, `kill -9` included: every change is
 * one JSON line `[collection, id, row]` (row `null`: deleted), read back at the next start.
 */
export interface Store {
  collection<Row>(name: string): Collection<Row>;
  /** The next number of a named sequence, beginning with `first`. */
  next(sequence: string, first?: number): number;
  /** Forgets everything. */
  reset(): void;
  close(): void;
}

type Line = [collection: string, id: string, row: unknown];

export function openStore(file?: string): Store {
  const collections = new Map<string, Map<string, unknown>>();
  const rowsOf = (name: string): Map<string, unknown> => {
    const rows = collections.get(name) ?? new Map<string, unknown>();
    collections.set(name, rows);
    return rows;
  };

  if (file && existsSync(file)) for (const line of readLines(file)) apply(rowsOf, line);
  let log = file ? compact(file, collections) : undefined;

  function record(name: string, id: string, row: unknown): void {
    apply(rowsOf, [name, id, row]);
    if (log !== undefined) writeSync(log, `${JSON.stringify([name, id, row])}\n`);
  }

  function collection<Row>(name: string): Collection<Row> {
    return {
      get: (id) => rowsOf(name).get(id) as Row | undefined,
      set: (id, row) => record(name, id, row),
      delete: (id) => record(name, id, null),
      values: () => [...rowsOf(name).values()] as Row[],
      get size() {
        return rowsOf(name).size;
      },
    };
  }

  return {
    collection,
    next(sequence, first = 1) {
      const numbers = collection<number>('sequence');
      const number = numbers.get(sequence) ?? first;
      numbers.set(sequence, number + 1);
      return number;
    },
    reset() {
      for (const rows of collections.values()) rows.clear();
      if (file && log !== undefined) {
        closeSync(log);
        log = compact(file, collections);
      }
    },
    close() {
      if (log !== undefined) closeSync(log);
      log = undefined;
    },
  };
}

function apply(rowsOf: (name: string) => Map<string, unknown>, [name, id, row]: Line): void {
  if (row === null) rowsOf(name).delete(id);
  else rowsOf(name).set(id, row);
}

function readLines(file: string): Line[] {
  const lines: Line[] = [];
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    try {
      if (text) lines.push(JSON.parse(text) as Line);
    } catch {
      // The last line of a process that was killed while writing it; that change was never answered.
    }
  }
  return lines;
}

/** Rewrites the file with one line per living row and opens it for further lines. */
function compact(file: string, collections: Map<string, Map<string, unknown>>): number {
  const lines = [...collections].flatMap(([name, rows]) =>
    [...rows].map(([id, row]) => `${JSON.stringify([name, id, row])}\n`),
  );
  writeFileSync(`${file}.new`, lines.join(''));
  renameSync(`${file}.new`, file);
  return openSync(file, 'a');
}
