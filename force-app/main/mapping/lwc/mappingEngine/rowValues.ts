import type { CompiledRow } from './compileRow.ts';
import type { FieldValue } from './model.ts';
import { boundedText, StepError, typeOf } from './values.ts';

/** What a row's first step gets: the value of its one source, or the list of their values. */
export function sourceOf({ readers }: CompiledRow, input: unknown): unknown {
  return readers.length === 1 ? readers[0]?.(input) : readers.map((read) => read(input));
}

/** Throws a StepError when no field can be given the value. */
export function fieldValue(value: unknown): FieldValue {
  if (typeof value === 'string') return boundedText(value);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new StepError(`is ${typeOf(value)}; end the row with a step that makes one value of it`);
}
