import { isObject, type JsonValue } from '../records/json.ts';
import { refuse } from '../records/refusal.ts';

/** The answers so far, by the referenceId of their subrequest; as JSON, to be looked into. */
export type Answers = Map<string, unknown>;

const REFERENCE = /@\{(\w+)((?:\.\w+|\[\d+\])*)\}/g;

/** Puts earlier answers in the place of `@{id.path}`. Throws PROCESSING_HALTED when one is missing. */
export function fillIn(text: string, answers: Answers): string {
  return text.replace(REFERENCE, (_, id: string, path: string) => lookUp(id, path, answers));
}

/** The same, for every text of a body. */
export function fillInBody(value: JsonValue, answers: Answers): JsonValue {
  if (typeof value === 'string') return fillIn(value, answers);
  if (Array.isArray(value)) return value.map((item) => fillInBody(item, answers));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, fillInBody(item, answers)]),
  );
}

function lookUp(id: string, path: string, answers: Answers): string {
  let value = answers.get(id);
  for (const step of path.match(/\w+/g) ?? []) {
    value = (value as Record<string, unknown> | null | undefined)?.[step];
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  throw refuse(
    'PROCESSING_HALTED',
    `Invalid reference specified. No value for ${(id + path).replace(/^\w+\.?/, '')} found in ${id}`,
  );
}
