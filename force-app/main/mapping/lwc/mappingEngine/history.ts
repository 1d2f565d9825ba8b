import type { Mapping } from './model.ts';

/** Mappings share what did not change, so that a hundred of them cost little. */
const MOST_STATES = 100;

/** Undo and redo. A MappingHistory never changes: each step answers the next one. */
export class MappingHistory {
  readonly current: Mapping;
  private readonly past: readonly Mapping[];
  private readonly future: readonly Mapping[];

  constructor(current: Mapping, past: readonly Mapping[] = [], future: readonly Mapping[] = []) {
    this.current = current;
    this.past = past;
    this.future = future;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Makes `mapping` the current one; forgets what was undone, and the oldest state when full. */
  push(mapping: Mapping): MappingHistory {
    if (mapping === this.current) return this;
    return new MappingHistory(mapping, [...this.past, this.current].slice(1 - MOST_STATES));
  }

  /**
   * Puts `mapping` in place of the current one, so that a word typed letter by letter is undone as
   * one.
   */
  amend(mapping: Mapping): MappingHistory {
    return new MappingHistory(mapping, this.past);
  }

  undo(): MappingHistory {
    const previous = this.past.at(-1);
    if (!previous) return this;
    return new MappingHistory(previous, this.past.slice(0, -1), [this.current, ...this.future]);
  }

  redo(): MappingHistory {
    const [next, ...later] = this.future;
    if (!next) return this;
    return new MappingHistory(next, [...this.past, this.current], later);
  }
}
