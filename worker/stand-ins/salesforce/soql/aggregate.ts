import type { FieldFunctionExpression, FieldType, Query } from '@jetstreamapp/soql-parser-js';
import { average, sum } from '../records/decimal.ts';
import { present, presentNumber } from '../records/present.ts';
import { refuse } from '../records/refusal.ts';
import type { Row, Value } from '../records/row.ts';
import { isNumber } from '../schema/model.ts';
import { resolveColumn, type Column, type Scope } from './columns.ts';
import { compareValues, fold } from './compare.ts';
import { notImitated } from './complain.ts';

export function isAggregate(query: Query): boolean {
  return (
    query.groupBy !== undefined ||
    (query.fields ?? []).some(
      (item) => item.type === 'FieldFunctionExpression' && item.isAggregateFn === true,
    )
  );
}

/** `SELECT COUNT() FROM ...`, which answers a number and no records. */
export function isPlainCount(query: Query): boolean {
  const [item] = query.fields ?? [];
  return (
    query.fields?.length === 1 &&
    item?.type === 'FieldFunctionExpression' &&
    item.functionName.toUpperCase() === 'COUNT' &&
    item.parameters.length === 0
  );
}

type Cell = { name: string; show(rows: Row[]): unknown };

/** One record per group of rows, in the order in which the groups first appear. */
export function aggregate(scope: Scope, query: Query, rows: Row[]): Record<string, unknown>[] {
  if (query.having) throw notImitated('HAVING');
  const groupBy = [query.groupBy ?? []].flat().map((clause) => {
    if ('fn' in clause) throw notImitated(clause.fn.functionName ?? 'a function');
    return resolveColumn(scope, clause.field);
  });
  let unnamed = 0;
  const cells = (query.fields ?? []).map((item): Cell => {
    if (item.type !== 'FieldFunctionExpression') return groupCell(scope, item, groupBy);
    const name = item.alias ?? `expr${unnamed++}`;
    return { name, show: aggregateCell(scope, item) };
  });
  return groups(rows, groupBy).map((group) => ({
    attributes: { type: 'AggregateResult' },
    ...Object.fromEntries(cells.map((cell) => [cell.name, cell.show(group)])),
  }));
}

function groups(rows: Row[], groupBy: Column[]): Row[][] {
  if (groupBy.length === 0) return [rows];
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const values = groupBy.map(({ field, value }) => {
      const own = value(row);
      return typeof own === 'string' ? fold(field, own) : own;
    });
    const key = JSON.stringify(values);
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return [...found.values()];
}

function groupCell(scope: Scope, item: FieldType, groupBy: Column[]): Cell {
  if (item.type !== 'Field' && item.type !== 'FieldRelationship') throw notImitated(item.type);
  const path = 'relationships' in item ? [...item.relationships, item.field].join('.') : item.field;
  const column = resolveColumn(scope, path);
  if (!groupBy.some((group) => group.field === column.field)) {
    throw refuse('MALFORMED_QUERY', `Field must be grouped or aggregated: ${column.field.name}`);
  }
  return {
    name: ('alias' in item && item.alias) || column.field.name,
    show: ([first]) => (first ? present(column.field, column.value(first)) : null),
  };
}

function aggregateCell(scope: Scope, item: FieldFunctionExpression): (rows: Row[]) => unknown {
  const name = item.functionName.toUpperCase();
  const [parameter] = item.parameters;
  if (name === 'COUNT' && parameter === undefined) return (rows) => rows.length;
  if (typeof parameter !== 'string') throw notImitated(name);
  const column = resolveColumn(scope, parameter);
  const { field } = column;
  const valuesOf = (rows: Row[]): Value[] =>
    rows.map((row) => column.value(row)).filter((value) => value !== null);
  const extreme = (rows: Row[], direction: number): unknown => {
    const sorted = valuesOf(rows).sort((a, b) => compareValues(field, a, b) * direction);
    return sorted[0] === undefined ? null : present(field, sorted[0]);
  };
  if (name === 'COUNT') return (rows) => valuesOf(rows).length;
  if (name === 'COUNT_DISTINCT') return (rows) => new Set(valuesOf(rows)).size;
  if (name === 'MIN') return (rows) => extreme(rows, 1);
  if (name === 'MAX') return (rows) => extreme(rows, -1);
  if ((name === 'SUM' || name === 'AVG') && isNumber(field.type)) {
    return (rows) => {
      const numbers = valuesOf(rows) as string[];
      if (numbers.length === 0) return null;
      return presentNumber(false, name === 'SUM' ? sum(numbers) : average(numbers));
    };
  }
  throw refuse(
    'MALFORMED_QUERY',
    `field ${field.name} does not support aggregate operator ${name}`,
  );
}
