import type { Call } from '../rest/call.ts';
import { bodyObject } from '../rest/call.ts';
import type { JsonObject, JsonValue } from '../records/json.ts';
import { JsonNumber } from '../records/json.ts';
import { badBody, badParameter } from './refusals.ts';

/** What a call was asked, whether in its URL or in its body. */
export type Ask = (name: string) => string[];

/** A list comes as one text parted by commas, or as the same parameter several times. */
export function fromUrl(call: Call): Ask {
  return (name) => split(call.query.getAll(name));
}

/** The same names in a JSON body, where a list may be an array. */
export function fromBody(body: JsonObject): Ask {
  return (name) => {
    const value = body[name] ?? null;
    if (value === null) return [];
    // A filter is one text, commas and all.
    if (name === 'where') return [textOf(name, value)];
    const list = Array.isArray(value) ? value : [value];
    return split(list.map((item) => textOf(name, item)));
  };
}

/** By POST the parameters are in the body, else in the URL. */
export function asked(call: Call): Ask {
  if (call.method === 'POST') return fromBody(call.text === '' ? {} : bodyObject(call));
  const ask = fromUrl(call);
  return (name) => (name === 'where' ? call.query.getAll(name) : ask(name));
}

function textOf(name: string, value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (value instanceof JsonNumber) return value.source;
  throw badBody(`${name} must be a text or a list of texts`);
}

function split(values: string[]): string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((part) => part.trim())
    .filter(Boolean);
}

/** A whole number within these bounds; the first of them is meant when nothing is given. */
export function wholeNumber(
  ask: Ask,
  name: string,
  { fallback, least, most }: { fallback: number; least: number; most: number },
): number {
  const [text] = ask(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw badParameter(
    `The value of parameter '${name}' must be within range ${least} to ${most}: ${text}`,
  );
}

/** One of a few words. */
export function choices<Word extends string>(ask: Ask, name: string, words: Word[]): Word[] {
  return ask(name).map((text) => {
    const word = words.find((one) => one === text);
    if (!word) {
      throw badParameter(
        `The value of parameter '${name}' must be one of ${words.join(', ')}: ${text}`,
      );
    }
    return word;
  });
}
