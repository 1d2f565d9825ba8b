import type { GraphQLResolveInfo } from 'graphql';
import { Refused } from '../records/refusal.ts';
import { aggregateConnection } from './aggregates.ts';
import { isInput, objectOf, type Context, type Input } from './context.ts';
import { recordConnection } from './find-records.ts';
import { mutate, type Outcome } from './mutate.ts';
import { objectInfos } from './object-infos.ts';
import { operationsOf } from './operations.ts';
import { RecordNode } from './record-node.ts';

type Resolve = (name: string, args: Input, context: Context, info: GraphQLResolveInfo) => unknown;

/** Finds the value of any field: what it belongs to knows it, or holds it. */
export function resolveField(
  source: unknown,
  args: Input,
  context: Context,
  info: GraphQLResolveInfo,
): unknown {
  const owner = source as Input & { resolve?: Resolve };
  return typeof owner.resolve === 'function'
    ? owner.resolve(info.fieldName, args, context, info)
    : owner[info.fieldName];
}

/** Which of several types a record is. */
export function resolveType(source: unknown): string {
  if (source instanceof RecordNode) return source.object.name;
  throw new Error('Only records may be of several types.');
}

const RECORDS: { resolve: Resolve } = {
  resolve: (name, args, context, info) =>
    recordConnection(context, objectOf(context, name), args, info),
};

const AGGREGATES: { resolve: Resolve } = {
  resolve: (name, args, context, info) =>
    aggregateConnection(context, objectOf(context, name), args, info),
};

const UIAPI: { resolve: Resolve } = {
  resolve: (name, args, context) => {
    if (name === 'query') return RECORDS;
    if (name === 'aggregate') return AGGREGATES;
    if (name === 'objectInfos') return objectInfos(context.call, args.apiNames);
    return currentUser(context);
  },
};

export const QUERY = { uiapi: UIAPI };

function currentUser(context: Context): RecordNode | null {
  const { org, caller } = context.call;
  const user = objectOf(context, 'User');
  const row = org.database.table(user).get(caller.userId);
  return row ? new RecordNode(user, row, { siblings: 1, depth: 0 }) : null;
}

export const MUTATION: { resolve: Resolve } = {
  resolve: (_name, args, context, info) => {
    const allOrNone = !isInput(args.input) || args.input.allOrNone !== false;
    const outcomes = mutate(context, operationsOf(context, info), allOrNone);
    const resolve: Resolve = (_field, _args, _context, { path }) =>
      payload(context, outcomes.get(String(path.key)));
    return { resolve };
  },
};

function payload({ call }: Context, outcome: Outcome | undefined): unknown {
  if (!outcome) return null;
  if (outcome instanceof Refused) throw outcome;
  const { operation, row } = outcome;
  if (operation.verb === 'Delete') return { Id: row.Id };
  const { object } = operation;
  // As the table holds it, formulas and roll-ups included.
  const held = call.org.database.table(object).get(row.Id) ?? row;
  const place = { siblings: 1, depth: 0, ofMutation: true };
  return { success: true, Record: new RecordNode(object, held, place) };
}
