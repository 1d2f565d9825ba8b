import type { Shop } from '../../shared/shops.ts';
import { mapRow, referenceTo, type MappedRow } from './map-row.ts';
import type { Reference } from '../../deliver/row.ts';

/** The shop's own record; it goes along with every unit and is written when it changed. */
export function shopRow(shop: Shop): MappedRow {
  return mapRow(
    'Shop__c',
    {
      key: shop.id,
      name: shop.name || shop.id,
      platform: shop.platform === 'bigcommerce' ? 'BigCommerce' : 'Clarity eCommerce',
      url: shop.storefrontUrl,
      currency: shop.currency,
      status: 'Connected',
    },
    {},
  );
}

export function shopReference(shop: Shop): Record<string, Reference> {
  return { Shop__c: referenceTo('Shop__c', 'Shop_Key__c', shop.id) };
}
