import type { ValueType } from './stepDefinition.ts';

/** What is known of a value before there is one. */
export interface Shape {
  type: ValueType;
  /** The most characters of a text; absent when it may be any number. */
  maxLength?: number;
  /** The only texts it can be. */
  values?: readonly string[];
  /** The most digits before and after the point of a number. */
  whole?: number;
  scale?: number;
  /** Of the entries of a list. */
  entry?: Shape;
  neverBlank?: boolean;
}

/** Several sources give the list of their values; one gives its own. */
export function shapeOfSources(shapes: readonly Shape[]): Shape | undefined {
  if (shapes.length < 2) return shapes[0];
  return { type: 'list', entry: shapes.reduce(merged) };
}

/** The value is the one or the other. */
export function merged(a: Shape, b: Shape): Shape {
  const shape: Shape = { type: a.type === b.type ? a.type : 'any' };
  const [left, right] = [longest(a), longest(b)];
  if (left !== undefined && right !== undefined) shape.maxLength = Math.max(left, right);
  if (a.values && b.values) shape.values = [...a.values, ...b.values];
  return shape;
}

/** The most characters of a text, by its bound or by its values; undefined for any number. */
export function longest({ maxLength, values }: Shape): number | undefined {
  if (!values) return maxLength;
  return values.reduce((most, { length }) => Math.max(most, length), 0);
}
