import type { SourceField } from './sourceField.ts';
import type { ValueType } from './stepDefinition.ts';

/** Name, label, type, example, help; `personal` where it says something about a person. */
export type RawLine = readonly [
  name: string,
  label: string,
  type: ValueType,
  example: SourceField['example'],
  help: string,
  personal?: 'personal',
];

/** Fields of a shop's own record that is found at `path`, such as `order.raw`. */
export function rawFieldsAt(path: string, lines: readonly RawLine[]): SourceField[] {
  return lines.map(([name, label, type, example, help, personal]) => ({
    path: `${path}.${name}`,
    label,
    type,
    help,
    personal: personal === 'personal',
    example,
  }));
}

/** The same fields once more for a record within, such as each of two addresses. */
export function within(name: string, label: string, lines: readonly RawLine[]): RawLine[] {
  return lines.map(([inner, what, type, example, help, personal]) => [
    `${name}.${inner}`,
    `${label}: ${what}`,
    type,
    example,
    help,
    ...(personal ? [personal] : []),
  ]) as unknown as RawLine[];
}

/** Fields of the records of a list: a path reaches the values of all of them. */
export function ofEach(name: string, label: string, lines: readonly RawLine[]): RawLine[] {
  const lists = lines.map((line) => line.with(2, 'list')) as unknown as RawLine[];
  return [
    [name, label, 'items', '1 entry', `All of ${label.toLowerCase()}, for roll-ups.`],
    ...within(name, label, lists),
  ];
}
