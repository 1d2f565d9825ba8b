import { ownName, type Component } from './component.ts';
import { field } from './define.ts';
import type { Field, FieldType } from './model.ts';
import type { Namespace } from './namespace.ts';
import { calculationOf, defaultFormulaOf, FORMULA_LENGTH } from './calculation.ts';
import { child, leaf, list, readXml, type Xml } from './xml.ts';

/** What the Metadata API calls a field's type, and what a describe does. */
export const FIELD_TYPES: Record<string, FieldType> = {
  Text: 'string',
  AutoNumber: 'string',
  TextArea: 'textarea',
  LongTextArea: 'textarea',
  Html: 'textarea',
  Email: 'email',
  Phone: 'phone',
  Url: 'url',
  Picklist: 'picklist',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Currency: 'currency',
  Percent: 'percent',
  Checkbox: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  Lookup: 'reference',
  MasterDetail: 'reference',
  Summary: 'double',
};

const LENGTHS: Partial<Record<FieldType, number>> = {
  textarea: 255,
  email: 80,
  phone: 40,
  url: 255,
  picklist: 255,
  multipicklist: 4099,
  reference: 18,
};

/** The field a component declares. Throws when its type is none that the local org knows. */
export function readField({ xml: text, fullName, fileName, namespace }: Component): Field {
  const xml = readXml(text);
  const metadataType = leaf(xml, 'type') ?? '';
  const type = FIELD_TYPES[metadataType];
  if (!type) {
    throw new Error(`${fileName}: the local org does not know fields of type "${metadataType}".`);
  }
  const bare = leaf(xml, 'fullName') ?? ownName(fullName);
  const name = namespace.apiName(bare);
  const isMaster = metadataType === 'MasterDetail';
  const calculated = leaf(xml, 'formula') !== undefined || metadataType === 'Summary';
  const required = leaf(xml, 'required') === 'true' || isMaster;
  const long = metadataType === 'LongTextArea' || metadataType === 'Html';
  const externalId = leaf(xml, 'externalId') === 'true';
  return field(name, leaf(xml, 'label') ?? bare, type, {
    custom: true,
    length:
      calculated && type === 'string'
        ? FORMULA_LENGTH
        : Number(leaf(xml, 'length') ?? LENGTHS[type] ?? 0),
    precision: Number(leaf(xml, 'precision') ?? (calculated ? 18 : 0)),
    scale: Number(leaf(xml, 'scale') ?? 0),
    required,
    unique: leaf(xml, 'unique') === 'true',
    caseSensitive: leaf(xml, 'caseSensitive') === 'true',
    externalId,
    idLookup: externalId,
    createable: !calculated && metadataType !== 'AutoNumber',
    updateable:
      !calculated &&
      metadataType !== 'AutoNumber' &&
      (!isMaster || leaf(xml, 'reparentableMasterDetail') === 'true'),
    filterable: !long,
    calculated,
    ...calculationOf(xml, namespace),
    ...(!calculated && type !== 'boolean' && defaultFormulaOf(xml, namespace)),
    guardedBy: required ? null : name,
    ...optional(xml, calculated ? undefined : type),
    ...picklistOf(xml, fileName),
    ...(type === 'reference' && referenceOf(xml, name, namespace, isMaster)),
  });
}

function optional(xml: Xml, type: FieldType | undefined): Partial<Field> {
  const help = leaf(xml, 'inlineHelpText');
  const format = leaf(xml, 'displayFormat');
  return {
    ...(help && { help }),
    ...(format && { autoNumber: format }),
    ...(type === 'boolean' && { defaultValue: leaf(xml, 'defaultValue') === 'true' }),
  };
}

function picklistOf(xml: Xml, fileName: string): Partial<Field> {
  const set = child(xml, 'valueSet');
  if (!set) return {};
  if (leaf(set, 'valueSetName')) {
    throw new Error(`${fileName}: the local org does not read global value sets; list the values.`);
  }
  const values = list(child(set, 'valueSetDefinition'), 'value');
  const byDefault = values.find((value) => leaf(value, 'default') === 'true');
  const labels = values.flatMap((value): [string, string][] => {
    const [name, label] = [leaf(value, 'fullName'), leaf(value, 'label')];
    return name && label && label !== name ? [[name, label]] : [];
  });
  return {
    ...(labels.length > 0 && { picklistLabels: new Map(labels) }),
    picklist: values.flatMap((value) => leaf(value, 'fullName') ?? []),
    restricted: leaf(set, 'restricted') === 'true',
    ...(byDefault && { defaultValue: leaf(byDefault, 'fullName') ?? '' }),
  };
}

function referenceOf(
  xml: Xml,
  name: string,
  namespace: Namespace,
  isMaster: boolean,
): Partial<Field> {
  const children = leaf(xml, 'relationshipName');
  return {
    referenceTo: [namespace.apiName(leaf(xml, 'referenceTo') ?? '')],
    relationshipName: name.replace(/__c$/, '__r'),
    ...(children && { childRelationship: namespace.relationship(children) }),
    cascadeDelete: isMaster || leaf(xml, 'deleteConstraint') === 'Cascade',
  };
}
