import type { CompiledRow } from './compileRow.ts';
import { freshEffort, lengthOf, spend } from './effort.ts';
import type { Mapped, MapOptions, Outcome, RowProblem } from './mapped.ts';
import type { FieldValue, Link } from './model.ts';
import { fieldValue, sourceOf } from './rowValues.ts';
import type { Notes } from './stepDefinition.ts';
import { isBlank, StepError, typeOf } from './values.ts';

/** What a table met is shown to an admin; nobody reads more of it. */
const LONGEST_UNMAPPED = 255;

export interface RowResult {
  outcome: Outcome;
  value: FieldValue;
}

/** Sees what each step of a row gives. */
export type Watch = (step: string, value: unknown) => void;

/** One mapping of one input for one target: collects what its rows give. */
export class Run implements Notes {
  readonly now: Date;
  readonly creating: boolean;
  readonly effort = freshEffort();
  readonly result: Mapped = { fields: {}, ifBlank: [], links: {}, problems: [], unmapped: [] };
  private readonly target: string;
  private readonly taken: boolean[] = [];
  private row: CompiledRow | undefined;
  private step: string | null = null;
  private value: unknown;

  constructor(target: string, { creating = false, now = new Date() }: MapOptions) {
    this.target = target;
    this.creating = creating;
    this.now = now;
  }

  unmapped(value: string): void {
    const { id: row = '', field = '' } = this.row ?? {};
    const shown = value.slice(0, LONGEST_UNMAPPED);
    this.result.unmapped.push({ target: this.target, row, field, value: shown });
  }

  problem(reason: string): void {
    this.report(`The value ${reason}.`);
  }

  /** Tries one row, in the order of the target's rows. */
  try(row: CompiledRow, input: unknown, watch?: Watch): RowResult {
    if (row.resting !== undefined) return nothing(row.resting);
    if (row.rule === 'onCreate' && !this.creating) return nothing('skipped');
    this.row = row;
    this.step = null;
    this.value = undefined;
    if (row.broken) {
      this.step = row.broken.step;
      this.report(row.broken.reason);
      return nothing('problem');
    }
    if (this.taken[row.slot] === true) return nothing('outranked');
    try {
      return this.valueOf(row, input, watch);
    } catch (thrown) {
      this.report(reasonOf(thrown));
      return nothing('problem');
    }
  }

  private valueOf(row: CompiledRow, input: unknown, watch?: Watch): RowResult {
    if (row.holds && !row.holds(input, this.now, this.effort)) return nothing('skipped');
    if (row.link) return this.lead(row, row.link);
    const value = this.calculate(row, input, watch);
    if (!isBlank(value)) return this.give(row, fieldValue(value), 'value');
    if (row.fallback !== null) return this.give(row, row.fallback, 'default');
    if (!row.clears) return nothing('blank');
    // A later row may still have a value for the field.
    if (!Object.hasOwn(this.result.fields, row.field)) this.set(row, null);
    return nothing('cleared');
  }

  private lead(row: CompiledRow, link: Link): RowResult {
    this.taken[row.slot] = true;
    this.result.links[row.field] = link;
    this.applyRule(row);
    return nothing('link');
  }

  private calculate(row: CompiledRow, input: unknown, watch?: Watch): unknown {
    let value = sourceOf(row, input);
    for (const step of row.steps) {
      if (step.seesBlanks || !isBlank(value)) {
        this.step = step.name;
        this.value = value;
        spend(this.effort, lengthOf(value));
        value = step.run(value, input, this);
      }
      watch?.(step.name, value);
    }
    this.value = value;
    return value;
  }

  private give(row: CompiledRow, value: FieldValue, outcome: Outcome): RowResult {
    this.taken[row.slot] = true;
    this.set(row, value);
    return { outcome, value };
  }

  private set(row: CompiledRow, value: FieldValue): void {
    this.result.fields[row.field] = value;
    this.applyRule(row);
  }

  /** The rule of the row that gave the value, not of one before it that only cleared the field. */
  private applyRule(row: CompiledRow): void {
    const { ifBlank } = this.result;
    const at = ifBlank.indexOf(row.field);
    if (row.rule === 'ifBlank' && at < 0) ifBlank.push(row.field);
    if (row.rule !== 'ifBlank' && at >= 0) ifBlank.splice(at, 1);
  }

  private report(reason: string): void {
    const { id: row = '', field = '' } = this.row ?? {};
    const value = typeOf(this.value);
    const problem: RowProblem = { target: this.target, row, field, step: this.step, value, reason };
    this.result.problems.push(problem);
  }
}

function nothing(outcome: Outcome): RowResult {
  return { outcome, value: null };
}

/** Steps throw nothing but StepErrors; should one fail otherwise, only its row suffers. */
function reasonOf(thrown: unknown): string {
  if (thrown instanceof StepError) return `The value ${thrown.message}.`;
  return 'The step failed at this value by a fault of its own; use another step, and report it.';
}
