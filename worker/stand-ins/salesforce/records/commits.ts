import type { ObjectType } from '../schema/model.ts';
import type { Row } from './row.ts';

/** Who writes, and by what means. */
export interface Actor {
  userId: string;
  /** As change events spell it: `com/salesforce/api/rest/66.0;client=MyClient`. */
  origin: string;
}

/** A row as it was and as it is; a row that was not there before has no `before`. */
export interface Change {
  object: ObjectType;
  before: Row | undefined;
  after: Row;
}

/** A change and its place among all changes of its transaction, counted from 1. */
export interface PlacedChange extends Change {
  place: number;
}

/** Whoever wants to hear of what was committed. */
export interface CommitHooks {
  /** Whether changes of this object are of interest; the others cost next to nothing. */
  wants(object: ObjectType): boolean;
  committed(actor: Actor, changes: PlacedChange[]): void;
}

/** What a transaction in progress has done so far. */
export interface Tracker {
  as<Result>(actor: Actor, work: () => Result): Result;
  note(change: Change): void;
  later(task: () => void): void;
  mark(): Mark;
  /** Forgets what was noted after the mark. */
  forgetSince(mark: Mark): void;
  /** Tells the hooks and runs the tasks. */
  commit(): void;
}

export interface Mark {
  changes: number;
  tasks: number;
}

export function createTracker(hooks?: CommitHooks): Tracker {
  let actor: Actor | undefined;
  let place = 0;
  let changes: PlacedChange[] = [];
  let tasks: (() => void)[] = [];
  return {
    as(newActor, work) {
      const outer = actor;
      actor = newActor;
      try {
        return work();
      } finally {
        actor = outer;
      }
    },
    note(change) {
      if (!actor || !hooks) return;
      place += 1;
      if (hooks.wants(change.object)) changes.push({ ...change, place });
    },
    later: (task) => void tasks.push(task),
    mark: () => ({ changes: changes.length, tasks: tasks.length }),
    forgetSince(mark) {
      changes.length = mark.changes;
      tasks.length = mark.tasks;
    },
    commit() {
      const [committed, due] = [changes, tasks];
      [changes, tasks, place] = [[], [], 0];
      if (actor && committed.length > 0) hooks?.committed(actor, committed);
      for (const task of due) task();
    },
  };
}
