/** A number of a JSON body as it was written, so that long decimals keep every digit. */
export class JsonNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

export type JsonObject = { [key: string]: JsonValue };
export type JsonValue = string | boolean | null | JsonNumber | JsonValue[] | JsonObject;

interface ExactJson {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): unknown;
}

// Node 24 has both; the library types of its language level do not know them yet.
const exact = JSON as unknown as ExactJson;

/** Throws a SyntaxError when the text is not JSON. */
export function parseExactly(text: string): JsonValue {
  return exact.parse(text, (_, value, { source }) =>
    typeof value === 'number' ? new JsonNumber(source ?? String(value)) : value,
  ) as JsonValue;
}

/** A decimal text that JSON.stringify writes as a number, digit by digit. */
export function rawNumber(decimal: string): unknown {
  return exact.rawJSON(decimal);
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof JsonNumber)
  );
}

/** What the platform's parser calls a value of this kind in its complaints. */
export function tokenName(value: JsonValue): string {
  if (typeof value === 'string') return 'VALUE_STRING';
  if (value === null) return 'VALUE_NULL';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  if (value instanceof JsonNumber) {
    return /[.eE]/.test(value.source) ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT';
  }
  return Array.isArray(value) ? 'START_ARRAY' : 'START_OBJECT';
}
