import type { DescribedObject } from './ask.ts';

/** What the worker writes in every org; the permission set Cartbridge Worker grants all of it. */
const WRITTEN = [
  ...['Shop__c', 'Order__c', 'Order_Item__c', 'Cart__c', 'Cart_Item__c'],
  ...['Sync_Job__c', 'Sync_Issue__c', 'Worker_Status__c', 'Lead', 'Contact'],
];
const MARK = /^(?:([A-Za-z][A-Za-z0-9_]*?)__)?Sync_Job__c$/;

export type FoundPackage =
  | { found: 'whole'; namespace: string }
  /** The user may not write these. */
  | { found: 'in_part'; missing: string[] }
  /** There is none, or the user may see nothing of it. */
  | { found: 'nothing' };

/** Under which namespace the package is in the org, as far as the user who signed in can tell. */
export function findPackage(objects: DescribedObject[]): FoundPackage {
  const writable = new Set(
    objects.filter((one) => one.createable && one.updateable).map(({ name }) => name),
  );
  const places = objects
    .map(({ name }) => MARK.exec(name))
    .filter((match) => match !== null)
    .map(([, namespace = '']) => ({ namespace, missing: missingIn(namespace, writable) }))
    // Another package may have an object of that name: ours is where most of the others are.
    .sort((a, b) => a.missing.length - b.missing.length);
  const [best] = places;
  if (!best) return { found: 'nothing' };
  const { namespace, missing } = best;
  return missing.length === 0 ? { found: 'whole', namespace } : { found: 'in_part', missing };
}

function missingIn(namespace: string, writable: Set<string>): string[] {
  return WRITTEN.filter((name) => {
    const isOurs = name.endsWith('__c') && namespace !== '';
    return !writable.has(isOurs ? `${namespace}__${name}` : name);
  });
}
