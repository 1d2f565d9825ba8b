import type { Call, Handler } from '../rest/call.ts';
import type { ObjectType } from '../schema/model.ts';
import { batchOf } from './batch.ts';
import { eTagOf } from './components.ts';
import { fieldInfo } from './object-info-field.ts';
import {
  isSupported,
  MASTER_RECORD_TYPE,
  nameFieldsOf,
  objectNamed,
  visibleFields,
} from './objects.ts';
import { themeOf } from './theme.ts';

const MOST_OBJECTS = 100;

/** The object as the caller meets it: with the fields, children and rights the caller has. */
export function objectInfo(call: Call, object: ObjectType) {
  const { org, caller } = call;
  const { rights } = caller;
  const fields = visibleFields(call, object);
  const info = {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: childRelationships(call, object),
    compactLayoutable: true,
    createable: rights.may('create', object),
    custom: object.custom,
    defaultRecordTypeId: recordTypeOf(object),
    deletable: rights.may('delete', object),
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(call, object, field)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: true,
    nameFields: nameFieldsOf(org, object),
    queryable: true,
    recordTypeInfos: recordTypeInfos(object),
    searchLayoutable: true,
    searchable: true,
    themeInfo: themeOf(call, object),
    updateable: rights.may('edit', object),
  };
  return { ...info, eTag: eTagOf(info) };
}

/** Where record types are possible there is always the master; people of the org have none. */
export function recordTypeOf(object: ObjectType): string | null {
  return object.setup ? null : MASTER_RECORD_TYPE;
}

function recordTypeInfos(object: ObjectType) {
  const recordTypeId = recordTypeOf(object);
  if (recordTypeId === null) return {};
  return {
    [recordTypeId]: {
      available: true,
      defaultRecordTypeMapping: true,
      master: true,
      name: 'Master',
      recordTypeId,
    },
  };
}

function childRelationships({ org, caller }: Call, object: ObjectType) {
  return object.children
    .filter(({ child, field }) => {
      const type = org.schema.object(child);
      const reference = type && org.schema.field(type, field);
      return type && reference && isSupported(type) && caller.rights.canSee(type, reference);
    })
    .map(({ name, child, field }) => ({
      childObjectApiName: child,
      fieldName: field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: name,
    }))
    .sort((one, other) => (one.childObjectApiName < other.childObjectApiName ? -1 : 1));
}

export const readObjectInfo: Handler = (call, { object: name }) => ({
  status: 200,
  body: objectInfo(call, objectNamed(call, name)),
});

export const readObjectInfos: Handler = (call, { objects = '' }) =>
  batchOf(objects.split(','), MOST_OBJECTS, (name) => objectInfo(call, objectNamed(call, name)));

/** All objects that have screens and that the caller may read. */
export const objectDirectory: Handler = (call) => {
  const { org, caller } = call;
  const objects = org.schema.objects
    .filter((object) => isSupported(object) && caller.rights.may('read', object))
    .map((object) => ({
      apiName: object.name,
      keyPrefix: object.keyPrefix,
      label: object.label,
      labelPlural: object.labelPlural,
      nameFields: nameFieldsOf(org, object),
      objectInfoUrl: `/services/data/${call.version}/ui-api/object-info/${object.name}`,
      themeInfo: themeOf(call, object),
    }));
  const body = { objects: Object.fromEntries(objects.map((one) => [one.apiName, one])) };
  return { status: 200, body: { ...body, eTag: eTagOf(body) } };
};
