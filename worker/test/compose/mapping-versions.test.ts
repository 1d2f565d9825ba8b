import { describe, expect, it } from 'vitest';
import type { Decimal } from '../../src/shared/money.ts';
import { addFields, KEY, TEXT } from '../deliver/custom-fields.ts';
import { at, cartOf } from './books/carts.ts';
import { put, rowTo } from './mapping-rows.ts';
import { useShops, type UsedShop } from './use-shop.ts';
import { UNSAID_OF_PRODUCT } from './unsaid.ts';

const useShop = useShops();

function orders({ org }: UsedShop): unknown[] {
  return org.query('SELECT Channel__c, Mapping_Version__c FROM Order__c ORDER BY Name');
}

describe('a published mapping', () => {
  it('holds from the next order on, and each record says which version wrote it', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1', channel: 'Web' });
    await shop.compose(['order:1']);
    await shop.publish(({ targets }) => {
      put(targets, 'Order__c', rowTo('Channel__c', [], { default: 'Shop' }));
    });
    shop.putOrder({ id: '2', channel: 'Web' });

    await shop.compose(['order:2']);

    expect(orders(shop)).toEqual([
      expect.objectContaining({ Channel__c: 'Web', Mapping_Version__c: 1 }),
      expect.objectContaining({ Channel__c: 'Shop', Mapping_Version__c: 2 }),
    ]);
    const people = shop.org.query('SELECT Mapping_Version__c FROM Lead');
    expect(people).toMatchObject([{ Mapping_Version__c: 2 }]);
  });

  it('does not reach into a batch that has begun', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1', channel: 'Web' });
    const client = {
      ...shop.client,
      // Asked for the first time when the batch looks for its person, before anything is mapped.
      request: async <T>(...call: Parameters<typeof shop.client.request>): Promise<T> => {
        await shop.publish(({ targets }) => {
          put(targets, 'Order__c', rowTo('Channel__c', [], { default: 'Shop' }));
        });
        return shop.client.request<T>(...call);
      },
    };

    await shop.compose(['order:1'], { client });

    expect(orders(shop)).toMatchObject([{ Channel__c: 'Web', Mapping_Version__c: 1 }]);
  });

  it('that says the same as before writes nothing for its number’s sake', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1' });
    await shop.compose(['order:1']);
    const calls = shop.apiCalls();
    expect(await shop.publish()).toBe(2);

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'unchanged' }]);

    expect(shop.apiCalls()).toBe(calls);
    expect(orders(shop)).toMatchObject([{ Mapping_Version__c: 1 }]);
  });

  it('writes neither people nor orders that it leaves out, and what is left stands', async () => {
    const shop = await useShop();
    await shop.publish(({ targets }) => {
      for (const target of targets) {
        if (target.id === 'Lead') target.off = true;
        if (target.id === 'Order__c')
          target.condition = { path: 'order.channel', is: 'equal', value: 'Web' };
      }
    });
    shop.putOrder({ id: '1', channel: 'Web' });
    shop.putOrder({ id: '2', channel: 'Till' });

    expect(await shop.compose(['order:1', 'order:2'])).toMatchObject([
      { result: 'written' },
      { result: 'unchanged' },
    ]);

    expect(shop.org.query('SELECT Id FROM Lead')).toEqual([]);
    expect(shop.org.query('SELECT Name, Lead__c FROM Order__c')).toMatchObject([
      { Name: '1', Lead__c: null },
    ]);
  });

  it('keeps with each order, cart and person what its last write was made from', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1', items: [item('a')] });
    const receivedAt = new Date('2026-11-20T10:00:00Z');

    await shop.compose(['order:1'], {
      events: [{ scope: 'store/order/updated', body: '{}', receivedAt }],
    });

    const { rows } = await shop.pool.query(
      `select object, mapping_version, event_scope, event_received_at, source->'order'->>'id' as "order",
              source->'totals'->>'orderCount' as orders
       from cartbridge.written order by object`,
    );
    const said = { mapping_version: 1, event_scope: 'store/order/updated' };
    const event = { ...said, event_received_at: receivedAt };
    expect(rows).toEqual([
      { object: 'Lead', ...event, order: null, orders: '1' },
      { object: 'Order_Item__c', ...event, order: null, orders: null },
      { object: 'Order__c', ...event, order: '1', orders: null },
      { object: 'Shop__c', ...event, order: null, orders: null },
    ]);
  });
});

