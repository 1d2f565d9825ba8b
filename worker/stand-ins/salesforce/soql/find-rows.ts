import type { OrderByClause, QueryBase } from '@jetstreamapp/soql-parser-js';
import { refuse } from '../records/refusal.ts';
import type { Row } from '../records/row.ts';
import { canRead, seesAll } from '../records/sharing.ts';
import { resolveColumn, type Scope } from './columns.ts';
import { compareValues } from './compare.ts';
import { notImitated } from './complain.ts';
import type { ColumnOf } from './functions.ts';
import { toTree, type Test, type Tree } from './tree.ts';
import { compile, readOperands } from './where.ts';

const MOST_OFFSET = 2000;

/** The rows a query is about, in its order, within its limit. */
export function findRows(
  scope: Scope,
  query: QueryBase,
  withDeleted: boolean,
  from?: Row[],
): Row[] {
  const tree = query.where && toTree(query.where);
  const candidates = from ?? (tree && indexed(scope, tree)) ?? table(scope).all();
  const wanted = tree ? compile(scope, tree) : () => true;
  const isShared = sharedWith(scope);
  const rows = candidates.filter(
    (row) => (withDeleted || row.IsDeleted !== true) && wanted(row) && isShared(row),
  );
  sort(rows, query.orderBy, (named) => {
    if ('fn' in named) throw notImitated(named.fn.functionName ?? 'a function');
    return resolveColumn(scope, named.field);
  });
  return slicePage(rows, query);
}

/** What LIMIT and OFFSET leave of the rows. */
export function slicePage(rows: Row[], { limit, offset = 0 }: QueryBase): Row[] {
  if (offset > MOST_OFFSET) {
    throw refuse('NUMBER_OUTSIDE_VALID_RANGE', 'Maximum SOQL offset allowed is 2000');
  }
  return rows.slice(offset, limit === undefined ? undefined : offset + limit);
}

function sharedWith({ org, caller, object }: Scope): (row: Row) => boolean {
  if (seesAll(org, caller, object)) return () => true;
  return (row) => canRead(org, caller, object, row);
}

function table({ org, object }: Scope) {
  return org.database.table(object);
}

/** Rows an index can give, when a condition that must hold compares an indexed field. */
function indexed(scope: Scope, tree: Tree): Row[] | undefined {
  if (tree.kind === 'and') {
    for (const part of tree.parts) {
      const rows = part.kind === 'test' ? byIndex(scope, part.test) : undefined;
      if (rows) return rows;
    }
  }
  return tree.kind === 'test' ? byIndex(scope, tree.test) : undefined;
}

function byIndex(scope: Scope, test: Test): Row[] | undefined {
  if ('fn' in test || !['=', 'IN'].includes(test.operator.toUpperCase())) return undefined;
  const column = resolveColumn(scope, test.field);
  const { name } = column.field;
  const rows = table(scope);
  if (column.steps.length > 0 || !(name === 'Id' || rows.isIndexed(name))) return undefined;
  const keys = new Set<string>();
  for (const operand of readOperands(scope, column, test)) {
    if (typeof operand !== 'string') return undefined;
    keys.add(name === 'Id' ? operand : operand.toLowerCase());
  }
  return [...keys].flatMap((key) => (name === 'Id' ? (rows.get(key) ?? []) : rows.find(name, key)));
}

/** Puts rows into the query's order, in place. */
export function sort(
  rows: Row[],
  orderBy: OrderByClause | OrderByClause[] = [],
  columnOf: ColumnOf,
): void {
  const keys = [orderBy].flat().map((clause) => ({
    column: columnOf(clause),
    direction: clause.order === 'DESC' ? -1 : 1,
    // Nothing comes first in either direction unless the query says otherwise.
    nothing: clause.nulls === 'LAST' ? 1 : -1,
  }));
  if (keys.length === 0) return;
  rows.sort((one, other) => {
    for (const { column, direction, nothing } of keys) {
      const [left, right] = [column.value(one), column.value(other)];
      if (left === null && right === null) continue;
      if (left === null) return nothing;
      if (right === null) return -nothing;
      const order = compareValues(column.field, left, right) * direction;
      if (order !== 0) return order;
    }
    return 0;
  });
}
