import type { Pool, Queryable } from '../shared/database/pool.ts';
import type { OrgId } from '../shared/ids.ts';
import { findUnwritable } from './find-unwritable.ts';
import { fieldsOf, STAMP_FIELD, WHOLE, withFields, type Row } from './row.ts';
import type { SalesforceClient } from './salesforce/client.ts';

/** `Object.Field`, as the package's source names them; `Object.*` for all of an added object. */
export type FieldNames = ReadonlySet<string>;

/** A field that rows are written without, because Salesforce no longer takes it. */
export interface PausedField {
  object: string;
  field: string;
  code: string;
  message: string;
  since: Date;
}

export async function listPaused(db: Queryable, org: OrgId): Promise<PausedField[]> {
  const { rows } = await db.query<PausedField>(
    `select object, field, code, message, since from cartbridge.paused_field
     where org_id = $1 order by object, field`,
    [org],
  );
  return rows;
}

/** The fields that rows of this org are written without. */
export async function findPaused(db: Queryable, org: OrgId): Promise<FieldNames> {
  return new Set((await listPaused(db, org)).map(({ object, field }) => `${object}.${field}`));
}

/**
 * Looks which fields of refused rows Salesforce does not take any more and pauses them: one API call
 * for each object. None are paused where a record's key is among them or most of the package's own
 * are: then it is not a field that went away but rights that are missing.
 * @returns those that were paused now
 */
export async function pauseMissing(
  pool: Pool,
  client: SalesforceClient,
  rows: Row[],
): Promise<FieldNames> {
  const unwritable = await findUnwritable(client, rows);
  await pool.query(
    `insert into cartbridge.paused_field (org_id, object, field, code, message)
     select $1, object, field, code, message
     from unnest($2::text[], $3::text[], $4::text[], $5::text[])
       as news (object, field, code, message)
     on conflict (org_id, object, field) do nothing`,
    [
      client.org.id,
      unwritable.map(({ object }) => object),
      unwritable.map(({ field }) => field),
      unwritable.map(({ code }) => code),
      unwritable.map(({ message }) => message),
    ],
  );
  return new Set(unwritable.map(({ object, field }) => `${object}.${field}`));
}

/** Whether nothing of the row can be written: its object, which an admin added, is paused. */
export function rests(row: Row, paused: FieldNames): boolean {
  return row.isLast === true && paused.has(`${row.object}.${WHOLE}`);
}

/** The row without its paused fields; the very row where it has none. */
export function withoutPaused(row: Row, paused: FieldNames): Row {
  const keep = (field: string): boolean => !paused.has(`${row.object}.${field}`);
  if (paused.size === 0 || fieldsOf(row).every(keep)) return row;
  const { ifBlank, stamp, ...rest } = withFields(row, keep);
  return {
    ...rest,
    ...(ifBlank && { ifBlank: ifBlank.filter(keep) }),
    ...(stamp !== undefined && keep(STAMP_FIELD) && { stamp }),
  };
}
