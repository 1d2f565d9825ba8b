import type { Store } from '../../kit/store.ts';
import type { ObjectType, Schema } from '../schema/model.ts';
import { createTracker, type Actor, type CommitHooks } from './commits.ts';
import { makeId } from './ids.ts';
import type { Row } from './row.ts';
import { createTable, type Table } from './table.ts';

/** All tables of the org, and the means to take back what a failed transaction wrote. */
export interface Database {
  table(object: ObjectType): Table;
  newId(object: ObjectType): string;
  next(sequence: string): number;
  put(object: ObjectType, row: Row): void;
  /** Runs `work`; when it throws, or answers false to `keep`, every row is as it was before. */
  transaction<Result>(work: () => Result, keep?: (result: Result) => boolean): Result;
  /** Runs `work` in somebody's name. What nobody does, as seeding and deploys, is told to nobody. */
  as<Result>(actor: Actor, work: () => Result): Result;
  /** Runs `task` when the transaction around it is kept, or at once when there is none. */
  afterCommit(task: () => void): void;
}

type Undo = () => void;

export function createDatabase(schema: Schema, store: Store, hooks?: CommitHooks): Database {
  const tables = new Map<ObjectType, Table>();
  for (const object of schema.objects) {
    tables.set(object, createTable(object, store.collection<Row>(object.name)));
  }
  const tracker = createTracker(hooks);
  let undos: Undo[] = [];

  function table(object: ObjectType): Table {
    const found = tables.get(object);
    if (!found) throw new Error(`${object.name} is no object of this org.`);
    return found;
  }

  function undoTo(length: number): void {
    for (const undo of undos.slice(length).reverse()) undo();
    undos = undos.slice(0, length);
  }

  let depth = 0;
  return {
    table,
    newId: (object) => makeId(object.keyPrefix, store.next(`id of ${object.name}`)),
    next: (sequence) => store.next(sequence),
    put(object, row) {
      const rows = table(object);
      const before = rows.get(row.Id);
      if (depth > 0) undos.push(() => (before ? rows.put(before) : rows.remove(row.Id)));
      rows.put(row);
      tracker.note({ object, before, after: row });
      if (depth === 0) tracker.commit();
    },
    transaction(work, keep = () => true) {
      const mark = undos.length;
      const noted = tracker.mark();
      depth += 1;
      let kept = false;
      try {
        const result = work();
        kept = keep(result);
        return result;
      } finally {
        if (!kept) {
          undoTo(mark);
          tracker.forgetSince(noted);
        }
        depth -= 1;
        if (depth === 0) {
          undos = [];
          tracker.commit();
        }
      }
    },
    as: (actor, work) => tracker.as(actor, work),
    afterCommit(task) {
      tracker.later(task);
      if (depth === 0) tracker.commit();
    },
  };
}
