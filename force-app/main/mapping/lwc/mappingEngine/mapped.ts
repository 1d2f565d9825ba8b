import type { FieldValue, Link, Mapping, Target } from './model.ts';

/** Why a row gave nothing, or not all. Holds the type of the value, never the value. */
export interface RowProblem {
  /** Id of the target. */
  target: string;
  /** Id of the row; empty when the target's condition is to blame. */
  row: string;
  field: string;
  /** Null when no step could be blamed. */
  step: string | null;
  /** The type in words. */
  value: string;
  /** Sentences for a person. */
  reason: string;
}

/** A value that a table of values met, which is not in it and became the default. */
export interface Unmapped {
  target: string;
  row: string;
  field: string;
  value: string;
}

export interface Mapped {
  fields: Record<string, FieldValue>;
  /** Fields only to be written where Salesforce has nothing. */
  ifBlank: string[];
  /** Which record a lookup field leads to. */
  links: Record<string, Link>;
  /** Rows that gave nothing although there was a value; the other fields stand. */
  problems: RowProblem[];
  unmapped: Unmapped[];
}

/** What became of a row; `outranked`: an earlier row for the same field gave the value. */
export type Outcome =
  | 'value'
  | 'blank'
  | 'cleared'
  | 'default'
  | 'skipped'
  | 'outranked'
  | 'paused'
  | 'off'
  | 'link'
  | 'problem';

export interface RowTrace {
  row: string;
  field: string;
  sources: { path: string; value: unknown }[];
  /** The value after each step. */
  steps: { step: string; value: unknown }[];
  value: FieldValue;
  outcome: Outcome;
  problem?: RowProblem;
}

export interface MapOptions {
  /** The record is being made: rows with the rule `onCreate` count too. */
  creating?: boolean;
  /** What formulas take for now; the present unless told. */
  now?: Date;
}

export interface CompileOptions {
  /** Fields that no longer take a value, as `Object.Field`. */
  paused?: ReadonlySet<string>;
}

export interface CompiledTarget {
  target: Target;
  /** Why the target's condition cannot be asked; such a target applies to nothing. */
  broken?: string;
  applies(input: unknown, options?: MapOptions): boolean;
  map(input: unknown, options?: MapOptions): Mapped;
  trace(input: unknown, options?: MapOptions): RowTrace[];
}

export interface CompiledMapping {
  mapping: Mapping;
  targets: CompiledTarget[];
  target(id: string): CompiledTarget | undefined;
}
