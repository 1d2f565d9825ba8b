import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { GRACE, MUGS, openShop, type Received } from './clarity-kit.ts';

const HOUR = 3_600_000;

/** Whether the library that others wrote accepts it. */
function isSigned(secret: string, { text, headers }: Received): boolean {
  try {
    new Webhook(secret).verify(text, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

describe('events of the Clarity stand-in', () => {
  it('are signed so that a library of others accepts them, and no other secret fits', async () => {
    const { shop, received, ask, settled } = await openShop();
    await ask('shopper/place-order', { ...GRACE, items: MUGS });
    await settled();
    expect(received.length).toBeGreaterThan(2);
    expect(received.every((one) => isSigned(shop.webhookSecret(), one))).toBe(true);
    const other = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    expect(received.some((one) => isSigned(other, one))).toBe(false);
  });

  it('carry two signatures while a secret is changed, and one when its day is over', async () => {
    const { shop, received, ask, settled } = await openShop();
    const old = shop.webhookSecret();
    const { secret } = await ask<{ secret: string }>('installation/rotate-secret');
    await ask('shopper/change-stock', { productId: '93', onHand: 1 });
    await ask('clock', { advanceMs: 25 * HOUR });
    await ask('shopper/change-stock', { productId: '93', onHand: 2 });
    await settled();
    const [during, after] = received;
    if (!during || !after) throw new Error('Two events should have come.');
    expect([isSigned(old, during), isSigned(secret, during)]).toEqual([true, true]);
    expect([isSigned(old, after), isSigned(secret, after)]).toEqual([false, true]);
  });

  it('carry the secret in a header where the installation knows no signatures', async () => {
    const { shop, received, ask, settled } = await openShop({
      proof: { method: 'header', header: 'x-shop-secret' },
    });
    await ask('shopper/change-stock', { productId: '93', onHand: 1 });
    await settled();
    expect(received[0]?.headers['x-shop-secret']).toBe(shop.webhookSecret());
    expect(received[0]?.headers['webhook-signature']).toBeUndefined();
  });

  it('come again with growing waits, with the same bytes, and not before Retry-After', async () => {
    const { received, ask, answerWith, settled } = await openShop();
    answerWith(503, { 'retry-after': '60' });
    await ask('shopper/change-stock', { productId: '93', onHand: 1 });
    await settled();
    await ask('clock', { advanceMs: 30_000 });
    expect(received).toHaveLength(1);
    answerWith(503);
    await ask('clock', { advanceMs: 31_000 });
    expect(received).toHaveLength(2);
    answerWith(204);
    await ask('clock', { advanceMs: 301_000 });
    await ask('clock', { advanceMs: 48 * HOUR });
    expect(received.map(({ event }) => event.id)).toEqual(Array(3).fill(received[0]?.event.id));
    expect(new Set(received.map(({ text }) => text)).size).toBe(1);
  });

  it('are given up after the last attempt', async () => {
    const { shop, received, ask, answerWith } = await openShop();
    answerWith(500);
    await ask('shopper/change-stock', { productId: '93', onHand: 1 });
    await ask('deliveries/settled');
    await ask('clock', { advanceMs: 120 * HOUR });
    expect(received).toHaveLength(10);
    const list = (await (await fetch(`${shop.url}/__local__/deliveries`)).json()) as object[];
    expect(list).toMatchObject([{ state: 'given up', attempts: 10, lastStatus: 500 }]);
  });

  it('can be held back, come in reverse and come twice', async () => {
    const { received, types, ask } = await openShop();
    await ask('deliveries/hold');
    await ask('shopper/start-cart', { ...GRACE, items: MUGS });
    await ask('shopper/change-stock', { productId: '93', onHand: 1 });
    expect(received).toHaveLength(0);
    await ask('deliveries/release', { order: 'reversed' });
    expect(types()).toEqual(['inventory.updated', 'cart.created']);
    await ask('deliveries/redeliver', { last: 2 });
    expect(received.map(({ event }) => event.id).toSorted()).toEqual(
      [...received.slice(0, 2), ...received.slice(0, 2)].map(({ event }) => event.id).toSorted(),
    );
  });

  it('tell of abandonment after an hour without a change, once, and of shopping carts only', async () => {
    const { types, ask, settled } = await openShop();
    const cart = await ask<object>('shopper/start-cart', { ...GRACE, items: MUGS });
    await ask('shopper/start-cart', { ...GRACE, items: MUGS, kind: 'list' });
    await ask('shopper/request-quote', { ...GRACE, items: MUGS });
    await ask('clock', { advanceMs: HOUR - 60_000 });
    await ask('shopper/add-to-cart', { ...cart, items: MUGS });
    await ask('clock', { advanceMs: HOUR - 60_000 });
    await settled();
    expect(types()).not.toContain('cart.abandoned');
    await ask('clock', { advanceMs: 5 * HOUR });
    await settled();
    expect(types().filter((type) => type === 'cart.abandoned')).toHaveLength(1);
  });

  it('do not come from an installation without webhooks, and the records are there all the same', async () => {
    const { received, ask, read, settled } = await openShop();
    await ask('installation', { webhookUrl: null });
    const { orderId } = await ask<{ orderId: string }>('shopper/place-order', {
      ...{ ...GRACE, items: MUGS },
    });
    await settled();
    expect(received).toHaveLength(0);
    expect((await read(`orders/${orderId}`)).status).toBe(200);
  });
});
