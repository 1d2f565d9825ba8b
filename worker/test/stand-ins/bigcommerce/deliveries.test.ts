import { describe, expect, it } from 'vitest';
import { at, GUEST_ORDER, hook, idAt, openShopWithHooks } from './shop-kit.ts';

const MINUTE = 60_000;
const ATTEMPTS = 12;

describe('deliveries of the BigCommerce stand-in', () => {
  it('signs each delivery so that the Standard Webhooks library accepts it', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/order/created']);
    await call('POST', '/v2/orders', GUEST_ORDER);
    await store.settled();
    expect(receiver.received.map(({ isSigned }) => isSigned)).toEqual([true]);
    expect(receiver.received[0]?.headers['x-shop-secret']).toBe('a secret of ours');
  });

  it('signs a retry anew under the same webhook-id, with the same bytes', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/order/created']);
    receiver.status = 500;
    await call('POST', '/v2/orders', GUEST_ORDER);
    await store.settled();
    receiver.status = 204;
    await store.clock.advance(MINUTE);
    await store.settled();
    const [first, second, third] = receiver.received;
    expect(third).toBeUndefined();
    expect(second?.text).toBe(first?.text);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.isSigned).toBe(true);
    expect(store.deliveries()[0]).toMatchObject({ state: 'delivered', attempts: 2 });
  });

  it('tries eleven times more within 48 hours and 4 minutes, then switches the hook off', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/order/created']);
    receiver.status = 500;
    await call('POST', '/v2/orders', GUEST_ORDER);
    await store.settled();
    await store.clock.advance(173_039_000);
    expect(receiver.received).toHaveLength(ATTEMPTS - 1);
    await store.clock.advance(10_000);
    await store.settled();
    expect(receiver.received).toHaveLength(ATTEMPTS);
    const { body } = await call('GET', '/v3/hooks');
    expect(at(body, 'data.0.is_active')).toBe(false);
    const admin = await call('GET', '/v3/hooks/admin');
    expect(at(admin.body, 'data.hooks_list.0.status')).toBe('deactivated');
    await call('POST', '/v2/orders', GUEST_ORDER);
    await store.settled();
    expect(receiver.received).toHaveLength(ATTEMPTS);
  });

  it('delivers again once the hook is switched on again', async () => {
    const { call, store, receiver } = await openShopWithHooks([]);
    const id = await hook({ call }, 'store/order/created', receiver.url);
    await call('PUT', `/v3/hooks/${id}`, { is_active: false });
    await call('POST', '/v2/orders', GUEST_ORDER);
    await call('PUT', `/v3/hooks/${id}`, { is_active: true });
    await call('POST', '/v2/orders', GUEST_ORDER);
    await store.settled();
    expect(receiver.received).toHaveLength(1);
  });

  it('blocks a destination that fails too often, and delivers after three minutes', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/product/updated']);
    receiver.status = 500;
    for (let count = 0; count < 120; count += 1) {
      await call('PUT', '/v3/catalog/products/80', { description: `text ${count}` });
    }
    await store.settled();
    const admin = await call('GET', '/v3/hooks/admin');
    expect(at(admin.body, 'data.blocked_domains')).toHaveLength(1);
    const asked = receiver.received.length;
    expect(asked).toBeLessThan(120);
    receiver.status = 204;
    await store.clock.advance(MINUTE);
    expect(receiver.received).toHaveLength(asked);
    await store.clock.advance(5 * MINUTE);
    await store.settled();
    expect(store.deliveries().every(({ state }) => state === 'delivered')).toBe(true);
  });

  it('tells a hook for delivery exceptions what went wrong', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/order/created']);
    const other = receiver.url.replace('/hooks', '/exceptions');
    await hook({ call }, 'store/hook/deliveryException', other);
    receiver.status = 503;
    await call('POST', '/v2/orders', GUEST_ORDER);
    await store.settled();
    const told = receiver.received.filter(({ path }) => path === '/exceptions');
    expect(told.map(({ message }) => message.data.error_code)).toEqual([90001]);
  });

  it('holds deliveries and lets them go in reversed order', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/order/*']);
    store.hold();
    const { body } = await call('POST', '/v2/orders', GUEST_ORDER);
    await call('PUT', `/v2/orders/${idAt(body)}`, { status_id: 11 });
    await store.settled();
    expect(receiver.received).toHaveLength(0);
    await store.release('reversed');
    expect(receiver.scopes()).toEqual([
      'store/order/statusUpdated',
      'store/order/updated',
      'store/order/created',
    ]);
  });

  it('repeats a delivery with the same bytes and id', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/order/created']);
    await call('POST', '/v2/orders', GUEST_ORDER);
    await store.settled();
    await store.redeliver(store.deliveries().map(({ id }) => id));
    const [first, second] = receiver.received;
    expect(second?.text).toBe(first?.text);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  });

  it('puts a hook to sleep that had nothing to tell for 90 days', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/order/created']);
    await store.clock.advance(91 * 24 * 60 * MINUTE);
    await call('POST', '/v2/orders', GUEST_ORDER);
    await store.settled();
    expect(receiver.received).toHaveLength(0);
    expect(at((await call('GET', '/v3/hooks')).body, 'data.0.is_active')).toBe(false);
  });
});
