/** Identifiers that could be mixed up are types of their own; at run time they are plain text. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type OrgId = Branded<'OrgId'>;
export type ShopId = Branded<'ShopId'>;
/** `<shop>:<kind>:<id>`, the name of one record of one shop; also its external id in Salesforce. */
export type RecordKey = Branded<'RecordKey'>;
/** The worker's own id of a person (uuid). */
export type PersonId = Branded<'PersonId'>;
export type SalesforceId = Branded<'SalesforceId'>;

export const RECORD_KINDS = ['order', 'cart', 'customer', 'product', 'shipment', 'return'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export function recordKey(shop: ShopId, kind: string, id: string): RecordKey {
  return `${shop}:${kind}:${id}` as RecordKey;
}

/** The shop's own id of the record; ids may hold colons, shop ids and kinds never do. */
export function idOf(key: RecordKey): string {
  return key.split(':').slice(2).join(':');
}
