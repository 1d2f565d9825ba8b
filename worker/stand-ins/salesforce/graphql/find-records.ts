import type { GraphQLResolveInfo } from 'graphql';
import type { Row } from '../records/row.ts';
import type { ObjectType } from '../schema/model.ts';
import type { Scope } from '../soql/columns.ts';
import { findRows } from '../soql/find-rows.ts';
import { openQuery } from '../soql/open.ts';
import { refuse } from '../records/refusal.ts';
import type { Context, Input } from './context.ts';
import { filterText, quoted } from './filter-text.ts';
import { orderKeys, type OrderKey } from './order-text.ts';
import { connectionOf, type PageArguments } from './paging.ts';
import { RecordNode } from './record-node.ts';
import { asWritten } from './written-order.ts';

/** The records of an object, or those of them that are a parent's children. */
export function recordConnection(
  context: Context,
  object: ObjectType,
  args: Input,
  info: GraphQLResolveInfo,
  children?: Row[],
) {
  const orderBy = asWritten(context, info.fieldNodes, 'orderBy', args.orderBy);
  const keys = orderKeys(context.call.org.schema, object, orderBy);
  const { rows } = matching(context, object, args, keys, children);
  return connectionOf(
    rows,
    args as PageArguments,
    (row, siblings) => new RecordNode(object, row, { siblings, depth: children ? 1 : 0 }),
  );
}

/** Runs the query that the arguments stand for; SOQL does the rest, sharing included. */
export function matching(
  context: Context,
  object: ObjectType,
  args: Input,
  keys: OrderKey[],
  from?: Row[],
): { scope: Scope; rows: Row[] } {
  const { org, caller, version } = context.call;
  const soql = soqlOf(context, object, args, keys);
  const opened = context.opened.get(soql) ?? openQuery(org, caller, soql, version);
  context.opened.set(soql, opened);
  const { scope, query } = opened;
  return { scope, rows: findRows(scope, query, false, from) };
}

function soqlOf(context: Context, object: ObjectType, args: Input, keys: OrderKey[]): string {
  const { org, caller } = context.call;
  const mine = args.scope === 'MINE' ? `OwnerId = ${quoted(caller.userId)}` : '';
  const where = [filterText(org.schema, object, args.where), mine].filter(Boolean).join(' AND ');
  const order = keys.map(({ path, function: name, order: direction, nulls }) => {
    if (name !== undefined) {
      throw refuse('MALFORMED_QUERY', `Ordering by ${name} of ${path} takes an aggregate query`);
    }
    return `${path} ${direction} NULLS ${nulls}`;
  });
  return [
    `SELECT Id FROM ${object.name}`,
    ...(where ? [`WHERE ${where}`] : []),
    ...(order.length > 0 ? [`ORDER BY ${order.join(', ')}`] : []),
  ].join(' ');
}
