import type { Caller, Org } from '../org.ts';
import { refuse } from '../records/refusal.ts';
import type { Value } from '../records/row.ts';
import { isNumber, type Field, type ObjectType } from '../schema/model.ts';
import { isAggregate } from './aggregate.ts';
import { findRows } from './find-rows.ts';
import { openQuery } from './open.ts';
import { refuseRepeated, selectedColumns, type Selected } from './select.ts';

/** A query's result as rows of texts, as Bulk writes it. */
export interface TableResult {
  object: ObjectType;
  /** Names with their path, such as `Lead__r.Email`. */
  header: string[];
  rows(): string[][];
}

/**
 * Compiles a query that Bulk can answer; `rows` runs it. Throws what a query throws, and
 * FEATURENOTENABLED for groups and children, which have no place in a table.
 */
export function compileTable(
  org: Org,
  caller: Caller,
  soql: string,
  options: { version: string; withDeleted: boolean },
): TableResult {
  const { query, scope } = openQuery(org, caller, soql, options.version);
  const items = query.fields ?? [];
  if (isAggregate(query)) {
    throw refuse('FEATURENOTENABLED', 'Aggregate Relationships not supported in Bulk Query');
  }
  if (items.some((item) => item.type === 'FieldSubquery')) {
    throw refuse('FEATURENOTENABLED', 'Nested queries are not supported in Bulk Query');
  }
  const columns = items.flatMap((item) => selectedColumns(scope, item));
  refuseRepeated(items);
  return {
    object: scope.object,
    header: columns.map(pathOf),
    rows: () =>
      findRows(scope, query, options.withDeleted).map((row) =>
        columns.map(({ column }) => show(column.field, column.value(row))),
      ),
  };
}

function pathOf({ column: { steps }, name }: Selected): string {
  return [...steps.map(({ reference }) => reference.relationshipName ?? ''), name].join('.');
}

function show(field: Field, value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const isDecimal = isNumber(field.type) && field.type !== 'int';
  return isDecimal && !value.includes('.') ? `${value}.0` : value;
}
