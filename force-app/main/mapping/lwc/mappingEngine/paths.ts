import { LONGEST_LIST, StepError } from './values.ts';

/** Reads one place of an input; undefined where there is nothing. */
export type Reader = (input: unknown) => unknown;

const MOST_NAMES = 12;
export const LONGEST_PATH = 255;

/** These lead from a record into the language itself. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** One more than counts, so that whoever gets the list sees that it was longer. */
const MOST_VALUES = LONGEST_LIST + 1;

const INDEX = /^(?:0|[1-9]\d{0,3})$/;

/** Why a path cannot be read, as a sentence; undefined when it can. */
export function pathProblem(path: unknown): string | undefined {
  if (typeof path !== 'string' || path === '')
    return 'A path is a text such as order.number; choose the source again.';
  if (path.length > LONGEST_PATH)
    return `A path has at most ${LONGEST_PATH} characters; choose the source again.`;
  const names = path.split('.');
  if (names.length > MOST_NAMES)
    return `A path has at most ${MOST_NAMES} names; choose the source again.`;
  if (names.some((name) => name === '' || name !== name.trim()))
    return 'A path is names with dots between them; remove the empty name.';
  return names.some((name) => FORBIDDEN.has(name))
    ? 'A path holds a name that is no field of a record; choose the source again.'
    : undefined;
}

/**
 * Own properties only. Of a list, `items` is the list, `items.0.sku` a value of one item, and
 * `items.sku` the values of all items, null where an item has none. Throws a StepError for a path
 * that `pathProblem` refuses.
 */
export function compilePath(path: string): Reader {
  const problem = pathProblem(path);
  if (problem !== undefined) throw new StepError(problem);
  const names = path.split('.');
  return (input) => walk(input, names, 0);
}

/** Reads any of the paths, each split once. A path that is not among them is not there. */
export function compileLookUp(paths: readonly string[]): (input: unknown) => Reader {
  const readers = new Map(paths.map((path) => [path, compilePath(path)]));
  return (input) => (path) => readers.get(path as string)?.(input);
}

function walk(input: unknown, names: readonly string[], from: number): unknown {
  let value = input;
  for (let at = from; at < names.length; at++) {
    if (typeof value !== 'object' || value === null) return undefined;
    const name = names[at] as string;
    if (Array.isArray(value)) {
      if (!INDEX.test(name)) return valuesOf(value, names, at, 1);
      value = value[Number(name)];
    } else if (Object.hasOwn(value, name)) {
      value = (value as Record<string, unknown>)[name];
    } else return undefined;
  }
  return value;
}

/** The values of all items; lists within lists are looked into as deep as a path is long. */
function valuesOf(
  list: readonly unknown[],
  names: readonly string[],
  at: number,
  depth: number,
): unknown[] {
  const values: unknown[] = [];
  for (const item of list) {
    if (values.length >= MOST_VALUES) break;
    const value = valueOf(item, names, at, depth);
    // Something for each item, so that a list of empty lists has an end too.
    if (!Array.isArray(value)) values.push(value ?? null);
    else if (value.length === 0) values.push(null);
    else values.push(...value.slice(0, MOST_VALUES - values.length));
  }
  return values;
}

function valueOf(item: unknown, names: readonly string[], at: number, depth: number): unknown {
  if (!Array.isArray(item)) return walk(item, names, at);
  return depth < MOST_NAMES ? valuesOf(item, names, at, depth + 1) : null;
}
