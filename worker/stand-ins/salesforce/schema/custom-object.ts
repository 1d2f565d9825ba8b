import { basename, dirname, join } from 'node:path';
import { system, systemFields, text } from './define.ts';
import type { Field, ObjectType } from './model.ts';
import type { Namespace } from './namespace.ts';
import { readField } from './custom-field.ts';
import { child, filesEndingIn, leaf, readXml } from './xml.ts';

/** Platform events and custom metadata types are no tables; the local org does not serve them yet. */
const TABLE = '__c';

/** The custom objects below a source folder, without key prefixes: those are the org's to give. */
export function readCustomObjects(
  sourceFolder: string,
  namespace: Namespace,
): Omit<ObjectType, 'keyPrefix'>[] {
  return filesEndingIn(sourceFolder, '.object-meta.xml')
    .filter((file) => objectName(file).endsWith(TABLE))
    .map((file) => readObject(file, namespace));
}

function objectName(file: string): string {
  return basename(file).replace('.object-meta.xml', '');
}

function readObject(file: string, namespace: Namespace): Omit<ObjectType, 'keyPrefix'> {
  const xml = readXml(file);
  const own = fieldFiles(dirname(file)).map((name) => readField(name, namespace));
  const nameXml = child(xml, 'nameField') ?? {};
  const label = leaf(nameXml, 'label') ?? 'Name';
  const format = leaf(nameXml, 'displayFormat') ?? 'A-{00000}';
  const isAutoNumber = leaf(nameXml, 'type') === 'AutoNumber';
  const nameField: Field = isAutoNumber
    ? system('Name', label, 'string', { length: 80, nameField: true, autoNumber: format })
    : text('Name', label, 80, { nameField: true, guardedBy: null, idLookup: true });
  // A detail row has its master's owner.
  const { first, last } = systemFields(!own.some((field) => field.cascadeDelete && field.required));
  const bare = objectName(file);
  return {
    name: namespace.apiName(bare),
    label: leaf(xml, 'label') ?? bare,
    labelPlural: leaf(xml, 'pluralLabel') ?? leaf(xml, 'label') ?? bare,
    custom: true,
    fields: [...first, nameField, ...last, ...own],
    children: [],
    setup: false,
  };
}

/** Fields the package adds to standard objects, by the standard object's name. */
export function readAddedFields(sourceFolder: string, namespace: Namespace): Map<string, Field[]> {
  const added = new Map<string, Field[]>();
  for (const file of filesEndingIn(sourceFolder, '.field-meta.xml')) {
    const object = basename(dirname(dirname(file)));
    if (/__\w+$/.test(object)) continue;
    added.set(object, [...(added.get(object) ?? []), readField(file, namespace)]);
  }
  return added;
}

function fieldFiles(objectFolder: string): string[] {
  return filesEndingIn(objectFolder, '.field-meta.xml').filter(
    (file) => dirname(file) === join(objectFolder, 'fields'),
  );
}
