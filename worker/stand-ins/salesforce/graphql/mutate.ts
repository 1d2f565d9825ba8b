import type { Org } from '../org.ts';
import { JsonNumber, type JsonObject, type JsonValue } from '../records/json.ts';
import { readBody } from '../records/read-body.ts';
import { Refused, refuse } from '../records/refusal.ts';
import { remove } from '../records/remove.ts';
import { textOf, type Row } from '../records/row.ts';
import { insert, update } from '../records/save.ts';
import type { Call } from '../rest/call.ts';
import { existing } from '../rest/records.ts';
import type { Context } from './context.ts';
import { REFERENCE, type Operation } from './operations.ts';

/** What became of an operation: the record it made or changed, or why it did not. */
export type Outcome = { operation: Operation; row: Row } | Refused;

/**
 * Runs the changes of one mutation. All or nothing, one failure undoes them all; otherwise it undoes
 * those that the failed one takes values from, or that take values from it.
 */
export function mutate(
  { call }: Context,
  operations: Operation[],
  allOrNone: boolean,
): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const group of allOrNone ? [operations] : dependents(operations)) {
    call.org.database.transaction(
      () => runGroup(call, group, outcomes),
      (done) => done,
    );
  }
  return outcomes;
}

/** Operations that hang together, in the order of the first of each. */
function dependents(operations: Operation[]): Operation[][] {
  const groupOf = new Map<string, Operation[]>();
  for (const operation of operations) {
    const joined = [...new Set(operation.needs.flatMap((key) => [groupOf.get(key) ?? []]))];
    const group = [...joined.flat(), operation];
    for (const member of group) groupOf.set(member.key, group);
  }
  return [...new Set(operations.map(({ key }) => groupOf.get(key) ?? []))];
}

function runGroup(call: Call, group: Operation[], outcomes: Map<string, Outcome>): boolean {
  for (const operation of group) {
    try {
      outcomes.set(operation.key, { operation, row: run(call, operation, outcomes) });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      for (const { key } of group) outcomes.set(key, rolledBack());
      outcomes.set(operation.key, error);
      return false;
    }
  }
  return true;
}

function rolledBack(): Refused {
  return refuse(
    'PROCESSING_HALTED',
    'The transaction was rolled back since another operation in the same transaction failed.',
  );
}

function run(call: Call, operation: Operation, outcomes: Map<string, Outcome>): Row {
  const { org, caller } = call;
  const { verb, object } = operation;
  const fill = (value: unknown): JsonValue => fillIn(call, value, outcomes);
  const body: JsonObject = Object.fromEntries(
    Object.entries(operation.fields).map(([name, value]) => [name, fill(value)]),
  );
  if (verb === 'Create') {
    return insert(org, caller, object, readBody(org, caller, object, body));
  }
  const row = existing(call, object, idText(fill(operation.id)));
  if (verb === 'Delete') {
    remove(org, caller, object, row);
    return row;
  }
  return update(org, caller, object, row, readBody(org, caller, object, body));
}

function idText(value: JsonValue): string {
  return typeof value === 'string' ? value : '';
}

/** A value as JSON has it, a reference to an earlier operation filled in. */
function fillIn(call: Call, value: unknown, outcomes: Map<string, Outcome>): JsonValue {
  if (typeof value === 'number') return new JsonNumber(String(value));
  if (typeof value !== 'string') return (value ?? null) as JsonValue;
  const [, key = '', path = ''] = REFERENCE.exec(value) ?? [];
  return key === '' ? value : referenced(call, key, path, outcomes);
}

const PATHS_SINCE = 67;

function referenced(
  { org, version }: Call,
  key: string,
  path: string,
  outcomes: Map<string, Outcome>,
): JsonValue {
  const outcome = outcomes.get(key);
  if (!outcome || outcome instanceof Refused) {
    throw refuse(
      'INVALID_INPUT',
      `Invalid reference @{${key}${path}}: no earlier operation ${key}`,
    );
  }
  const { operation, row } = outcome;
  if (path === '') {
    if (operation.verb !== 'Update') return row.Id;
    throw refuse('INVALID_INPUT', `Invalid reference @{${key}}: an update cannot be referred to`);
  }
  const isKnown = Number.parseInt(version.slice(1), 10) >= PATHS_SINCE;
  const value = isKnown ? valueAt(org, operation, row, path) : undefined;
  if (value === undefined) throw refuse('INVALID_INPUT', `Invalid reference @{${key}${path}}`);
  return value;
}

/** `.Record.Id`, or `.Record.Name.value` */
function valueAt(org: Org, { object }: Operation, row: Row, path: string): string | undefined {
  if (path === '.Record.Id') return row.Id;
  const [, name = ''] = /^\.Record\.(\w+)\.value$/.exec(path) ?? [];
  const field = org.schema.field(object, name);
  return field && textOf(row, field.name);
}
