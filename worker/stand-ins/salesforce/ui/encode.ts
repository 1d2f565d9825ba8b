import { Refused } from '../records/refusal.ts';
import { errorAnswer } from '../rest/answers.ts';
import type { Answer, Handler } from '../rest/call.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\\': '&#92;',
};

/** Texts come as HTML shows them, as everywhere in this API, unless the caller wants them plain. */
export function encoding(handler: Handler): Handler {
  return (call, parameters) => {
    const answer = attempt(() => handler(call, parameters));
    const isPlain = call.header('x-chatter-entity-encoding')?.toLowerCase() === 'false';
    return isPlain || answer.body === undefined
      ? answer
      : { ...answer, body: encode('', answer.body) };
  };
}

function attempt(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return errorAnswer(error);
  }
}

function encode(key: string, value: unknown): unknown {
  if (typeof value === 'string') {
    // Addresses are encoded as such.
    if (/url$/i.test(key)) return value;
    return value.replace(/[&<>"'\\]/g, (sign) => ENTITIES[sign] ?? sign);
  }
  if (Array.isArray(value)) return value.map((item) => encode(key, item));
  if (typeof value !== 'object' || value === null || isRaw(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, encode(name, inner)]),
  );
}

/** A number that is written digit by digit, as `rawNumber` makes it. */
function isRaw(value: object): boolean {
  return (JSON as unknown as { isRawJSON(value: unknown): boolean }).isRawJSON(value);
}
