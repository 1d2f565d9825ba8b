import type { Component } from './component.ts';
import { leaf, list, readXml } from './xml.ts';

export interface ObjectAccess {
  read: boolean;
  create: boolean;
  edit: boolean;
  delete: boolean;
}

/** What one permission set grants; names are API names of the org. */
export interface PermissionSet {
  name: string;
  label: string;
  /** Rights over the system itself, such as `ApiEnabled`. */
  system: string[];
  objects: Map<string, ObjectAccess>;
  fields: Map<string, { read: boolean; edit: boolean }>;
}

/** The permission sets among the components. */
export function readPermissionSets(components: Component[]): PermissionSet[] {
  const sets = components.filter(({ type }) => type === 'PermissionSet');
  return sets.map(({ fullName: name, xml: text, namespace }) => {
    const xml = readXml(text);
    return {
      name,
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
