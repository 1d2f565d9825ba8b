import { system, systemFields, text } from './define.ts';
import type { Field, ObjectType, SharingModel } from './model.ts';
import { parentOf, type Component } from './component.ts';
import { readField } from './custom-field.ts';
import { readEvent } from './platform-event.ts';
import { child, leaf, readXml, type Xml } from './xml.ts';

/** Custom metadata types are none of these; the local org does not serve them yet. */
const SERVED = /__[ce]$/;

/** The custom objects among the components, without key prefixes: those are the org's to give. */
export function readCustomObjects(components: Component[]): Omit<ObjectType, 'keyPrefix'>[] {
  const fields = fieldsByObject(components);
  return components
    .filter(({ type, fullName }) => type === 'CustomObject' && SERVED.test(fullName))
    .map((object) => readObject(object, fields.get(apiName(object)) ?? []));
}

/** Fields the components add to standard objects, by the standard object's name. */
export function readAddedFields(components: Component[]): Map<string, Field[]> {
  const all = [...fieldsByObject(components)];
  return new Map(all.filter(([object]) => !/__\w+$/.test(object)));
}

function fieldsByObject(components: Component[]): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  for (const component of components.filter(({ type }) => type === 'CustomField')) {
    const object = apiName(component);
    if (isOfTable(object))
      fields.set(object, [...(fields.get(object) ?? []), readField(component)]);
  }
  return fields;
}

/** The object a component is, or is of, as the org calls it. */
function apiName({ fullName, namespace }: Component): string {
  return namespace.apiName(parentOf(fullName));
}

function isOfTable(object: string): boolean {
  return SERVED.test(object) || !/__\w+$/.test(object);
}

function readObject(component: Component, own: Field[]): Omit<ObjectType, 'keyPrefix'> {
  const xml = readXml(component.xml);
  if (component.fullName.endsWith('__e')) return readEvent(apiName(component), xml, own);
  const nameXml = child(xml, 'nameField') ?? {};
  const label = leaf(nameXml, 'label') ?? 'Name';
  const format = leaf(nameXml, 'displayFormat') ?? 'A-{00000}';
  const isAutoNumber = leaf(nameXml, 'type') === 'AutoNumber';
  const nameField: Field = isAutoNumber
    ? system('Name', label, 'string', { length: 80, nameField: true, autoNumber: format })
    : text('Name', label, 80, { nameField: true, guardedBy: null, idLookup: true });
  // A detail row has its master's owner.
  const masters = own.filter((field) => field.cascadeDelete && field.required);
  const { first, last } = systemFields(masters.length === 0);
  return {
    name: apiName(component),
    label: leaf(xml, 'label') ?? component.fullName,
    labelPlural: leaf(xml, 'pluralLabel') ?? leaf(xml, 'label') ?? component.fullName,
    custom: true,
    fields: [...first, nameField, ...last, ...own],
    children: [],
    setup: false,
    sharing: sharingOf(xml, masters.length > 0),
    sharingParents: masters.map((field) => field.name),
  };
}

/** An object that says nothing is public, and a detail is as open as its master whatever it says. */
function sharingOf(xml: Xml, isDetail: boolean): SharingModel {
  if (isDetail) return 'ControlledByParent';
  const model = leaf(xml, 'sharingModel');
  return model === 'Private' || model === 'Read' ? model : 'ReadWrite';
}

/** The organisation-wide defaults that components set for standard objects. */
export function readStandardSharing(components: Component[]): Map<string, SharingModel> {
  return new Map(
    components.flatMap(({ type, fullName, xml }): [string, SharingModel][] => {
      const model = type === 'CustomObject' ? leaf(readXml(xml), 'sharingModel') : undefined;
      return model && !/__\w+$/.test(fullName) ? [[fullName, model as SharingModel]] : [];
    }),
  );
}
