/**
 * The package's objects and fields carry its namespace in an installed org and none in an org it
 * was deployed to from source. Standard names and those of others (`x__Y__c`) stay as they are.
 */
export function withNamespace(namespace: string, name: string): string {
  if (!namespace || !/^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*__(c|r|e|chn)$/.test(name)) return name;
  return `${namespace}__${name}`;
}

/** The relationship that stands for a lookup field: `Lead__c` → `Lead__r`. */
export function relationshipOf(lookupField: string): string {
  return lookupField.endsWith('__c')
    ? lookupField.replace(/__c$/, '__r')
    : lookupField.replace(/Id$/, '');
}
