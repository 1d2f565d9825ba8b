import type { Mapping } from '#mapping-engine';
import type { Row } from '../deliver/row.ts';
import type { SalesforceId, ShopId } from '../shared/ids.ts';
import type { MappingVersion } from '../shared/mapping-versions.ts';
import type { Shop } from '../shared/shops.ts';

/** A published version without its definition. */
export type VersionHead = Omit<MappingVersion, 'definition'>;

/** The shop's mapping; what people draft in it is theirs. */
export function mappingRow(shop: Pick<Shop, 'id' | 'name'>, current: number): Row {
  return {
    object: 'Mapping__c',
    key: shop.id,
    target: { field: 'Mapping_Key__c', value: shop.id },
    fields: { Name: (shop.name || shop.id).slice(0, 80), Published_Version__c: current },
    references: { Shop__c: reference('Shop__c', 'Shop_Key__c', shop.id) },
  };
}

/** A version that somebody proposed in Salesforce and that was published. */
export function versionRow(version: VersionHead, id: SalesforceId, current: number): Row {
  const key = versionKey(version);
  return {
    object: 'Mapping_Version__c',
    key,
    target: { id },
    fields: { Version_Key__c: key, ...publishedFields(version, current), Problems__c: null },
    references: {},
  };
}

/** A template that a shop began with: it has no record until the worker makes one. */
export function templateRow(version: VersionHead, definition: Mapping, current: number): Row {
  const { shopId, reason } = version;
  const key = versionKey(version);
  return {
    object: 'Mapping_Version__c',
    key,
    target: { field: 'Version_Key__c', value: key },
    fields: {
      ...publishedFields(version, current),
      Reason__c: reason.slice(0, 255),
      Definition__c: JSON.stringify(definition),
    },
    references: { Mapping__c: reference('Mapping__c', 'Mapping_Key__c', shopId) },
  };
}

function publishedFields({ number, publishedAt }: VersionHead, current: number): Row['fields'] {
  return {
    Number__c: number,
    Status__c: number === current ? 'Published' : 'Superseded',
    Published_At__c: publishedAt.toISOString(),
  };
}

function versionKey({ shopId, number }: VersionHead): string {
  return `${shopId}:${number}`;
}

function reference(object: string, field: string, value: ShopId): Row['references'][string] {
  return { name: `${object} ${value}`, by: { object, field, value } };
}
