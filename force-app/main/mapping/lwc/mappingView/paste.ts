import type { SourceKind } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { whereIn } from './place';
import { kindText } from './words';

/** More than any order; a browser reads it in a blink. */
const LONGEST = 1_000_000;

/** Under which name each kind of input holds its record. */
const RECORDS: Record<SourceKind, string> = {
  shop: 'shop',
  product: 'product',
  company: 'company',
  person: 'profile',
  order: 'order',
  orderItem: 'item',
  shipment: 'shipment',
  return: 'return',
  cart: 'cart',
  cartItem: 'item',
};

export interface Pasted {
  input: unknown;
  /** What the admin should know of how it was taken. */
  note: string;
}

/** Reads pasted text as a record of a kind; answers a sentence where it cannot be one. */
export function readPasted(text: string, kind: SourceKind): Pasted | { refusal: string } {
  if (text.trim() === '') return { refusal: labels.pasteBlank };
  if (text.length > LONGEST) return { refusal: fill(labels.pasteTooLong, LONGEST) };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { refusal: syntaxRefusal(text, String((error as Error).message)) };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { refusal: fill(labels.pasteNoObject, whatIs(data), '{') };
  return taken(data as Record<string, unknown>, kind);
}

function taken(data: Record<string, unknown>, kind: SourceKind): Pasted | { refusal: string } {
  if (typeof data.kind === 'string' && typeof data.input === 'object' && data.input !== null)
    return data.kind === kind
      ? { input: data.input, note: '' }
      : { refusal: fill(labels.pasteOtherKind, data.kind, kindText(kind)) };
  const name = RECORDS[kind];
  if (typeof data[name] === 'object' && data[name] !== null) return { input: data, note: '' };
  return { input: { [name]: { raw: data } }, note: fill(labels.pastedRaw, `${name}.raw`) };
}

export function isSample(value: Pasted | { refusal: string }): value is Pasted {
  return 'input' in value;
}

/** Browsers say where it went wrong, or the text around it, each in its own way. */
function syntaxRefusal(text: string, message: string): string {
  const [, at] = /position (\d+)/.exec(message) ?? [];
  const why = message
    .replace(/ (in JSON )?at position.*$/s, '')
    .replace(/, "?.*is not valid JSON$/s, '');
  if (at === undefined) return fill(labels.pasteIncomplete, why);
  const { line, column } = whereIn(text, Number(at));
  return fill(labels.pasteSyntax, why, line, column);
}

function whatIs(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return value === null ? 'null' : JSON.stringify(value).slice(0, 20);
}