describe('a target that an admin added', () => {
  it('is written after the records it looks up to, by the value of its key', async () => {
    const shop = await useShop();
    const lookup = (object: string, name: string): string =>
      `<referenceTo>${object}</referenceTo><relationshipName>${name}</relationshipName><type>Lookup</type>`;
    await addFields(shop, 'Sale__c', {
      Number__c: KEY,
      Channel__c: TEXT,
      Order__c: lookup('Order__c', 'Sales'),
      Buyer__c: lookup('Lead', 'Sales'),
      Cart__c: lookup('Cart__c', 'Sales'),
    });
    await shop.publish(({ targets }) => {
      targets.push({
        ...{ id: 'sale', object: 'Sale__c', from: 'order', key: 'Number__c' },
        rows: [
          rowTo('Number__c', ['order.source']),
          rowTo('Channel__c', ['order.channel'], { rule: 'onCreate' }),
          rowTo('Order__c', ['@order']),
          rowTo('Buyer__c', ['@person']),
          rowTo('Cart__c', ['@cart']),
        ],
      });
    });
    shop.carts.set('7', cartOf(9, { id: '7' }));
    await shop.compose(['cart:7']);
    shop.putOrder({ id: '1', source: 'A-1', channel: 'Web', cartId: '7' });
    // The cart of this one was never seen: a lookup to it would fail.
    shop.putOrder({ id: '2', source: 'A-2', cartId: '8' });
    shop.putOrder({ id: '3' });

    const outcomes = await shop.compose(['order:1', 'order:2', 'order:3']);

    const fields = 'Number__c, Channel__c, Order__r.Name, Buyer__r.Email, Cart__r.External_Id__c';
    const sale = {
      Number__c: 'A-1',
      Order__r: { Name: '1' },
      Buyer__r: { Email: 'kim@example.com' },
      Cart__r: { External_Id__c: 'bc1:cart:7' },
    };
    const sales = `SELECT ${fields} FROM Sale__c ORDER BY Number__c`;
    expect(shop.org.query(sales)).toMatchObject([
      { ...sale, Channel__c: 'Web' },
      { Number__c: 'A-2', Order__r: { Name: '2' }, Cart__r: null },
    ]);
    expect(outcomes[2]).toMatchObject({
      result: 'written',
      details: { problems: [{ target: 'sale', field: 'Number__c', value: 'blank' }] },
    });

    shop.putOrder({ id: '1', source: 'A-1', channel: 'Till', cartId: '7' });
    await shop.compose(['order:1']);
    expect(shop.org.query(sales)[0]).toMatchObject({ ...sale, Channel__c: 'Web' });
  });
});

describe('products', () => {
  it('are written when they changed, with their shop', async () => {
    const shop = await useShop();
    const product = {
      ...{ id: '7', name: 'Tent', sku: 'T-7', categories: ['Camping'], url: null, imageUrl: null },
      ...UNSAID_OF_PRODUCT,
      ...{ price: '99.5' as Decimal, modifiedAt: at(12), raw: null },
    };
    shop.products.set('7', product);

    expect(await shop.compose(['product:7'])).toMatchObject([{ result: 'written' }]);
    expect(await shop.compose(['product:7'])).toMatchObject([{ result: 'unchanged' }]);
    shop.products.set('7', { ...product, price: '89' as Decimal });
    await shop.compose(['product:7', 'product:8']);

    expect(
      shop.org.query(
        'SELECT Name, Price__c, Shop__r.Shop_Key__c, Mapping_Version__c FROM Commerce_Product__c',
      ),
    ).toMatchObject([
      { Name: 'Tent', Price__c: 89, Shop__r: { Shop_Key__c: 'bc1' }, Mapping_Version__c: 1 },
    ]);
  });
});

function item(id: string) {
  const one = '1' as Decimal;
  return {
    ...{ id, productId: null, name: 'Tent', sku: null, options: null, raw: null },
    ...{ quantity: one, unitPrice: one, total: one, refundedQuantity: '0' as Decimal },
  };
}
