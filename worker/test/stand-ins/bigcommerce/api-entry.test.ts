import { describe, expect, it } from 'vitest';
import { callAs, GUEST_ORDER, openShop } from './shop-kit.ts';

describe('the entrance of the BigCommerce stand-in', () => {
  it('refuses a wrong token in the shape of the version that was asked', async () => {
    const { store } = await openShop();
    const v2 = await callAs(store, 'wrong', 'GET', '/v2/store');
    const v3 = await callAs(store, 'wrong', 'GET', '/v3/customers');
    expect(v2.status).toBe(401);
    expect(v2.body).toEqual([{ status: 401, message: 'Unauthorized' }]);
    expect(v3.status).toBe(401);
    expect(v3.body).toMatchObject({ status: 401, title: 'Unauthorized', errors: {} });
  });

  it('counts calls down in the headers and refuses the one beyond the quota', async () => {
    const { call } = await openShop({ quota: 2 });
    const first = await call('GET', '/v2/time');
    expect(first.headers.get('x-rate-limit-requests-quota')).toBe('2');
    expect(first.headers.get('x-rate-limit-requests-left')).toBe('1');
    expect(first.headers.get('x-rate-limit-time-window-ms')).toBe('30000');
    await call('GET', '/v2/time');
    const third = await call('GET', '/v3/customers');
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('x-rate-limit-time-reset-ms'))).toBeGreaterThan(0);
  });

  it('lets calls in again when the window of 30 seconds is over', async () => {
    const { call, store } = await openShop({ quota: 1 });
    await call('GET', '/v2/time');
    expect((await call('GET', '/v2/time')).status).toBe(429);
    await store.clock.advance(30_000);
    expect((await call('GET', '/v2/time')).status).toBe(200);
  });

  it('answers a fault without quota headers, as an overloaded platform does', async () => {
    const { call, store } = await openShop();
    store.faults.add({ path: '/v2/orders', status: 429 });
    const answer = await call('GET', '/v2/orders');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('x-rate-limit-time-reset-ms')).toBeNull();
  });

  it('refuses a body that is not declared as JSON', async () => {
    const { store } = await openShop();
    const response = await fetch(`${store.apiUrl}/v2/orders`, {
      method: 'POST',
      headers: { 'X-Auth-Token': store.accessToken, 'Content-Type': 'text/plain' },
      body: JSON.stringify(GUEST_ORDER),
    });
    expect(response.status).toBe(415);
  });

  it('tells of itself in /v2/store, with the hash as id', async () => {
    const { call, store } = await openShop({ storeHash: 'xyz789' });
    const { body } = await call('GET', '/v2/store');
    expect(body).toMatchObject({ id: 'xyz789', currency: 'USD', plan_name: 'Plus' });
    expect(store.apiUrl.endsWith('/stores/xyz789')).toBe(true);
  });

  it('answers 404 where the original has nothing', async () => {
    const { call } = await openShop();
    expect((await call('GET', '/v2/returns')).body).toEqual([
      { status: 404, message: 'The requested resource was not found.' },
    ]);
    expect((await call('GET', '/v3/carts')).status).toBe(404);
  });
});
