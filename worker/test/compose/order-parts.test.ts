import { describe, it, expect } from 'vitest';
import type { Product } from '../../src/compose/canonical.ts';
import { Failure } from '../../src/shared/failure.ts';
import { parse } from '../../src/shared/money.ts';
import { parseInstant } from '../../src/shared/time.ts';
import { returnOf, shipmentOf } from './books/part-fixture.ts';
import { kindOf, useShops, type UsedShop } from './use-shop.ts';

const useShop = useShops();

const UNREADABLE = new Failure('shop_shape', 'The order has no total.');
const SHIPMENT = `SELECT Name, Status__c, Items__c, Item_Count__c, Order_Key__c, Delivered_At__c,
  Order__r.External_Id__c, Lead__r.Email, Shop__r.Shop_Key__c FROM Shipment__c`;

function putShipment({ shipments }: UsedShop, change: object = {}): void {
  shipments.set('s1', { ...shipmentOf('1', undefined, 's1'), ...change });
}

describe('a shipment', () => {
  it('that is heard of before its order brings the order along and points at it', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1', amount: '62.68' });
    putShipment(shop);

    expect(await shop.compose(['shipment:s1'])).toMatchObject([{ result: 'written' }]);

    expect(shop.org.query(SHIPMENT)).toMatchObject([
      {
        Name: '1Z999AA10123456784',
        Status__c: 'Shipped',
        Items__c: '2 × Linen Towel (LT)',
        Item_Count__c: 2,
        Order_Key__c: 'bc1:order:1',
        Order__r: { External_Id__c: 'bc1:order:1' },
        Lead__r: { Email: 'kim@example.com' },
        Shop__r: { Shop_Key__c: 'bc1' },
      },
    ]);
    expect(shop.org.query('SELECT Total__c, Lead__r.Order_Count__c FROM Order__c')).toMatchObject([
      { Total__c: 62.68, Lead__r: { Order_Count__c: 1 } },
    ]);

    // Its order's own news and a repeat find everything told.
    const repeated = await shop.compose(['order:1', 'shipment:s1']);
    expect(repeated.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);

    putShipment(shop, { deliveredAt: parseInstant('2026-11-22T10:00:00Z') });
    expect(await shop.compose(['shipment:s1'])).toMatchObject([{ details: { rows: 1 } }]);
    expect(shop.org.query(SHIPMENT)).toMatchObject([{ Status__c: 'Delivered' }]);
  });

  it('comes with its order in one turn, whichever is named first', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1' });
    putShipment(shop);
    await shop.compose(['shipment:s1', 'order:1']);
    expect(shop.org.query(SHIPMENT)).toMatchObject([
      { Order__r: { External_Id__c: 'bc1:order:1' }, Lead__r: { Email: 'kim@example.com' } },
    ]);
  });

  it('whose order the shop no longer has is kept with the key of the order', async () => {
    const shop = await useShop();
    putShipment(shop);
    expect(await shop.compose(['shipment:s1'])).toMatchObject([{ result: 'written' }]);
    expect(shop.org.query(SHIPMENT)).toMatchObject([
      { Order_Key__c: 'bc1:order:1', Order__r: null, Lead__r: null },
    ]);

    // The order turns up after all: the next look puts them together.
    shop.putOrder({ id: '1' });
    await shop.compose(['order:1', 'shipment:s1']);
    expect(shop.org.query(SHIPMENT)).toMatchObject([
      { Order__r: { External_Id__c: 'bc1:order:1' }, Lead__r: { Email: 'kim@example.com' } },
    ]);
  });

  it('whose order cannot be read waits for it', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1' });
    putShipment(shop);
    const { reader } = shop.open;
    const readable = { ...reader };
    reader.readOrders = (ids) =>
      Promise.resolve(new Map(ids.map((id) => [id, { failed: UNREADABLE }])));
    expect(kindOf((await shop.compose(['shipment:s1']))[0])).toBe('shop_shape');
    expect(shop.org.query(SHIPMENT)).toEqual([]);

    Object.assign(reader, readable);
    expect(await shop.compose(['shipment:s1'])).toMatchObject([{ result: 'written' }]);
  });
});

describe('a return', () => {
  const RETURNS = `SELECT Name, Status__c, Reason__c, Amount__c, Items__c, Requested_At__c,
    Order__r.External_Id__c, Lead__r.Email FROM Return__c ORDER BY Name`;

  it('comes with its order or by itself, and follows the order to another person', async () => {
    const shop = await useShop();
    const refunded = { ...returnOf('1', undefined, '12'), status: 'Refunded' };
    shop.putOrder({ id: '1', returns: [refunded] });
    shop.returns.set('r1', returnOf('1', undefined, 'r1'));

    await shop.compose(['order:1', 'return:r1']);
    const back = {
      Reason__c: 'Too small',
      Amount__c: 31.34,
      Items__c: '2 × Linen Towel (LT)',
      Order__r: { External_Id__c: 'bc1:order:1' },
      Lead__r: { Email: 'kim@example.com' },
    };
    expect(shop.org.query(RETURNS)).toMatchObject([
      { ...back, Name: '12', Status__c: 'Refunded' },
      { ...back, Name: 'r1', Status__c: 'Received' },
    ]);
    const { rows } = await shop.pool.query(
      'select key, order_key from cartbridge.order_part order by key',
    );
    expect(rows).toEqual([
      { key: 'bc1:return:12', order_key: 'bc1:order:1' },
      { key: 'bc1:return:r1', order_key: 'bc1:order:1' },
    ]);

    shop.putOrder({ id: '1', email: 'lou@example.com', firstName: 'Lou', returns: [refunded] });
    await shop.compose(['order:1']);
    expect(await shop.compose(['return:r1'])).toMatchObject([{ result: 'written' }]);
    expect(shop.org.query(RETURNS)).toMatchObject([
      { Name: '12', Lead__r: { Email: 'lou@example.com' } },
      { Name: 'r1', Lead__r: { Email: 'lou@example.com' } },
    ]);

    shop.returns.delete('r1');
    expect(await shop.compose(['return:r1'])).toMatchObject([{ result: 'ignored' }]);
    expect(shop.org.query(RETURNS)).toHaveLength(2);
  });
});

describe('the stock of a product', () => {
  it('is told although the product itself did not change', async () => {
    const shop = await useShop();
    const product: Product = {
      ...{ id: '77', name: 'Linen Towel', sku: 'LT', categories: [], url: null, imageUrl: null },
      ...{ brand: 'Acme', price: parse('31.34'), active: false, raw: null },
      inventory: { onHand: parse('12'), available: parse('10.5'), modifiedAt: null },
      modifiedAt: parseInstant('2026-11-20T12:00:00Z'),
    };
    shop.products.set('77', product);
    await shop.compose(['product:77']);
    const stock = { onHand: parse('11'), available: parse('0'), modifiedAt: null };
    shop.products.set('77', { ...product, inventory: stock });

    expect(await shop.compose(['product:77'])).toMatchObject([{ result: 'written' }]);

    const fields = 'Brand__c, Active__c, On_Hand__c, Available__c';
    expect(shop.org.query(`SELECT ${fields} FROM Commerce_Product__c`)).toMatchObject([
      { Brand__c: 'Acme', Active__c: false, On_Hand__c: 11, Available__c: 0 },
    ]);
  });
});
