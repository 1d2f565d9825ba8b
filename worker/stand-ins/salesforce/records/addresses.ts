import { COUNTRIES } from '../schema/features/countries.ts';
import { addressesOf } from '../schema/features/state-country.ts';
import { STATES } from '../schema/features/states.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { refuse } from './refusal.ts';
import { textOf, type Row, type Value } from './row.ts';

const NO_STATES = new Map<string, string>();

/**
 * Fills a state's or country's text from its code and the other way round, where the org has
 * picklists for them. Throws FIELD_INTEGRITY_EXCEPTION for what is none, or not of that country.
 */
export function completeAddresses(object: ObjectType, row: Row, values: Map<Field, Value>): void {
  const given = new Set([...values.keys()].map(({ name }) => name));
  for (const prefix of addressesOf(object)) {
    const [state, country] = [`${prefix}State`, `${prefix}Country`];
    const asked = [state, country].flatMap((name) => [name, `${name}Code`]);
    if (asked.some((name) => given.has(name))) complete(object, row, given, state, country);
  }
}

function complete(
  object: ObjectType,
  row: Row,
  given: Set<string>,
  state: string,
  country: string,
): void {
  pair(object, row, given, country, COUNTRIES, () => wrong(`${COUNTRY} countries.`, country));
  const code = textOf(row, `${country}Code`);
  const hasState = row[state] ?? row[`${state}Code`];
  if (!code && hasState) {
    throw wrong(
      `A country/territory must be specified before specifying a state value for field: ` +
        labelOf(object, state),
      state,
    );
  }
  const states = STATES[code ?? ''] ?? NO_STATES;
  const isNew = given.has(state) || given.has(`${state}Code`);
  if (!isNew && hasState && !states.has(textOf(row, `${state}Code`) ?? '')) {
    throw unrecognised(object, state);
  }
  pair(object, row, given, state, states, (byCode) =>
    byCode ? unrecognised(object, state) : wrong(`${STATE} states.`, state),
  );
}

const COUNTRY =
  "There's a problem with this country, even though it may appear correct. Please select a " +
  'country/territory from the list of valid';
const STATE =
  "There's a problem with this state, even though it may appear correct. Please select a " +
  'state/province from the list of valid';

function unrecognised(object: ObjectType, state: string): Error {
  const label = labelOf(object, `${state}Code`);
  return wrong(
    `The existing country/territory doesn't recognize the state value for field: ${label}`,
    `${state}Code`,
  );
}

/** Brings a text and its code together; whichever the request names decides. */
function pair(
  object: ObjectType,
  row: Row,
  given: Set<string>,
  text: string,
  names: Map<string, string>,
  problem: (byCode: boolean) => Error,
): void {
  const code = `${text}Code`;
  const [newText, newCode] = [given.has(text), given.has(code)];
  if (!newText && !newCode) return;
  const chosen = newCode ? (textOf(row, code) ?? null) : codeOf(names, textOf(row, text));
  if (chosen === undefined || (chosen !== null && !names.has(chosen))) throw problem(newCode);
  const fromText = newText ? codeOf(names, textOf(row, text)) : chosen;
  if (newCode && newText && fromText !== chosen && row[text] !== null) {
    throw wrong(
      `Mismatched integration value and ISO code for field: ${labelOf(object, text)}`,
      text,
    );
  }
  row[code] = chosen;
  row[text] = chosen === null ? null : (names.get(chosen) ?? null);
}

/** The code of a name in any case of letters; null for nothing, undefined for no such name. */
function codeOf(names: Map<string, string>, text: string | undefined): string | null | undefined {
  if (text === undefined) return null;
  const wanted = text.toLowerCase();
  return [...names].find(([, name]) => name.toLowerCase() === wanted)?.[0];
}

function labelOf(object: ObjectType, name: string): string {
  return object.fields.find((field) => field.name === name)?.label ?? name;
}

function wrong(message: string, field: string): Error {
  return refuse('FIELD_INTEGRITY_EXCEPTION', message, [field]);
}
