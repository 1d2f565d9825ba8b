import type { ReadRecord } from './read-objects.ts';
import type { Subject } from './subject.ts';

/** Whom a record of ours names as its own. */
const OWNERS = ['Customer_Key__c', 'Contact__c', 'Lead__c'];

/**
 * Whether a record that was found is theirs, or only names their address. By its key, its order's, or
 * whom it points at; one that names no owner is of whoever's address stands in it.
 */
export function isTheirs({ values }: ReadRecord, { records, names, salesforce }: Subject): boolean {
  const own = new Set<unknown>([...records, ...names, ...salesforce.map(({ id }) => id)]);
  const said = [...OWNERS, 'External_Id__c', 'Order_Key__c', 'Account__c'].map(
    (name) => values[name],
  );
  if (said.some((value) => own.has(value))) return true;
  if (!('External_Id__c' in values)) return true;
  const isLine = 'Order__c' in values || 'Cart__c' in values;
  return isLine || OWNERS.every((name) => (values[name] ?? null) === null);
}
