import type { Row, Value } from '../records/row.ts';
import type { Call, Handler } from '../rest/call.ts';
import type { ObjectType } from '../schema/model.ts';
import { fields } from './record.ts';
import { layout, checkRecordType } from './layout.ts';
import { selectLayouts } from './layout-fields.ts';
import { objectInfo, recordTypeOf } from './object-info.ts';
import { noAccess } from './refusals.ts';
import { objectNamed, recordAt } from './objects.ts';
import { fromUrl } from './parameters.ts';
import { emptySelection, select, type Selection } from './selection.ts';

/** What a form to make a record begins with. */
export const createDefaults: Handler = (call, { object: name }) => {
  const object = objectNamed(call, name);
  return { status: 200, body: defaults(call, object, defaultRow(call, object)) };
};

/** The same, filled in as another record is. */
export const cloneDefaults: Handler = (call, { id = '' }) => {
  const { object, row } = recordAt(call, id);
  const copied = object.fields.filter((field) => field.createable && !field.unique);
  const values = copied.map((field): [string, Value] => [field.name, row[field.name] ?? null]);
  const clone = { ...defaultRow(call, object), ...Object.fromEntries(values) };
  return { status: 200, body: { ...defaults(call, object, clone), clonedRecordId: row.Id } };
};

function defaults(call: Call, object: ObjectType, row: Row) {
  if (!call.caller.rights.may('create', object)) throw noAccess();
  const ask = fromUrl(call);
  checkRecordType(object, ask('recordTypeId')[0]);
  const selection = emptySelection();
  selectLayouts(call, object, selection, ['Full'], ['Create']);
  select(call, object, selection, ask('optionalFields'), true);
  return {
    layout: layout(call, object, 'Full', 'Create'),
    objectInfos: objectInfosOf(call, object, selection),
    record: {
      apiName: object.name,
      childRelationships: {},
      eTag: '',
      fields: fields(call, object, row, selection),
      id: null,
      lastModifiedById: null,
      lastModifiedDate: null,
      recordTypeId: recordTypeOf(object),
      recordTypeInfo: null,
      systemModstamp: null,
      weakEtag: 0,
    },
  };
}

function defaultRow({ caller }: Call, object: ObjectType): Row {
  const values = object.fields.map((field): [string, Value] => [
    field.name,
    field.name === 'OwnerId' ? caller.userId : (field.defaultValue ?? null),
  ]);
  return { ...Object.fromEntries(values), Id: '' };
}

/** The object's own info, and those of the objects whose records are shown within. */
export function objectInfosOf(call: Call, object: ObjectType, selection: Selection) {
  const parents = [...selection.parents.values()].map((parent) => parent.object);
  return Object.fromEntries(
    [...new Set([object, ...parents])].map((one) => [one.name, objectInfo(call, one)]),
  );
}
