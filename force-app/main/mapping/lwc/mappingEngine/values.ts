/** The value does not suit the step; the message goes on from "The value …". */
export class StepError extends Error {}

/** What one text may have; Salesforce's longest text field holds as much. */
export const LONGEST_TEXT = 131_072;

/** How many items of one list are looked at. */
export const LONGEST_LIST = 1_000;

/** Lists within lists are looked into so deep, and count as something below that. */
const DEEPEST_LIST = 3;

/** Nothing to write: absent, null, empty or only spaces, or a list with nothing in it. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return isBlankText(value);
  return Array.isArray(value) && isBlankList(value, 1);
}

function isBlankText(text: string): boolean {
  if (text === '') return true;
  const first = text.charCodeAt(0);
  // Nearly every text begins with a visible character: no need to look at the rest.
  if (first > 32 && first < 127) return false;
  return text.trim() === '';
}

function isBlankList(list: readonly unknown[], depth: number): boolean {
  if (depth > DEEPEST_LIST) return list.length === 0;
  const end = Math.min(list.length, LONGEST_LIST);
  for (let index = 0; index < end; index++) {
    const item = list[index];
    if (Array.isArray(item) ? !isBlankList(item, depth + 1) : !isBlank(item)) return false;
  }
  return true;
}

/**
 * Text, numbers and booleans as text. Throws a StepError for lists and records, and for a text
 * longer than any field.
 */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return boundedText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new StepError(`is ${typeOf(value)} where text is needed`);
}

/** The text itself; throws a StepError when it is longer than any field. */
export function boundedText(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  throw new StepError(`is ${typeOf(text)}, more than any field holds`);
}

/** A list as it is, anything else as a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** An object of JSON, no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record as it is, anything else as one without fields. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** The type of a value in words that may be shown and logged. */
export function typeOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return `text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'a record' : `a ${typeof value}`;
}
