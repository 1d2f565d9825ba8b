import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import { average, sum } from '../records/decimal.ts';
import { refuse } from '../records/refusal.ts';
import type { Row, Value } from '../records/row.ts';
import { field as makeField } from '../schema/define.ts';
import { isNumber, type Field } from '../schema/model.ts';
import { resolveColumn, type Scope } from './columns.ts';
import { compareValues } from './compare.ts';
import { notImitated } from './complain.ts';

/** Something computed of a whole group of rows. */
export interface Measure {
  field: Field;
  value: (rows: Row[]) => Value;
}

const NAMES = ['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'];

/** What `SUM(Total__c)` computes; undefined when the function is none of a group. */
export function measure(scope: Scope, fn: FunctionExp): Measure | undefined {
  const name = fn.functionName?.toUpperCase() ?? '';
  if (!NAMES.includes(name)) return undefined;
  const [parameter] = fn.parameters ?? [];
  const counted = makeField(`${name.toLowerCase()}()`, name, 'int');
  if (name === 'COUNT' && parameter === undefined) {
    return { field: counted, value: (rows) => String(rows.length) };
  }
  if (typeof parameter !== 'string') throw notImitated(fn.rawValue ?? name);
  const column = resolveColumn(scope, parameter);
  const label = `${name.toLowerCase()}(${column.field.name})`;
  const numeric = (type: Field['type']): Field => makeField(label, label, type);
  const given = (rows: Row[]): Value[] =>
    rows.map((row) => column.value(row)).filter((value) => value !== null);
  if (name === 'COUNT')
    return { field: numeric('int'), value: (rows) => String(given(rows).length) };
  if (name === 'COUNT_DISTINCT') {
    return { field: numeric('int'), value: (rows) => String(new Set(given(rows)).size) };
  }
  if (name === 'MIN' || name === 'MAX') {
    const direction = name === 'MIN' ? 1 : -1;
    const order = (a: Value, b: Value): number => compareValues(column.field, a, b) * direction;
    const field = { ...column.field, name: label, label };
    return { field, value: (rows) => given(rows).sort(order)[0] ?? null };
  }
  if (!isNumber(column.field.type)) {
    throw refuse(
      'MALFORMED_QUERY',
      `field ${column.field.name} does not support aggregate operator ${name}`,
    );
  }
  const compute = name === 'SUM' ? sum : average;
  return {
    field: numeric('double'),
    value: (rows) => {
      const numbers = given(rows) as string[];
      return numbers.length > 0 ? compute(numbers) : null;
    },
  };
}
