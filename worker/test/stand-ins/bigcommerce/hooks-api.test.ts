import { describe, expect, it } from 'vitest';
import { at, each, hook, openShop } from './shop-kit.ts';

const DESTINATION = 'https://connector.example.com/hooks';

describe('the hooks API of the BigCommerce stand-in', () => {
  it('shows a hook with its headers to whoever holds the token', async () => {
    const { call, store } = await openShop();
    const id = await hook({ call }, 'store/order/created', DESTINATION);
    const { body } = await call('GET', `/v3/hooks/${id}`);
    expect(at(body, 'data')).toEqual({
      id,
      client_id: store.clientId,
      store_hash: 'abc123',
      scope: 'store/order/created',
      destination: DESTINATION,
      headers: { 'x-shop-secret': 'a secret of ours' },
      is_active: true,
      created_at: expect.any(Number) as number,
      updated_at: expect.any(Number) as number,
    });
  });

  it('refuses the same scope and destination twice', async () => {
    const { call } = await openShop();
    const body = { scope: 'store/order/created', destination: DESTINATION };
    expect((await call('POST', '/v3/hooks', body)).status).toBe(200);
    expect((await call('POST', '/v3/hooks', body)).status).toBe(409);
    expect(at((await call('GET', '/v3/hooks')).body, 'data')).toHaveLength(1);
  });

  it('allows ten hooks for one scope and not eleven', async () => {
    const { call } = await openShop();
    for (let count = 0; count < 10; count += 1) {
      await hook({ call }, 'store/cart/abandoned', `${DESTINATION}/${count}`);
    }
    const scope = 'store/cart/abandoned';
    const eleventh = await call('POST', '/v3/hooks', { scope, destination: DESTINATION });
    expect(eleventh.status).toBe(422);
  });

  it('refuses a scope nobody knows and a destination without https', async () => {
    const { call } = await openShop();
    const typo = { scope: 'store/order/create', destination: DESTINATION };
    expect((await call('POST', '/v3/hooks', typo)).status).toBe(422);
    const open = { scope: 'store/order/created', destination: 'http://connector.example.com/' };
    expect((await call('POST', '/v3/hooks', open)).status).toBe(422);
  });

  it('finds hooks by scope and destination, and forgets a deleted one', async () => {
    const { call } = await openShop();
    const id = await hook({ call }, 'store/order/created', DESTINATION);
    await hook({ call }, 'store/order/updated', DESTINATION);
    const found = await call('GET', '/v3/hooks?scope=store/order/created&is_active=true');
    expect(each(at(found.body, 'data'), 'id')).toEqual([id]);
    await call('DELETE', `/v3/hooks/${id}`);
    expect((await call('GET', `/v3/hooks/${id}`)).status).toBe(404);
  });
});
