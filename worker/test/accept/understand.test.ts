import { describe, expect, it } from 'vitest';
import { understand } from '../../src/accept/bigcommerce/understand.ts';
import type { Understood } from '../../src/accept/understood.ts';
import type { ShopId } from '../../src/shared/ids.ts';
import { envelope } from './web-kit.ts';

const SHOP = 'shop-1' as ShopId;
const CART = '09346904-4175-44fd-be53-f7e598531b6c';

function read(changes: Record<string, unknown>): Understood {
  return understand(Buffer.from(envelope(changes)), SHOP);
}

describe('the record an event speaks of', () => {
  it.each([
    ['store/order/created', { type: 'order', id: 250 }, 'order:250'],
    ['store/order/updated', { type: 'order', id: 250 }, 'order:250'],
    ['store/order/archived', { type: 'order', id: 250 }, 'order:250'],
    [
      'store/order/statusUpdated',
      { type: 'order', id: 250, status: { previous_status_id: 0, new_status_id: 11 } },
      'order:250',
    ],
    [
      'store/order/refund/created',
      { type: 'order', id: 250, refund: { refund_id: 3 } },
      'order:250',
    ],
    ['store/cart/created', { type: 'cart', id: CART }, `cart:${CART}`],
    ['store/cart/updated', { type: 'cart', id: CART }, `cart:${CART}`],
    ['store/cart/deleted', { type: 'cart', id: CART }, `cart:${CART}`],
    ['store/cart/abandoned', { type: 'cart', id: CART, token: '1eed6d' }, `cart:${CART}`],
    ['store/cart/abandoned', { type: 'cart', id: CART }, `cart:${CART}`],
    ['store/cart/converted', { type: 'cart', id: CART, orderId: 252 }, `cart:${CART}`],
    ['store/customer/created', { type: 'customer', id: 32 }, 'customer:32'],
    ['store/customer/updated', { type: 'customer', id: 32 }, 'customer:32'],
    ['store/customer/deleted', { type: 'customer', id: 32 }, 'customer:32'],
    ...['created', 'updated', 'deleted'].map((what): [string, object, string] => [
      `store/customer/address/${what}`,
      { type: 'customer', id: 60, address: { customer_id: 32 } },
      'customer:32',
    ]),
    ['store/product/created', { type: 'product', id: 167 }, 'product:167'],
    ['store/product/updated', { type: 'product', id: 167, properties: ['sku'] }, 'product:167'],
    ['store/product/deleted', { type: 'product', id: 167 }, 'product:167'],
    ...['product/inventory/updated', 'product/inventory/order/updated'].map(
      (scope): [string, object, string] => [
        `store/${scope}`,
        { type: 'product', id: 167, inventory: { product_id: 167, method: 'relative', value: -3 } },
        'product:167',
      ],
    ),
    ...['sku/inventory/updated', 'sku/inventory/order/updated'].map(
      (scope): [string, object, string] => [
        `store/${scope}`,
        { type: 'sku', id: 461, inventory: { product_id: 206, method: 'absolute', value: 5 } },
        'product:206',
      ],
    ),
    ...['created', 'updated', 'deleted'].map((what): [string, object, string] => [
      `store/shipment/${what}`,
      { type: 'shipment', id: 12, orderId: 251 },
      'shipment:251:12',
    ]),
    ['store/subscriber/created', { type: 'subscriber', id: 5 }, 'customer:subscriber:5'],
    ['store/subscriber/updated', { type: 'subscriber', id: 5 }, 'customer:subscriber:5'],
  ])('%s with %j is %s', (scope, data, record) => {
    expect(read({ scope, data }).recordKey).toBe(`shop-1:${record}`);
  });

  it.each([
    ['as a number in text', { id: '250' }],
    ['without a type', { id: 250 }],
    ['beside keys nobody documented', { id: 250, type: 'order', new: { thing: [1] } }],
  ])('is found with its id %s', (_, data) => {
    expect(read({ data }).recordKey).toBe('shop-1:order:250');
  });

  it('is no shipment where its order is missing', () => {
    const data = { type: 'shipment', id: 12 };
    expect(() => read({ scope: 'store/shipment/created', data })).toThrow(
      /not a BigCommerce webhook/,
    );
  });

  it('is not the address where the customer is missing', () => {
    const data = { type: 'customer', id: 60 };
    expect(() => read({ scope: 'store/customer/address/updated', data })).toThrow(
      /not a BigCommerce webhook/,
    );
  });
});

describe('a scope that is none of ours', () => {
  it.each([
    ['store/order/transaction/created', { type: 'transaction', order_id: '250', card: '4111' }],
    ['store/order/metafield/created', { metafield_id: 3, resource_id: '270' }],
    ['store/order/message/created', { type: 'order', id: 250, message: { order_message_id: 1 } }],
    ['store/customer/payment/instrument/default/updated', { type: 'customer', id: 32 }],
    ['store/customer/channel/login/access/updated', { customer_id: 22, channel_ids: [1] }],
    ['store/subscriber/deleted', { type: 'subscriber', id: 5 }],
    ['store/sku/updated', { type: 'sku', id: 461, sku: { product_id: 206, variant_id: 509 } }],
    ['store/channel/1/order/created', { order_id: 250 }],
    ['store/channel/*/inventory/product/stock_changed', { variant_id: 127, product_id: 113 }],
    ['store/channel/1/notifications/abandonedCart/updated', {}],
    ['store/priceList/records/created', [{ price_list_id: 1, variant_id: 2 }]],
    ['store/order/created/more', { type: 'order', id: 250 }],
    ['x/store/order/created', { type: 'order', id: 250 }],
  ])('%s has no record and keeps nothing of its data', (scope, data) => {
    const { recordKey, body } = read({ scope, data });
    expect(recordKey).toBeNull();
    expect(JSON.parse(body)).toEqual({
      scope,
      producer: 'stores/abc123',
      hash: 'dd70c0976e06b67aaf671e73f49dcb79230ebf9d',
      created_at: 1_561_479_335,
    });
  });
});

describe('the idempotency key', () => {
  const key = (changes: Record<string, unknown> = {}): string => read(changes).idempotencyKey;

  it('is the same for the same change told twice, also minutes later', () => {
    expect(key()).toBe(key());
    expect(key({ created_at: 1_561_479_900 })).toBe(key());
  });

  it.each([
    ['another scope', { scope: 'store/order/updated' }],
    ['another hash', { hash: 'e0c298b8097a6a2f39d17e593a9b360f5b2fef7d' }],
    ['another record', { data: { type: 'order', id: 251 } }],
    ['another detail', { data: { type: 'order', id: 250, status: { new_status_id: 2 } } }],
  ])('is another for %s', (_, changes) => {
    expect(key(changes)).not.toBe(key());
  });
});
