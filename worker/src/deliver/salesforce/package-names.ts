import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '../../../../force-app/main');

/** Objects the package has or adds fields to → its own fields of them, as its source names them. */
const FIELDS: ReadonlyMap<string, ReadonlySet<string>> = readPackage();
const OBJECTS = new Set([...FIELDS.keys()].filter((name) => name.includes('__')));
const ALL_FIELDS = new Set([...FIELDS.values()].flatMap((fields) => [...fields]));

/**
 * Whether a name is the package's own. An admin's field `Tier__c` looks like one of the package's
 * without its namespace; only the package's list tells them apart.
 * @param object whose field it is; without it the name may be that of an object or of any field
 */
export function isOfPackage(name: string, object?: string): boolean {
  // What a person account calls a custom field of its contact.
  if (name.endsWith('__pc') && (object ?? 'Account') === 'Account')
    return isOfPackage(name.replace(/__pc$/, '__c'), 'Contact');
  if (object !== undefined) return FIELDS.get(object)?.has(name) ?? false;
  return OBJECTS.has(name) || ALL_FIELDS.has(name);
}

function readPackage(): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const feature of list(PACKAGE)) {
    const objects = join(PACKAGE, feature, 'objects');
    for (const object of list(objects)) {
      const known = fields.get(object) ?? new Set<string>();
      for (const file of list(join(objects, object, 'fields')))
        known.add(file.replace('.field-meta.xml', ''));
      fields.set(object, known);
    }
  }
  return fields;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A feature without objects, an object without fields of its own.
    return [];
  }
}
