import { pathProblem } from './paths.ts';
import type { ParamDefinition, ParamDefinitions } from './stepDefinition.ts';
import { isRecord, LONGEST_TEXT, StepError } from './values.ts';

export const MOST_ENTRIES = 1_000;
/** Characters of a text in a list, and on either side of a table. */
export const LONGEST_ENTRY = 255;

/** Why a step cannot work with this value of a parameter, as a sentence; undefined when it can. */
export function paramProblem(definition: ParamDefinition, value: unknown): string | undefined {
  const expected = EXPECTATIONS[definition.type](value, definition);
  return expected === undefined ? undefined : `“${definition.label}” must be ${expected}.`;
}

/** The parameters with their defaults. Throws a StepError that is a sentence. */
export function fillParams(
  definitions: ParamDefinitions,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const [name, definition] of Object.entries(definitions)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined && definition.required)
      throw new StepError(`“${definition.label}” is missing; fill it in.`);
    const problem = value === undefined ? undefined : paramProblem(definition, value);
    if (problem !== undefined) throw new StepError(problem);
    filled[name] = value ?? definition.default;
  }
  return filled;
}

/** What a value must be in words; undefined when it is. */
type Expectation = (value: unknown, definition: ParamDefinition) => string | undefined;

const EXPECTATIONS: Record<ParamDefinition['type'], Expectation> = {
  boolean: (value) => (typeof value === 'boolean' ? undefined : 'true or false'),
  choice: (value, { choices = [] }) =>
    choices.includes(value as string) ? undefined : `one of ${choices.join(', ')}`,
  integer: (value, { min = 0, max = Number.MAX_SAFE_INTEGER }) => {
    const fits = Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
    return fits ? undefined : `a whole number from ${min} to ${max}`;
  },
  path: (value) => (pathProblem(value) === undefined ? undefined : 'a path such as order.number'),
  text: textExpected,
  formula: textExpected,
  list: (value, definition) =>
    Array.isArray(value) ? entriesExpected(value, definition) : 'a list of texts',
  table: (value, definition) =>
    isRecord(value) ? entriesExpected(value, definition) : 'a table of texts',
};

function textExpected(
  value: unknown,
  { min = 0, max = LONGEST_TEXT }: ParamDefinition,
): string | undefined {
  const fits = typeof value === 'string' && value.length >= min && value.length <= max;
  return fits ? undefined : `text of ${min} to ${max} characters`;
}

function entriesExpected(
  value: object,
  { type, min = 0, max = MOST_ENTRIES }: ParamDefinition,
): string | undefined {
  const entries = Object.entries(value) as [string, unknown][];
  if (entries.length < min || entries.length > max) return `a ${type} of ${min} to ${max} entries`;
  return entries.every(([key, entry]) => isEntry(key) && isEntry(entry))
    ? undefined
    : `a ${type} of texts of at most ${LONGEST_ENTRY} characters`;
}

function isEntry(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LONGEST_ENTRY;
}
