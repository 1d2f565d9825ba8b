import { describe, expect, it } from 'vitest';
import { understand } from '../../src/accept/clarity/understand.ts';
import type { Understood } from '../../src/accept/understood.ts';
import type { ShopId } from '../../src/shared/ids.ts';
import { event } from './clarity-kit.ts';

const SHOP = 'shop-1' as ShopId;

function read(changes: Record<string, unknown>, paths: Record<string, string> = {}): Understood {
  return understand(Buffer.from(event(changes)), SHOP, paths);
}

const said = ({ body }: Understood): Record<string, unknown> =>
  JSON.parse(body) as Record<string, unknown>;

describe('the record an event of the contract speaks of', () => {
  it.each([
    ['customer.created', { customerId: 'C-1' }, 'customer:C-1'],
    ['customer.merged', { customerId: 'C-1', mergedCustomerIds: ['C-2'] }, 'customer:C-1'],
    ['order.statusChanged', { orderId: 17 }, 'order:17'],
    ['order.refunded', { orderId: 'O-1' }, 'order:O-1'],
    ['cart.abandoned', { cartId: 'K:1' }, 'cart:K:1'],
    ['cart.converted', { cartId: 'K-1', orderId: 'O-1' }, 'cart:K-1'],
    ['quote.accepted', { cartId: 'Q-1', kind: 'quote' }, 'cart:Q-1'],
    ['sample.requested', { cartId: 'S-1', kind: 'sample' }, 'cart:S-1'],
    ['product.deleted', { productId: 'P-1' }, 'product:P-1'],
    ['inventory.updated', { productId: 'P-1', location: 'Ghent' }, 'product:P-1'],
    ['shipment.delivered', { shipmentId: 'T-1', orderId: 'O-1' }, 'shipment:T-1'],
    ['return.updated', { returnId: 'R-1', orderId: 'O-1' }, 'return:R-1'],
  ])('%s with %j is %s', (type, data, record) => {
    expect(read({ type, data }).recordKey).toBe(`shop-1:${record}`);
  });

  it('is found where the shop’s table of paths says', () => {
    const paths = { 'order.orderId': 'ids[0].value', 'inventory.productId': 'item' };
    const order = { type: 'order.updated', data: { ids: [{ value: 'O-9' }] } };
    expect(read(order, paths).recordKey).toBe('shop-1:order:O-9');
    const stock = { type: 'inventory.updated', data: { item: 'P-9' } };
    expect(read(stock, paths).recordKey).toBe('shop-1:product:P-9');
  });

  it('is none for a type that is none of ours, of whose content nothing stays', () => {
    const understood = read({ type: 'order.paid', data: { orderId: 'O-1', card: '4111' } });
    expect(understood.recordKey).toBeNull();
    expect(said(understood)).toEqual({
      ...{ id: 'evt_1', type: 'order.paid', occurredAt: '2026-03-04T04:06:07.000Z' },
    });
  });
});

describe('what is no event of the contract', () => {
  it.each<[string, string]>([
    ['no JSON', 'x=1'],
    ['a list', '[1]'],
    ['no id', event({ id: undefined })],
    ['no type', event({ type: undefined })],
    ['another version', event({ version: '2' })],
    ['a time without a zone', event({ occurredAt: '2026-03-04T05:06:07' })],
    ['no shop', event({ shop: undefined })],
    ['data that is a list', event({ data: ['O-1'] })],
    ['an order without its id', event({ data: { number: 'O-1' } })],
    ['a zero byte in an id', event({ data: { orderId: 'O\u0000' } })],
    ['an id only a prototype has', event({ data: JSON.parse('{"__proto__":{"orderId":"O"}}') })],
  ])('%s is refused', (_, body) => {
    expect(() => understand(Buffer.from(body), SHOP, {})).toThrow(
      /not an event of the published contract|names no orderId/,
    );
  });
});

describe('what stays of an event', () => {
  it('is when it happened and which ids it names, never the record', () => {
    const data = {
      ...{ customerId: 'C-1', mergedCustomerIds: ['C-2', 3], email: 'jane@example.com' },
      ...{ firstName: 'Jane', attributes: { orderId: 'inner' } },
    };
    expect(said(read({ type: 'customer.merged', data }))).toEqual({
      ...{ id: 'evt_1', type: 'customer.merged', occurredAt: '2026-03-04T04:06:07.000Z' },
      ...{ sequence: 3, dataVersion: 'v7' },
      data: { customerId: 'C-1', mergedCustomerIds: ['C-2', '3'] },
    });
  });

  it('holds the order that a cart became, under the contract’s name', () => {
    const paths = { 'cart.orderId': 'became.order' };
    const data = { cartId: 'K-1', became: { order: 'O-7' }, items: [{ name: 'Towel' }] };
    expect(said(read({ type: 'cart.converted', data }, paths)).data).toEqual({
      ...{ cartId: 'K-1', orderId: 'O-7' },
    });
  });
});

describe('the same event told twice', () => {
  it('is known by its id, whatever else changed on the way', () => {
    const { idempotencyKey } = read({});
    expect(read({ sequence: 9 }).idempotencyKey).toBe(idempotencyKey);
    expect(read({ id: 'evt_2' }).idempotencyKey).not.toBe(idempotencyKey);
  });
});
