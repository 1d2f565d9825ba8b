import { system, systemFields, text } from './define.ts';
import type { Field, ObjectType } from './model.ts';
import { parentOf, type Component } from './component.ts';
import { readField } from './custom-field.ts';
import { child, leaf, readXml } from './xml.ts';

/** Platform events and custom metadata types are no tables; the local org does not serve them yet. */
const TABLE = '__c';

/** The custom objects among the components, without key prefixes: those are the org's to give. */
export function readCustomObjects(components: Component[]): Omit<ObjectType, 'keyPrefix'>[] {
  const fields = fieldsByObject(components);
  return components
    .filter(({ type, fullName }) => type === 'CustomObject' && fullName.endsWith(TABLE))
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
  return object.endsWith(TABLE) || !/__\w+$/.test(object);
}

function readObject(component: Component, own: Field[]): Omit<ObjectType, 'keyPrefix'> {
  const xml = readXml(component.xml);
  const nameXml = child(xml, 'nameField') ?? {};
  const label = leaf(nameXml, 'label') ?? 'Name';
  const format = leaf(nameXml, 'displayFormat') ?? 'A-{00000}';
  const isAutoNumber = leaf(nameXml, 'type') === 'AutoNumber';
  const nameField: Field = isAutoNumber
    ? system('Name', label, 'string', { length: 80, nameField: true, autoNumber: format })
    : text('Name', label, 80, { nameField: true, guardedBy: null, idLookup: true });
  // A detail row has its master's owner.
  const { first, last } = systemFields(!own.some((field) => field.cascadeDelete && field.required));
  return {
    name: apiName(component),
    label: leaf(xml, 'label') ?? component.fullName,
    labelPlural: leaf(xml, 'pluralLabel') ?? leaf(xml, 'label') ?? component.fullName,
    custom: true,
    fields: [...first, nameField, ...last, ...own],
    children: [],
    setup: false,
  };
}
