import { isOfPackage } from './package-names.ts';

/**
 * The package's objects and fields carry its namespace in an installed org and none in an org it
 * was deployed to from source. Standard names, those of others (`x__Y__c`) and those that the org's
 * own admins gave stay as they are.
 * @param object whose field or relationship the name is; without it, it is one of the package's own
 *   names wherever the package has it
 */
export function withNamespace(namespace: string, name: string, object?: string): string {
  if (!namespace || !/^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*__(c|pc|r|e|chn)$/.test(name))
    return name;
  const field = object === undefined ? name : name.replace(/__r$/, '__c');
  if (/__p?c$/.test(field) && !isOfPackage(field, object)) return name;
  return `${namespace}__${name}`;
}

/** The relationship that stands for a lookup field: `Lead__c` → `Lead__r`. */
export function relationshipOf(lookupField: string): string {
  return lookupField.endsWith('__c')
    ? lookupField.replace(/__c$/, '__r')
    : lookupField.replace(/Id$/, '');
}

/** The name of something of the package as its source has it; every other name as it is. */
export function withoutNamespace(namespace: string, name: string): string {
  const prefix = `${namespace}__`;
  return namespace && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
