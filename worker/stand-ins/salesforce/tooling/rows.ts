import type { Org } from '../org.ts';
import { wholeSeconds } from '../records/parse-value.ts';
import type { Row, Value } from '../records/row.ts';
import type { ObjectType } from '../schema/model.ts';

/** The org as the Tooling API shows it: with other objects, and the same clock, users and rules. */
export function toolingOf(org: Org): Org {
  return { ...org, schema: org.packaging.schema, database: org.packaging.database };
}

/** An object of this view. Throws when it has none: a mistake of the local org's own. */
export function objectNamed({ schema }: Org, name: string): ObjectType {
  const object = schema.object(name);
  if (!object) throw new Error(`The local org has no ${name} here.`);
  return object;
}

export function rowsOf(org: Org, name: string): Row[] {
  return org.database.table(objectNamed(org, name)).all();
}

export function rowAt(org: Org, name: string, id: string): Row | undefined {
  return org.database.table(objectNamed(org, name)).get(id);
}

/** Makes a record on the platform's behalf, with what it may not be without. */
export function makeRow(
  org: Org,
  name: string,
  values: Record<string, Value>,
  userId = org.residents.adminId,
): Row {
  const object = objectNamed(org, name);
  const now = wholeSeconds(org.clock.now());
  const defaults = object.fields.flatMap(({ name: field, defaultValue }) =>
    defaultValue === undefined ? [] : [[field, defaultValue]],
  );
  const row = {
    Id: values.Id ?? org.database.newId(object),
    IsDeleted: false,
    ...Object.fromEntries(defaults),
    CreatedDate: now,
    CreatedById: userId,
    LastModifiedDate: now,
    LastModifiedById: userId,
    SystemModstamp: now,
    ...values,
  } as Row;
  org.database.put(object, row);
  return row;
}

export function changeRow(org: Org, name: string, row: Row, values: Record<string, Value>): void {
  const now = wholeSeconds(org.clock.now());
  const stamps = { LastModifiedDate: now, SystemModstamp: now };
  org.database.put(objectNamed(org, name), { ...row, ...stamps, ...values });
}
