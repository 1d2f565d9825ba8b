import { textIn } from '../metadata/element.ts';
import type { Call } from '../rest/call.ts';
import type { Field, FieldType, ObjectType } from '../schema/model.ts';
import { screenOf } from './components.ts';
import { isPerson, nameFieldsOf } from './objects.ts';

const DATA_TYPES: Partial<Record<FieldType, string>> = {
  id: 'Reference',
  textarea: 'TextArea',
  multipicklist: 'MultiPicklist',
  datetime: 'DateTime',
};

/** A field as object infos describe it, for the caller. */
export function fieldInfo({ org, caller }: Call, object: ObjectType, field: Field) {
  const { rights } = caller;
  const open = rights.canWrite(object, field);
  const person = isPerson(org, object);
  const isWhole = person && field.nameField;
  const isPart = person && ['FirstName', 'LastName', 'Salutation'].includes(field.name);
  const html = textIn(screenOf(org, 'CustomField', object.name, field.name)?.element, 'type');
  const parents = field.referenceTo.flatMap((name) => org.schema.object(name) ?? []);
  return {
    apiName: field.name,
    calculated: field.calculated,
    compound: isWhole,
    compoundComponentName: isPart ? field.name : null,
    compoundFieldName: isPart ? 'Name' : null,
    controllerName: null,
    controllingFields: [],
    createable: field.createable && open && rights.may('create', object),
    custom: field.custom,
    dataType: dataTypeOf(field),
    externalId: field.externalId,
    extraTypeInfo: extraTypeInfo(field, isWhole, html === 'Html'),
    filterable: field.filterable,
    filteredLookupInfo: null,
    highScaleNumber: field.scale > 8,
    htmlFormatted: html === 'Html',
    inlineHelpText: field.help ?? null,
    label: field.label,
    length: field.length,
    maskType: null,
    nameField: field.nameField,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    reference: field.type === 'reference',
    referenceTargetField: null,
    referenceToInfos: parents.map((parent) => ({
      apiName: parent.name,
      nameFields: nameFieldsOf(org, parent),
    })),
    relationshipName: field.relationshipName ?? null,
    // What is never empty, also when nobody has to fill it in.
    required: field.required || field.type === 'boolean' || isStamp(field),
    restrictedPicklist: field.restricted,
    scale: field.scale,
    searchPrefilterable: field.type === 'reference' && field.filterable,
    sortable: field.filterable && field.type !== 'multipicklist',
    unique: field.unique,
    updateable: field.updateable && open && rights.may('edit', object),
  };
}

/** Text, Double, TextArea, ...: the type's name with a capital, but for a few. */
export function dataTypeOf({ type }: Field): string {
  return DATA_TYPES[type] ?? `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
}

function extraTypeInfo(field: Field, isWholeName: boolean, html: boolean): string | null {
  if (isWholeName) return 'PersonName';
  if (field.type !== 'textarea') return null;
  return html ? 'RichTextArea' : 'PlainTextArea';
}

function isStamp({ name, type }: Field): boolean {
  const stamps = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById'];
  return type === 'id' || [...stamps, 'SystemModstamp', 'OwnerId'].includes(name);
}
