import type { FieldValue, Mapping, MappingProblem, MappingRow, TargetObject } from './mapping.ts';
import { applyStep } from './steps.ts';
import { isBlank, StepError, typeOf, valueAt } from './values.ts';

export interface MappedRecord {
  fields: Record<string, FieldValue>;
  /** Rows that gave nothing although there was a value; the other fields stand. */
  problems: MappingProblem[];
}

export interface MappingOptions {
  /** The record is being made: rows with `when: 'create'` count too. */
  creating?: boolean;
}

/**
 * The fields of one record of `targetObject`. Pure and total: whatever the input is, it answers,
 * and what cannot be mapped is a problem instead of an exception.
 */
export function applyMapping(
  mapping: Mapping,
  targetObject: TargetObject,
  input: unknown,
  { creating = false }: MappingOptions = {},
): MappedRecord {
  const fields: Record<string, FieldValue> = {};
  const problems: MappingProblem[] = [];
  for (const [index, row] of mapping[targetObject].entries()) {
    if (row.when === 'create' && !creating) continue;
    const { value, problem } = applyRow(row, index, input);
    if (problem) problems.push(problem);
    else if (!isBlank(value)) fields[row.target] = value;
    else if (row.clearWhenBlank) fields[row.target] = null;
  }
  return { fields, problems };
}

function applyRow(
  row: MappingRow,
  index: number,
  input: unknown,
): { value: FieldValue; problem?: MappingProblem } {
  const lookUp = (path: string): unknown => valueAt(input, path);
  let value: unknown = typeof row.source === 'string' ? lookUp(row.source) : row.source.map(lookUp);
  for (const step of row.steps) {
    // Only a default says something about a blank.
    if (isBlank(value) && step.step !== 'defaultTo') continue;
    try {
      value = applyStep(step, value, lookUp);
    } catch (thrown) {
      if (!(thrown instanceof StepError)) throw thrown;
      return { value: null, problem: problemOf(row, index, step.step, value, thrown.message) };
    }
  }
  if (isBlank(value)) return { value: row.default ?? null };
  if (isFieldValue(value)) return { value };
  const reason = `is ${typeOf(value)}; end the row with a step that makes one value of it`;
  return {
    value: null,
    problem: problemOf(row, index, row.steps.at(-1)?.step ?? null, value, reason),
  };
}

function isFieldValue(value: unknown): value is FieldValue {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' || typeof value === 'boolean';
}

function problemOf(
  { target }: MappingRow,
  row: number,
  step: MappingProblem['step'],
  value: unknown,
  reason: string,
): MappingProblem {
  return { target, row, step, value: typeOf(value), reason: `The value ${reason}.` };
}
