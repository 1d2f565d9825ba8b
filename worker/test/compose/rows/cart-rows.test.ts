import { compileMapping, defaultTemplate } from '#mapping-engine';
import { describe, it, expect } from 'vitest';
import { cartRows } from '../../../src/compose/rows/cart-rows.ts';
import type { CartNews } from '../../../src/compose/books/cart-state.ts';
import { shopLink } from '../../../src/compose/rows/links.ts';
import type { MappedRow } from '../../../src/compose/rows/map-row.ts';
import type { OrgId, RecordKey, ShopId } from '../../../src/shared/ids.ts';
import { abandoned, after, converted, deleted, seen } from '../books/carts.ts';

const SHOP = {
  id: 'bc1' as ShopId,
  orgId: 'org-1' as OrgId,
  platform: 'bigcommerce',
  apiUrl: '',
  producer: '',
  name: 'Shop',
  storefrontUrl: 'https://shop.example',
  currency: 'USD',
  webhookUrl: '',
  sealedSecrets: '',
  ...{ label: 'BigCommerce', timeZone: 'UTC', settings: {} },
};
const MAPPER = {
  shop: SHOP,
  mapping: { number: 1, compiled: compileMapping(defaultTemplate('bigcommerce').mapping) },
};
const KEY = 'bc1:cart:cart-1' as RecordKey;

function rowsAfter(...news: CartNews[]): MappedRow[] {
  const state = after(...news);
  return state ? cartRows(MAPPER, { key: KEY, personId: null, state }, shopLink(SHOP.id)).rows : [];
}

describe('a cart’s rows', () => {
  it('are the cart and its items while the shop has it', () => {
    const rows = rowsAfter(seen(9)).map(({ row }) => row);

    expect(rows.map(({ object, parentKey }) => [object, parentKey])).toEqual([
      ['Cart__c', undefined],
      ['Cart_Item__c', KEY],
      ['Cart_Item__c', KEY],
    ]);
    expect(rows[0]).toMatchObject({
      target: { field: 'External_Id__c', value: KEY },
      fields: { Status__c: 'Open', Recovered__c: false },
      references: { Shop__c: { by: { object: 'Shop__c', value: 'bc1' } } },
    });
  });

  it.each<[string, CartNews[], object]>([
    ['bought', [seen(9), converted(12)], { Status__c: 'Converted', Recovered__c: false }],
    [
      'recovered',
      [abandoned(10, 9), converted(12)],
      { Status__c: 'Converted', Recovered__c: true },
    ],
    ['cleared', [seen(9), deleted(12)], { Status__c: 'Deleted', Recovered__c: false }],
  ])('are the cart alone when it was %s: it keeps the items it had', (_, news, fields) => {
    const rows = rowsAfter(...news).map(({ row }) => row);

    expect(rows).toHaveLength(1);
    expect(rows[0]?.fields).toMatchObject(fields);
  });

  it('are none for a cart that was gone before it was seen', () => {
    expect(rowsAfter(converted(12))).toEqual([]);
  });
});
