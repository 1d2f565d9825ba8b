import { LONGEST_LIST, StepError } from './values.ts';

/** What one record may take of the worker, whatever its mapping and its texts are. */
export interface Effort {
  left: number;
}

/** About a second of work; a long order with formulas on every field takes a thousandth of it. */
const MOST_EFFORT = 5_000_000;

export function freshEffort(): Effort {
  return { left: MOST_EFFORT };
}

/** Throws a StepError once a record has taken more than all of its rows may take together. */
export function spend(effort: Effort, amount: number): void {
  effort.left -= amount;
  if (effort.left < 0)
    throw new StepError(
      'comes when the rows have looked at more text than one record may take; shorten long texts first',
    );
}

/** How many characters a step has to look at: those of the value, or of the values of its list. */
export function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (!Array.isArray(value)) return 1;
  let length = 0;
  const end = Math.min(value.length, LONGEST_LIST);
  for (let index = 0; index < end; index++) {
    const item = value[index] as unknown;
    length += typeof item === 'string' ? item.length : 1;
  }
  return length;
}
