import type { Row } from '../records/row.ts';
import type { ObjectType, Schema } from '../schema/model.ts';
import type { Column, Scope } from '../soql/columns.ts';
import { fold } from '../soql/compare.ts';
import { plainColumns } from '../soql/functions.ts';
import { isInput, type Input } from './context.ts';

/** One thing that groups are made by: a field, or a function of a date. */
export interface GroupKey {
  path: string;
  function?: string;
}

/** Rows that share the values of all keys. A key that a subtotal rolls up is not `kept`. */
export interface Group {
  rows: Row[];
  kept: GroupKey[];
}

/** The keys of a `groupBy`, in the order in which they are written. */
export function groupKeys(
  schema: Schema,
  object: ObjectType,
  groupBy: Input,
  path = '',
): GroupKey[] {
  return Object.entries(groupBy).flatMap(([name, value]): GroupKey[] => {
    if (!isInput(value)) return [];
    if (schema.field(object, name)) {
      const { function: part, group } = value;
      if (typeof part === 'string') return [{ path: `${path}${name}`, function: part }];
      return group === true ? [{ path: `${path}${name}` }] : [];
    }
    const parent = schema.object(schema.relationship(object, name)?.referenceTo[0] ?? '');
    return parent ? groupKeys(schema, parent, value, `${path}${name}.`) : [];
  });
}

/** The field, or the function of one, that a key stands for. */
export function columnOf(scope: Scope, { path, function: name }: GroupKey): Column {
  const find = plainColumns(scope);
  if (name === undefined) return find({ field: path });
  return find({ fn: { functionName: name, parameters: [path], rawValue: `${name}(${path})` } });
}

/** The groups themselves, then the subtotals that ROLLUP or CUBE add to them. */
export function makeGroups(scope: Scope, rows: Row[], keys: GroupKey[], type: unknown): Group[] {
  return subsets(keys, type).flatMap((kept) => groupBy(scope, rows, kept));
}

function subsets(keys: GroupKey[], type: unknown): GroupKey[][] {
  if (type === 'ROLLUP')
    return keys.map((_, left) => keys.slice(0, keys.length - left)).concat([[]]);
  if (type !== 'CUBE') return [keys];
  return keys
    .reduce<GroupKey[][]>((found, key) => found.flatMap((one) => [[...one, key], one]), [[]])
    .sort((one, other) => other.length - one.length);
}

function groupBy(scope: Scope, rows: Row[], kept: GroupKey[]): Group[] {
  if (kept.length === 0) return [{ rows, kept }];
  const columns = kept.map((key) => columnOf(scope, key));
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const values = columns.map(({ field, value }) => {
      const own = value(row);
      return typeof own === 'string' ? fold(field, own) : own;
    });
    const name = JSON.stringify(values);
    const known = found.get(name);
    if (known) known.push(row);
    else found.set(name, [row]);
  }
  return [...found.values()].map((members) => ({ rows: members, kept }));
}
