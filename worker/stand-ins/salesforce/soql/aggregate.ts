import type { FieldType, Query } from '@jetstreamapp/soql-parser-js';
import { present } from '../records/present.ts';
import { refuse } from '../records/refusal.ts';
import type { Row } from '../records/row.ts';
import type { Column, Scope } from './columns.ts';
import { fold } from './compare.ts';
import { notImitated } from './complain.ts';
import { slicePage, sort } from './find-rows.ts';
import { plainColumns, type ColumnOf, type Named } from './functions.ts';
import { measure } from './measure.ts';
import { toTree } from './tree.ts';
import { compile } from './where.ts';

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

export interface Cell {
  name: string;
  /** Each row it is asked about stands for a group: its id is the group's place. */
  column: Column;
  /** Whether a function makes it. */
  computed: boolean;
}

/** What each group shows. Throws MALFORMED_QUERY for a field that is not grouped by. */
export function groupCells(scope: Scope, query: Query, groups: Row[][]): Cell[] {
  let unnamed = 0;
  const columnOf = groupColumns(scope, query, groups);
  return (query.fields ?? []).map((item) => {
    const column = columnOf(named(item));
    const alias = 'alias' in item && item.alias ? item.alias : undefined;
    const computed = item.type === 'FieldFunctionExpression';
    const name = alias ?? (computed ? `expr${unnamed++}` : column.field.name);
    return { name, column, computed };
  });
}

function named(item: FieldType): Named {
  if (item.type === 'Field') return { field: item.field };
  if (item.type === 'FieldRelationship') {
    return { field: [...item.relationships, item.field].join('.') };
  }
  if (item.type === 'FieldFunctionExpression') return { fn: item };
  throw notImitated(item.type);
}

/** One record per group of rows, in the query's order or that in which the groups first appear. */
export function aggregate(scope: Scope, query: Query, rows: Row[]): Record<string, unknown>[] {
  const groups = group(rows, groupedBy(scope, query));
  const cells = groupCells(scope, query, groups);
  const columnOf = groupColumns(scope, query, groups);
  const keeps = query.having ? compile(scope, toTree(query.having), columnOf) : () => true;
  const standIns = groups.map((_, place): Row => ({ Id: String(place) })).filter(keeps);
  sort(standIns, query.orderBy, columnOf);
  return slicePage(standIns, query).map((row) => ({
    attributes: { type: 'AggregateResult' },
    ...Object.fromEntries(
      cells.map(({ name, column }) => [name, present(column.field, column.value(row))]),
    ),
  }));
}

function groupedBy(scope: Scope, query: Query): Column[] {
  return [query.groupBy ?? []].flat().map(plainColumns(scope));
}

function group(rows: Row[], by: Column[]): Row[][] {
  if (by.length === 0) return [rows];
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const values = by.map(({ field, value }) => {
      const own = value(row);
      return typeof own === 'string' ? fold(field, own) : own;
    });
    const key = JSON.stringify(values);
    const known = found.get(key);
    if (known) known.push(row);
    else found.set(key, [row]);
  }
  return [...found.values()];
}

/** Finds what a group has as a whole: the values it is grouped by, and what is computed of it. */
function groupColumns(scope: Scope, query: Query, groups: Row[][]): ColumnOf {
  const by = groupedBy(scope, query);
  const rowsOf = (row: Row): Row[] => groups[Number(row.Id)] ?? [];
  return (wanted) => {
    const computed = 'fn' in wanted ? measure(scope, wanted.fn) : undefined;
    if (computed) {
      const { field, value } = computed;
      return { steps: [], object: scope.object, field, value: (row) => value(rowsOf(row)) };
    }
    const own = plainColumns(scope)(wanted);
    const isGrouped = by.some(
      ({ field, steps }) => field.name === own.field.name && samePath(steps, own.steps),
    );
    if (!isGrouped) {
      throw refuse('MALFORMED_QUERY', `Field must be grouped or aggregated: ${own.field.name}`);
    }
    const value: Column['value'] = (row) => {
      const [first] = rowsOf(row);
      return first ? own.value(first) : null;
    };
    return { ...own, value };
  };
}

function samePath(one: Column['steps'], other: Column['steps']): boolean {
  const path = (steps: Column['steps']): string =>
    steps.map(({ reference }) => reference.name).join('.');
  return path(one) === path(other);
}
