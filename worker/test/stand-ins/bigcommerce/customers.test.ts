import { describe, expect, it } from 'vitest';
import { at, each, idAt, openShop, openShopWithHooks } from './shop-kit.ts';

const MEG = { email: 'meg@example.com', first_name: 'Meg', last_name: 'Murray' };
const ADDRESS = {
  first_name: 'Meg',
  last_name: 'Murray',
  address1: '7 High Street',
  city: 'Leeds',
  postal_code: 'LS1 1AA',
  country_code: 'GB',
};

describe('customers of the BigCommerce stand-in', () => {
  it('finds customers by id and by email, with what include asks for', async () => {
    const { call } = await openShop();
    const made = await call('POST', '/v3/customers', [{ ...MEG, addresses: [ADDRESS] }]);
    const id = idAt(made.body, 'data.0.id');
    const byId = await call('GET', `/v3/customers?id:in=${id}&include=addresses`);
    expect(at(byId.body, 'data')).toMatchObject([
      { ...MEG, address_count: 1, addresses: [{ city: 'Leeds', country: 'United Kingdom' }] },
    ]);
    const byEmail = await call('GET', '/v3/customers?email:in=MEG@example.com');
    expect(at(byEmail.body, 'data')).toHaveLength(1);
    expect(at(byEmail.body, 'data.0.addresses')).toBeUndefined();
  });

  it('refuses an email twice on one channel, and takes it on another', async () => {
    const { call } = await openShop();
    await call('POST', '/v3/customers', [{ ...MEG, channel_ids: [1] }]);
    const again = await call('POST', '/v3/customers', [{ ...MEG, channel_ids: [1] }]);
    expect(again.status).toBe(422);
    expect(at(again.body, 'errors.email')).toContain('already in use');
    const elsewhere = await call('POST', '/v3/customers', [{ ...MEG, channel_ids: [2] }]);
    expect(elsewhere.status).toBe(200);
  });

  it('makes none of a batch when one of it is refused', async () => {
    const { call } = await openShop();
    const taken = { ...MEG, email: 'jane@example.com' };
    expect((await call('POST', '/v3/customers', [MEG, taken])).status).toBe(422);
    expect(at((await call('GET', '/v3/customers')).body, 'data')).toHaveLength(3);
  });

  it('takes ten customers in one call and not eleven', async () => {
    const { call } = await openShop();
    const many = Array.from({ length: 11 }, (_, index) => ({
      ...MEG,
      email: `meg${index}@example.com`,
    }));
    expect((await call('POST', '/v3/customers', many)).status).toBe(422);
    const ten = await call('POST', '/v3/customers', many.slice(1));
    expect(at(ten.body, 'data')).toHaveLength(10);
  });

  it('can be walked by cursor to the end', async () => {
    const { call } = await openShop();
    const seen: unknown[] = [];
    for (let path = '?limit=2'; path;) {
      const { body } = await call('GET', `/v3/customers${path}`);
      seen.push(...each(at(body, 'data'), 'id'));
      const next = at(body, 'meta.cursor_pagination.links.next');
      path = typeof next === 'string' ? next : '';
    }
    expect(seen).toEqual([1, 2, 3]);
  });

  it('counts pages and refuses a limit over 250', async () => {
    const { call } = await openShop();
    const { body } = await call('GET', '/v3/customers?limit=2&page=2');
    expect(at(body, 'meta.pagination')).toMatchObject({
      total: 3,
      count: 1,
      per_page: 2,
      current_page: 2,
      total_pages: 2,
    });
    expect((await call('GET', '/v3/customers?limit=251')).status).toBe(413);
  });

  it("tells of an address under the address's own id", async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/customer/address/*']);
    const { body } = await call('POST', '/v3/customers/addresses', [
      { ...ADDRESS, customer_id: 2 },
    ]);
    await store.settled();
    expect(receiver.received[0]?.message.data).toEqual({
      type: 'customer',
      id: idAt(body, 'data.0.id'),
      address: { customer_id: 2 },
    });
    const again = await call('POST', '/v3/customers/addresses', [{ ...ADDRESS, customer_id: 2 }]);
    expect(again).toMatchObject({ status: 200, body: { data: [] } });
  });

  it('tells of changed and deleted customers, but not of attribute values', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/customer/*']);
    const made = await call('POST', '/v3/customers/attributes', [{ name: 'Tier', type: 'string' }]);
    const attribute_id = idAt(made.body, 'data.0.id');
    await call('PUT', '/v3/customers/attribute-values', [
      { attribute_id, customer_id: 1, value: 'Gold' },
    ]);
    await store.settled();
    expect(receiver.received).toHaveLength(0);
    const values = await call('GET', '/v3/customers/attribute-values?customer_id:in=1');
    expect(at(values.body, 'data')).toMatchObject([{ attribute_id, attribute_value: 'Gold' }]);
    await call('PUT', '/v3/customers', [{ id: 1, customer_group_id: 3 }]);
    await call('DELETE', '/v3/customers?id:in=2');
    await store.settled();
    expect(receiver.scopes().toSorted()).toEqual([
      'store/customer/deleted',
      'store/customer/updated',
    ]);
  });
});
