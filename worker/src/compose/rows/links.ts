import type { Link } from '#mapping-engine';
import { rowName, type Reference } from '../../deliver/row.ts';
import type { RecordKey, SalesforceId, ShopId } from '../../shared/ids.ts';

/** The records that lookups of a row can be given; what is not there gives nothing. */
export type Linked = Partial<Record<Link, Reference>>;

/** Lookup field → record, of those links that lead somewhere. */
export function referencesOf(
  links: Readonly<Record<string, Link>>,
  linked: Linked,
): Record<string, Reference> {
  return Object.fromEntries(
    Object.entries(links).flatMap(([field, link]) => {
      const reference = linked[link];
      return reference ? [[field, reference]] : [];
    }),
  );
}

export function shopLink(shop: ShopId): Linked {
  return { '@shop': referenceTo('Shop__c', 'Shop_Key__c', shop) };
}

export function orderLink(key: RecordKey): Linked {
  return { '@order': referenceTo('Order__c', 'External_Id__c', key) };
}

/** An Account that Salesforce has. */
export function accountLink(id: SalesforceId): Linked {
  return { '@account': { name: rowName({ object: 'Account', key: id }), by: { id } } };
}

/** A company's Account by the key it is upserted with. */
export function companyLink(link: '@account' | '@parent', key: string): Linked {
  return { [link]: referenceTo('Account', 'Company_Key__c', key) };
}

export function cartLink(key: RecordKey): Linked {
  return { '@cart': referenceTo('Cart__c', 'External_Id__c', key) };
}

/** A record of the package, by the external id it is upserted with. */
function referenceTo(object: string, field: string, value: string): Reference {
  return { name: rowName({ object, key: value }), by: { object, field, value } };
}
