/** The value does not suit the step; the message goes on from "The value …". */
export class StepError extends Error {}

/** Nothing to write: absent, null, empty or only spaces, or a list with nothing in it. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.every(isBlank);
}

/** Text, numbers and booleans as text. Throws a StepError for lists and objects. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new StepError(`is ${typeOf(value)} where text is needed`);
}

/** The type of a value in words that may be shown and logged. */
export function typeOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return `text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'a record' : `a ${typeof value}`;
}

/** Own properties only, so that no path reaches into the language itself. */
export function valueAt(input: unknown, path: string): unknown {
  let value = input;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
