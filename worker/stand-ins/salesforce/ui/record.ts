import type { Row } from '../records/row.ts';
import { textOf } from '../records/row.ts';
import type { Call } from '../rest/call.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { eTagOf } from './components.ts';
import { fieldValue, parentName, parentOf, type FieldValue } from './field-value.ts';
import { recordTypeOf } from './object-info.ts';
import type { Selection } from './selection.ts';

type Asker = Pick<Call, 'org' | 'caller'>;

/** A record with the fields asked for, those of its parents within it. */
export function record(call: Asker, object: ObjectType, row: Row, selection: Selection): object {
  const shown = {
    apiName: object.name,
    childRelationships: {},
    fields: fields(call, object, row, selection),
    id: row.Id,
    lastModifiedById: textOf(row, 'LastModifiedById') ?? null,
    lastModifiedDate: textOf(row, 'LastModifiedDate') ?? null,
    recordTypeId: recordTypeOf(object),
    recordTypeInfo: null,
    systemModstamp: textOf(row, 'SystemModstamp') ?? null,
    weakEtag: Date.parse(textOf(row, 'SystemModstamp') ?? '') || 0,
  };
  return { ...shown, eTag: eTagOf(shown) };
}

/** The values of a record that need not exist yet, by the names of the fields. */
export function fields(
  call: Asker,
  object: ObjectType,
  row: Row,
  selection: Selection,
): Record<string, FieldValue> {
  const { org, caller } = call;
  const shown = [...selection.fields].map((field): [string, FieldValue] => [
    field.name,
    fieldValue(org, caller, object, field, row),
  ]);
  const parents = [...selection.parents].map(([reference, below]): [string, FieldValue] => [
    reference.relationshipName ?? '',
    parent(call, reference, row, below.selection),
  ]);
  return Object.fromEntries(
    [...shown, ...parents].sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function parent(call: Asker, reference: Field, row: Row, selection: Selection): FieldValue {
  const { org, caller } = call;
  const found = parentOf(org, caller, reference, row);
  if (!found) return { displayValue: null, value: null };
  return {
    displayValue: parentName(org, caller, reference, row),
    value: record(call, found.object, found.row, selection),
  };
}
