import { rowName, type FieldValue, type Row, type Unit } from '../deliver/row.ts';
import type { Pool } from '../shared/database/pool.ts';
import type { OrgId, RecordKey } from '../shared/ids.ts';

/** A value a person put in the place of one that Salesforce refused. */
interface Correction {
  recordKey: RecordKey;
  object: string;
  field: string;
  value: string;
  /** What the mapping gave when it was first used; null: not used yet. */
  insteadOf: string | null;
}

/**
 * Puts corrected values into the rows of the records they were made for. Once the mapping gives
 * another value than the one that was corrected, the shop has said something new, and the correction
 * is over.
 */
export async function correct(pool: Pool, org: OrgId, units: Unit[]): Promise<Unit[]> {
  const { rows: corrections } = await pool.query<Correction>(
    `select record_key as "recordKey", object, field, value, instead_of as "insteadOf"
     from cartbridge.correction where org_id = $1 and record_key = any($2)`,
    [org, units.map(({ key }) => key)],
  );
  if (corrections.length === 0) return units;
  const corrected = new Map<string, Row>();
  for (const correction of corrections) {
    const unit = units.find(({ key }) => key === correction.recordKey);
    const row = unit?.rows.find((one) => isMeant(one, correction));
    if (!row) continue;
    const known = corrected.get(rowName(row)) ?? row;
    const said = String(valueOf(known, correction.field) ?? '');
    if (correction.insteadOf !== null && correction.insteadOf !== said) {
      await drop(pool, org, correction);
      continue;
    }
    if (correction.insteadOf === null) await use(pool, org, correction, said);
    corrected.set(rowName(row), withValue(known, correction));
  }
  // Units share the rows of their person and shop.
  return units.map((unit) => ({
    ...unit,
    rows: unit.rows.map((row) => corrected.get(rowName(row)) ?? row),
  }));
}

function isMeant({ object, fields, createFields }: Row, correction: Correction): boolean {
  if (object !== correction.object) return false;
  // Own names only: people type them, and "constructor" is in every object.
  return (
    Object.hasOwn(fields, correction.field) || Object.hasOwn(createFields ?? {}, correction.field)
  );
}

function valueOf({ fields, createFields }: Row, field: string): FieldValue | undefined {
  return field in fields ? fields[field] : createFields?.[field];
}

function withValue(row: Row, { field, value }: Correction): Row {
  const put = (fields: Row['fields']): Row['fields'] =>
    field in fields ? { ...fields, [field]: likeBefore(fields[field], value) } : fields;
  const { createFields } = row;
  return {
    ...row,
    fields: put(row.fields),
    ...(createFields && { createFields: put(createFields) }),
  };
}

/** People type text; a number or a checkbox stays what it was. */
function likeBefore(before: FieldValue | undefined, text: string): FieldValue {
  if (typeof before === 'number' && Number.isFinite(Number(text))) return Number(text);
  return typeof before === 'boolean' ? text === 'true' : text;
}

const KEY = 'org_id = $1 and record_key = $2 and object = $3 and field = $4';

async function use(pool: Pool, org: OrgId, one: Correction, said: string): Promise<void> {
  await pool.query(`update cartbridge.correction set instead_of = $5 where ${KEY}`, [
    ...[org, one.recordKey, one.object, one.field],
    said,
  ]);
}

async function drop(pool: Pool, org: OrgId, one: Correction): Promise<void> {
  await pool.query(`delete from cartbridge.correction where ${KEY}`, [
    ...[org, one.recordKey, one.object, one.field],
  ]);
}
