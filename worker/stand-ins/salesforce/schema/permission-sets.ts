import { textOf, type Row } from '../records/row.ts';
import type { Component } from './component.ts';
import { leaf, list, readXml } from './xml.ts';

export interface ObjectAccess {
  read: boolean;
  create: boolean;
  edit: boolean;
  delete: boolean;
  /** Sees, or does anything with, records that are not shared with the user. */
  viewAll: boolean;
  modifyAll: boolean;
}

/** What one permission set grants; names are API names of the org. */
export interface PermissionSet {
  name: string;
  /** Of the package it came with; empty when it came with none. */
  namespace: string;
  label: string;
  /** Rights over the system itself, such as `ApiEnabled`. */
  system: string[];
  objects: Map<string, ObjectAccess>;
  fields: Map<string, { read: boolean; edit: boolean }>;
}

/** Tells permission sets apart: a package may bring one whose name the org has already. */
export function setKey({ name, namespace }: Pick<PermissionSet, 'name' | 'namespace'>): string {
  return `${namespace}__${name}`;
}

/** The same of a permission set's record. */
export function setKeyOfRow(row: Row | undefined): string {
  const name = textOf(row, 'Name') ?? '';
  return setKey({ name, namespace: textOf(row, 'NamespacePrefix') ?? '' });
}

/** The permission sets among the components. */
export function readPermissionSets(components: Component[]): PermissionSet[] {
  const sets = components.filter(({ type }) => type === 'PermissionSet');
  return sets.map(({ fullName: name, xml: text, namespace }) => {
    const xml = readXml(text);
    return {
      name,
      namespace: namespace.prefix,
      label: leaf(xml, 'label') ?? name,
      system: list(xml, 'userPermissions').flatMap((grant) =>
        leaf(grant, 'enabled') === 'true' ? (leaf(grant, 'name') ?? []) : [],
      ),
      objects: new Map(
        list(xml, 'objectPermissions').map((grant) => [
          namespace.apiName(leaf(grant, 'object') ?? ''),
          {
            read: leaf(grant, 'allowRead') === 'true',
            create: leaf(grant, 'allowCreate') === 'true',
            edit: leaf(grant, 'allowEdit') === 'true',
            delete: leaf(grant, 'allowDelete') === 'true',
            viewAll: leaf(grant, 'viewAllRecords') === 'true',
            modifyAll: leaf(grant, 'modifyAllRecords') === 'true',
          },
        ]),
      ),
      fields: new Map(
        list(xml, 'fieldPermissions').map((grant) => [
          namespace.apiName(leaf(grant, 'field') ?? ''),
          { read: leaf(grant, 'readable') === 'true', edit: leaf(grant, 'editable') === 'true' },
        ]),
      ),
    };
  });
}
