import { describe, expect, it } from 'vitest';
import { call, liveThroughEverything, openShop } from '../../stand-ins/clarity/clarity-kit.ts';
import { flaws, types } from './published.ts';

const KINDS = {
  ...{ customers: 'customer', orders: 'order', carts: 'cart', products: 'product' },
  ...{ inventory: 'inventory', shipments: 'shipment', returns: 'return' },
};

describe('the local Clarity shop keeps the published contract', () => {
  it('in every event it sends, of every type, and in every record it answers', async () => {
    const shop = await openShop();
    await liveThroughEverything(shop);
    const wrong = shop.received.flatMap(({ event }) =>
      flaws('event', event).map((flaw) => `${event.type}: ${flaw}`),
    );
    expect(wrong).toEqual([]);
    const sent = new Set(shop.types());
    expect(types.filter((type) => !sent.has(type))).toEqual(['ping']);

    for (const [path, schema] of Object.entries(KINDS)) {
      const { body } = await shop.read(`${path}?limit=200`);
      const { data } = body as { data: object[] };
      expect(data.length, `records at /v1/${path}`).toBeGreaterThan(0);
      expect(data.flatMap((record) => flaws(schema, record))).toEqual([]);
    }
    expect(flaws('shop', (await shop.read('shop')).body)).toEqual([]);
  });

  it('with a sequence and a modified time that rise for each record', async () => {
    const shop = await openShop();
    await liveThroughEverything(shop);
    const last = new Map<unknown, { sequence: number; dataVersion: string }>();
    const { received } = shop;
    const orders = received.filter(({ event }) => event.type.startsWith('order.'));
    for (const { event } of orders.toSorted((a, b) => a.event.sequence - b.event.sequence)) {
      const before = last.get(event.data.orderId);
      if (before) expect(event.dataVersion > before.dataVersion).toBe(true);
      expect(event.sequence).toBe((before?.sequence ?? 0) + 1);
      last.set(event.data.orderId, event);
    }
    expect(last.size).toBe(3);
  });

  it('with the sums that the words give', async () => {
    const shop = await openShop();
    await liveThroughEverything(shop);
    const { body } = await shop.read('orders');
    const tenThousandths = (text: string): number => Math.round(Number(text) * 10_000);
    for (const order of (body as { data: Record<string, string>[] }).data) {
      const [subTotal, discount, shipping, fees, tax, total] = [
        ...['subTotal', 'discount', 'shipping', 'fees', 'tax', 'totalAmount'],
      ].map((field) => tenThousandths(order[field] ?? ''));
      expect(total).toBe(
        (subTotal ?? 0) - (discount ?? 0) + (shipping ?? 0) + (fees ?? 0) + (tax ?? 0),
      );
    }
  });

  it('and refuses control wishes with fields that it does not know', async () => {
    const { shop } = await openShop();
    const answer = await call(`${shop.url}/__local__/shopper/place-order`, {
      method: 'POST',
      body: '{"customerId":"C-1","itmes":[]}',
    });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'bad_request' } } });
  });
});
