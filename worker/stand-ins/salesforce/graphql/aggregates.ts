import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { refuse } from '../records/refusal.ts';
import type { Row } from '../records/row.ts';
import type { ObjectType } from '../schema/model.ts';
import type { Scope } from '../soql/columns.ts';
import { sort } from '../soql/find-rows.ts';
import { columnOf, groupKeys, makeGroups, type Group, type GroupKey } from './aggregate-groups.ts';
import { AggregateNode, measured, PlainNode } from './aggregate-node.ts';
import type { Context, Input } from './context.ts';
import { matching } from './find-records.ts';
import { orderKeys, type OrderKey } from './order-text.ts';
import { connectionOf, type PageArguments } from './paging.ts';
import { asWritten } from './written-order.ts';

const FUNCTIONS = ['avg', 'sum', 'min', 'max', 'count', 'countDistinct'];

/** What `aggregate { Object { ... } }` answers: groups, or every record where nothing groups. */
export function aggregateConnection(
  context: Context,
  object: ObjectType,
  args: Input,
  info: GraphQLResolveInfo,
) {
  const { schema } = context.call.org;
  const grouping = asWritten(context, info.fieldNodes, 'groupBy', args.groupBy);
  const orderBy = asWritten(context, info.fieldNodes, 'orderBy', args.orderBy);
  const keys = groupKeys(schema, object, grouping);
  const order = orderKeys(schema, object, orderBy);
  const page = args as PageArguments;
  if (keys.length === 0 && !info.fieldNodes.some((node) => computes(info, node.selectionSet))) {
    const { scope, rows } = matching(context, object, args, order);
    return connectionOf(rows, page, (row) => ({ aggregate: new PlainNode(scope, row) }));
  }
  const { scope, rows } = matching(context, object, args, []);
  const groups = makeGroups(scope, rows, keys, grouping.type);
  return connectionOf(inOrder(scope, groups, keys, order), page, (group) => ({
    aggregate: new AggregateNode(scope, group, keys),
  }));
}

/** Whether a function of a group is asked for anywhere below. */
function computes(info: GraphQLResolveInfo, set: SelectionSetNode | undefined): boolean {
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === 'FragmentSpread') {
      return computes(info, info.fragments[selection.name.value]?.selectionSet);
    }
    if (selection.kind === 'Field' && FUNCTIONS.includes(selection.name.value)) return true;
    return computes(info, selection.selectionSet);
  });
}

function inOrder(scope: Scope, groups: Group[], keys: GroupKey[], order: OrderKey[]): Group[] {
  if (order.length === 0) return groups;
  // Sorting is SOQL's, which knows rows: each stands for the group at the place that is its id.
  const standIns = groups.map((_, place): Row => ({ Id: String(place) }));
  const groupAt = (row: Row): Group | undefined => groups[Number(row.Id)];
  const clauses = order.map(({ order: direction, nulls }, place) => ({
    field: String(place),
    order: direction,
    nulls,
  }));
  sort(standIns, clauses, (named) => {
    const key = 'field' in named ? order[Number(named.field)] : undefined;
    if (!key) throw new Error('Groups are put in order by the keys of the query alone.');
    return orderColumn(scope, keys, key, groupAt);
  });
  return standIns.flatMap((row) => groupAt(row) ?? []);
}

function orderColumn(
  scope: Scope,
  keys: GroupKey[],
  { path, function: name }: OrderKey,
  groupAt: (row: Row) => Group | undefined,
): ReturnType<typeof columnOf> {
  if (name !== undefined) {
    const { field } = measured(scope, name, path, []);
    const value = (row: Row) => measured(scope, name, path, groupAt(row)?.rows ?? []).value;
    return { steps: [], object: scope.object, field, value };
  }
  const key = keys.find((one) => one.path === path);
  if (!key) throw refuse('MALFORMED_QUERY', `Field must be grouped or aggregated: ${path}`);
  const column = columnOf(scope, key);
  const value = (row: Row) => {
    const group = groupAt(row);
    const [first] = group?.rows ?? [];
    return first && group?.kept.includes(key) ? column.value(first) : null;
  };
  return { ...column, value };
}
