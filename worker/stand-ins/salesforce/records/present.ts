import type { Field, ObjectType } from '../schema/model.ts';
import { isNumber } from '../schema/model.ts';
import { rawNumber } from './json.ts';
import type { Row, Value } from './row.ts';

/** A kept value as the REST API writes it in JSON. */
export function present(field: Field, value: Value | undefined): unknown {
  if (value === undefined || value === null) return field.type === 'boolean' ? false : null;
  if (typeof value === 'boolean') return value;
  if (isNumber(field.type)) return presentNumber(field.type === 'int', value);
  return field.type === 'datetime' ? presentInstant(value) : value;
}

/** Decimals always show a point, whole-number fields never. */
export function presentNumber(whole: boolean, decimal: string): unknown {
  return rawNumber(whole || decimal.includes('.') ? decimal : `${decimal}.0`);
}

/** `2026-08-21T10:15:30.000+0000`: the API's own way to write UTC. */
function presentInstant(iso: string): string {
  return iso.replace('Z', '+0000');
}

export function attributes(object: ObjectType, id: string, version: string) {
  return { type: object.name, url: `/services/data/${version}/sobjects/${object.name}/${id}` };
}

/** A record with the given fields, as a read by id answers it. */
export function presentRecord(
  object: ObjectType,
  row: Row,
  fields: Field[],
  version: string,
): Record<string, unknown> {
  return {
    attributes: attributes(object, row.Id, version),
    ...Object.fromEntries(fields.map((field) => [field.name, present(field, row[field.name])])),
  };
}
