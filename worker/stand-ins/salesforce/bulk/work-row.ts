import type { Caller, Org } from '../org.ts';
import type { Draft } from '../records/read-body.ts';
import { refuse } from '../records/refusal.ts';
import { remove } from '../records/remove.ts';
import { insert, update } from '../records/save.ts';
import { existing } from '../rest/records.ts';
import { upsertRow } from '../rest/upsert.ts';
import type { Field, ObjectType } from '../schema/model.ts';

/** Everything that is the same for all rows of a job. */
export interface RowContext {
  org: Org;
  caller: Caller;
  object: ObjectType;
  operation: string;
  /** The field by which an upsert finds its records. */
  key?: Field;
}

export interface Worked {
  id: string;
  created: boolean;
}

/** The value that names the row's record, taken out of the draft; null when there is none. */
export function takeKey({ operation, key, object }: RowContext, draft: Draft): string | null {
  if (operation === 'insert') return null;
  const field = key ?? object.fields.find(({ type }) => type === 'id');
  if (!field) return null;
  const value = draft.values.get(field);
  draft.values.delete(field);
  return typeof value === 'string' ? value : null;
}

/** Does what the job does with a row. Throws Refused, and has then changed nothing. */
export function workRow(context: RowContext, draft: Draft, keyValue: string | null): Worked {
  const { org, caller, object, operation, key } = context;
  if (operation === 'insert' || (operation === 'upsert' && byId(key) && keyValue === null)) {
    return { id: insert(org, caller, object, draft).Id, created: true };
  }
  if (operation === 'upsert' && key && !byId(key)) {
    return upsertRow(context, object, key, { draft, value: keyValue });
  }
  if (keyValue === null) {
    throw refuse('MISSING_ARGUMENT', `Id not specified in ${article(operation)} call`, []);
  }
  const row = existing(context, object, keyValue, 400);
  if (operation === 'delete') remove(org, caller, object, row);
  else update(org, caller, object, row, draft);
  return { id: row.Id, created: false };
}

function byId(key: Field | undefined): boolean {
  return key?.type === 'id';
}

function article(operation: string): string {
  return /^[aeiou]/.test(operation) ? `an ${operation}` : `a ${operation}`;
}
