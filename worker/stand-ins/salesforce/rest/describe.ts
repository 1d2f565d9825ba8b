import type { Field, ObjectType } from '../schema/model.ts';
import { isNumber } from '../schema/model.ts';
import type { Call, Handler } from './call.ts';
import { objectOf } from './call.ts';

export const describeGlobal: Handler = (call) => {
  const visible = call.org.schema.objects.filter((object) =>
    call.caller.rights.may('read', object),
  );
  const sobjects = visible.map((object) => summary(call, object));
  return { status: 200, body: { encoding: 'UTF-8', maxBatchSize: 200, sobjects } };
};

export const describeObject: Handler = (call, { object: name }) => {
  const object = objectOf(call, name);
  const { schema } = call.org;
  const fields = object.fields.filter((field) => call.caller.rights.canSee(object, field));
  const children = object.children.filter((child) => {
    const type = schema.object(child.child);
    return type !== undefined && call.caller.rights.may('read', type);
  });
  return {
    status: 200,
    body: {
      actionOverrides: [],
      childRelationships: children.map((child) => ({
        cascadeDelete: cascades(call, child.child, child.field),
        childSObject: child.child,
        deprecatedAndHidden: false,
        field: child.field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: child.name,
        restrictedDelete: false,
      })),
      compactLayoutable: true,
      ...summary(call, object),
      fields: fields.map((field) => describeField(call, object, field)),
      listviewable: null,
      lookupLayoutable: null,
      namedLayoutInfos: [],
      recordTypeInfos: recordTypeInfos(call, object),
      searchLayoutable: true,
      supportedScopes: [{ label: 'All records', name: 'everything' }],
    },
  };
};

export const basicInformation: Handler = (call, { object: name }) => ({
  status: 200,
  body: { objectDescribe: summary(call, objectOf(call, name)), recentItems: [] },
});

function cascades({ org }: Call, objectName: string, fieldName: string): boolean {
  const object = org.schema.object(objectName);
  return (object && org.schema.field(object, fieldName)?.cascadeDelete) ?? false;
}

function summary({ caller, version }: Call, object: ObjectType) {
  const url = `/services/data/${version}/sobjects/${object.name}`;
  const { rights } = caller;
  const isTable = !object.event;
  return {
    activateable: false,
    createable: rights.may('create', object),
    custom: object.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: isTable && rights.may('delete', object),
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: isTable,
    mergeable: ['Account', 'Contact', 'Lead'].includes(object.name),
    mruEnabled: isTable,
    name: object.name,
    queryable: isTable,
    replicateable: isTable,
    retrieveable: isTable,
    searchable: isTable,
    triggerable: true,
    undeletable: isTable,
    updateable: isTable && rights.may('edit', object),
    urls: { describe: `${url}/describe`, rowTemplate: `${url}/{ID}`, sobject: url },
  };
}

/** The record types that person accounts bring; the rest of the org has only the master. */
function recordTypeInfos({ org, version }: Call, object: ObjectType) {
  const types = org.schema.object('RecordType');
  const own = types ? org.database.table(types).all() : [];
  return own
    .filter((row) => row.SobjectType === object.name && row.IsDeleted !== true)
    .map((row) => ({
      active: row.IsActive === true,
      available: row.IsActive === true,
      defaultRecordTypeMapping: row.IsPersonType !== true,
      developerName: row.DeveloperName,
      master: false,
      name: row.Name,
      recordTypeId: row.Id,
      urls: {
        layout: `/services/data/${version}/sobjects/${object.name}/describe/layouts/${row.Id}`,
      },
    }));
}

const SOAP: Partial<Record<Field['type'], string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
};

function describeField({ caller }: Call, object: ObjectType, field: Field) {
  const { rights } = caller;
  const open = rights.canWrite(object, field);
  const whole = field.type === 'int';
  return {
    aggregatable: field.filterable,
    autoNumber: field.autoNumber !== undefined,
    byteLength: field.length * 3,
    calculated: field.calculated,
    calculatedFormula: field.formula?.text ?? null,
    cascadeDelete: field.cascadeDelete,
    caseSensitive: field.caseSensitive,
    compoundFieldName: null,
    controllerName: null,
    createable: field.createable && open && rights.may('create', object),
    custom: field.custom,
    defaultValue: field.defaultValue ?? null,
    defaultValueFormula: field.defaultFormula?.text ?? null,
    defaultedOnCreate:
      field.defaultValue !== undefined ||
      (!field.createable && !field.calculated) ||
      field.defaultFormula !== undefined ||
      field.name === 'OwnerId',
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: whole ? field.precision : 0,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: null,
    filterable: field.filterable,
    groupable: field.filterable && !isNumber(field.type) && field.type !== 'datetime',
    htmlFormatted: false,
    idLookup: field.idLookup || field.type === 'id',
    inlineHelpText: field.help ?? null,
    label: field.label,
    length: field.length,
    name: field.name,
    nameField: field.nameField,
    nillable: !field.required && field.type !== 'boolean' && (field.createable || field.calculated),
    permissionable: field.guardedBy !== null,
    picklistValues: field.picklist.map((value) => ({
      active: true,
      defaultValue: value === field.defaultValue,
      label: value,
      validFor: null,
      value,
    })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: whole ? 0 : field.precision,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: field.cascadeDelete ? 0 : null,
    restrictedDelete: false,
    restrictedPicklist: field.restricted,
    scale: field.scale,
    soapType: SOAP[field.type] ?? 'xsd:string',
    sortable: field.filterable,
    type: field.type,
    unique: field.unique,
    updateable: field.updateable && open && rights.may('edit', object),
  };
}
