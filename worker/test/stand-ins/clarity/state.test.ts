import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startClarity } from '../../../stand-ins/clarity/start.ts';
import { call, GRACE, MUGS, openShop } from './clarity-kit.ts';

interface OrderView {
  status: string;
  totalAmount: string;
  refundedAmount: string;
  customerId: string;
}

const bought = { ...GRACE, items: MUGS };

describe('what the Clarity stand-in remembers and reckons', () => {
  it('keeps its records, its secret and what it still has to tell over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cartbridge-clarity-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'clarity.jsonl');
    const first = await openShop({ file });
    first.answerWith(503);
    const { orderId } = await first.ask<{ orderId: string }>('shopper/place-order', bought);
    await first.settled();
    const secret = first.shop.webhookSecret();
    const waiting = first.received.length;
    await first.shop.close();

    const second = await startClarity({ file });
    onTestFinished(() => second.close());
    expect(second.webhookSecret()).toBe(secret);
    const headers = { 'x-api-key': second.identity.apiKey };
    expect((await call(`${second.url}/v1/orders/${orderId}`, { headers })).status).toBe(200);
    first.answerWith(204);
    await second.clock.advance(6_000);
    const ids = first.received.map(({ event }) => event.id);
    expect(ids).toHaveLength(2 * waiting);
    expect(new Set(ids).size).toBe(waiting);
  });

  it('pays back by amount, by items and the rest, and never more than was paid', async () => {
    const { ask, read } = await openShop({ seed: true });
    const { orderId } = await ask<{ orderId: string }>('shopper/place-order', bought);
    const order = async (): Promise<OrderView> =>
      (await read(`orders/${orderId}`)).body as OrderView;
    expect((await order()).totalAmount).toBe('38.97');
    await ask('shopper/refund', { orderId, amount: '5' });
    await ask('shopper/refund', { orderId, items: [{ productId: 93, quantity: 1 }] });
    expect(await order()).toMatchObject({
      ...{ status: 'Partially Refunded', refundedAmount: '20.4256', totalAmount: '38.97' },
    });
    await expect(ask('shopper/refund', { orderId, amount: '18.55' })).rejects.toThrow(/409/);
    await ask('shopper/refund', { orderId });
    expect(await order()).toMatchObject({ status: 'Refunded', refundedAmount: '38.97' });
  });

  it('makes customers one: orders and carts move, and the others are gone', async () => {
    const { ask, read } = await openShop();
    const items = MUGS;
    const { orderId } = await ask<{ orderId: string }>('shopper/place-order', {
      ...{ customerId: 'C-2', items },
    });
    const { cartId } = await ask<{ cartId: string }>('shopper/start-cart', {
      ...{ customerId: 'C-2', items },
    });
    const before = (await read(`carts/${cartId}`)).body as { lastModified: string };
    await ask('shopper/merge-customers', { customerId: 'C-1', mergedCustomerIds: ['C-2'] });
    expect((await read('customers/C-2')).status).toBe(404);
    expect((await read('customers/C-1')).body).toMatchObject({ mergedCustomerIds: ['C-2'] });
    await ask('shopper/merge-customers', { customerId: 'C-3', mergedCustomerIds: ['C-1'] });
    expect((await read('customers/C-3')).body).toMatchObject({
      mergedCustomerIds: ['C-1', 'C-2'],
    });
    expect((await read(`orders/${orderId}`)).body).toMatchObject({ customerId: 'C-3' });
    expect((await read(`carts/${cartId}`)).body).toMatchObject({
      ...{ customerId: 'C-3', lastModified: before.lastModified },
    });
  });

  it('is as it was at first after a reset', async () => {
    const { ask, read, shop } = await openShop();
    const secret = shop.webhookSecret();
    await ask('shopper/place-order', bought);
    await ask('reset');
    expect((await read('orders')).body).toEqual({ data: [], nextCursor: null });
    expect((await read('customers/C-1')).status).toBe(200);
    expect(shop.webhookSecret()).not.toBe('');
    expect(shop.webhookSecret()).not.toBe(secret);
  });
});
