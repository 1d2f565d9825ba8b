import { normaliseId } from '../records/ids.ts';
import { notFound } from '../records/refusal.ts';
import type { Call, Handler } from '../rest/call.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { eTagOf } from './components.ts';
import { labelOf } from './field-value.ts';
import { recordTypeOf } from './object-info.ts';
import { objectNamed, visibleFields } from './objects.ts';
import { badParameter, noField } from './refusals.ts';

const isPicklist = ({ type }: Field): boolean => type === 'picklist' || type === 'multipicklist';

/** What may be chosen in every picklist the caller sees. */
export const picklistsOfRecordType: Handler = (call, { object: name, recordType = '' }) => {
  const object = objectNamed(call, name);
  checkRecordType(object, recordType);
  const fields = visibleFields(call, object).filter(isPicklist);
  const body = {
    picklistFieldValues: Object.fromEntries(
      fields.map((field) => [field.name, valuesOf(call, object, field)]),
    ),
  };
  return { status: 200, body: { eTag: eTagOf(body), ...body } };
};

export const picklistOfField: Handler = (call, parameters) => {
  const { object: name, recordType = '', field: fieldName = '' } = parameters;
  const object = objectNamed(call, name);
  checkRecordType(object, recordType);
  const field = call.org.schema.field(object, fieldName);
  if (!field || !call.caller.rights.canSee(object, field)) throw noField(fieldName, object.name);
  if (!isPicklist(field)) {
    throw badParameter(`Field ${field.name} of object ${object.name} is not a picklist.`);
  }
  return { status: 200, body: valuesOf(call, object, field) };
};

function valuesOf(call: Call, object: ObjectType, field: Field) {
  const values = field.picklist.map((value) => ({
    attributes: null,
    label: labelOf(field, value),
    validFor: [],
    value,
  }));
  const body = {
    controllerValues: {},
    defaultValue: values.find(({ value }) => value === field.defaultValue) ?? null,
    url:
      `/services/data/${call.version}/ui-api/object-info/${object.name}/picklist-values/` +
      `${recordTypeOf(object) ?? ''}/${field.name}`,
    values,
  };
  return { ...body, eTag: eTagOf(body) };
}

function checkRecordType(object: ObjectType, text: string): void {
  const id = normaliseId(text);
  if (!id) throw badParameter(`The value of parameter 'recordTypeId' is not a valid ID: ${text}`);
  if (id !== (recordTypeOf(object) ?? id)) throw notFound();
}
