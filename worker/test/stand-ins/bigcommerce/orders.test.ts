import { describe, expect, it } from 'vitest';
import { at, each, GUEST_ORDER, idAt, openShop } from './shop-kit.ts';

describe('orders of the BigCommerce stand-in', () => {
  it('answers an empty list with 204 and no body', async () => {
    const { call } = await openShop();
    expect(await call('GET', '/v2/orders')).toMatchObject({ status: 204, body: undefined });
  });

  it('shows money as text with four decimals and dates as RFC 2822', async () => {
    const { call } = await openShop();
    const made = await call('POST', '/v2/orders', {
      customer_id: 1,
      billing_address: GUEST_ORDER.billing_address,
      products: [{ product_id: 80, quantity: 3 }],
      date_created: 'Tue, 05 Mar 2024 21:40:11 +0000',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      status_id: 1,
      status: 'Pending',
      cart_id: null,
      date_created: 'Tue, 05 Mar 2024 21:40:11 +0000',
      // 8.25 % of 6.49 is 0.535425; rounded for each piece, then times three.
      subtotal_ex_tax: '19.4700',
      subtotal_inc_tax: '21.0762',
      total_tax: '1.6062',
      refunded_amount: '0.0000',
      items_total: 3,
      products: { resource: `/orders/${idAt(made.body)}/products` },
    });
    expect(at(made.body, 'date_modified')).toMatch(
      /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/,
    );
  });

  it('keeps the transactional currency apart and converts catalogue prices into it', async () => {
    const { call } = await openShop();
    const { body } = await call('POST', '/v2/orders', {
      billing_address: GUEST_ORDER.billing_address,
      products: [{ product_id: 80, quantity: 1 }],
      default_currency_code: 'JPY',
    });
    expect(body).toMatchObject({
      default_currency_code: 'JPY',
      subtotal_ex_tax: '974.0000',
      subtotal_tax: '80.0000',
      store_default_currency_code: 'USD',
      store_default_to_transactional_exchange_rate: '150.0000000000',
    });
  });

  it('gives order, lines and addresses in one call as consignments', async () => {
    const { call, store } = await openShop();
    const { orderId } = store.shoppers.placeOrder({
      customerId: 1,
      items: [
        { productId: 77, quantity: 1 },
        { productId: 107, quantity: 1 },
      ],
    });
    const path = `/v2/orders/${orderId}?include=consignments,consignments.line_items,fees`;
    const { body } = await call('GET', `${path}&consignment_structure=object`);
    expect(at(body, 'fees')).toEqual([]);
    expect(at(body, 'consignments.shipping')).toHaveLength(1);
    expect(at(body, 'consignments.shipping.0')).toMatchObject({
      city: 'Austin',
      base_cost: 7.5,
      line_items: [{ name: 'Linen Towel', quantity: 1, price_ex_tax: '49.9500' }],
    });
    expect(at(body, 'consignments.downloads')).toMatchObject([
      { recipient_email: 'jane@example.com', line_items: [{ name: 'House Plant Guide' }] },
    ]);
    expect(at(body, 'consignments.email')).toEqual({ gift_certificates: [] });
    const legacy = await call('GET', path);
    expect(Array.isArray(at(legacy.body, 'consignments'))).toBe(true);
  });

  it('lists what changed since a time, oldest change first, page by page', async () => {
    const { call, store } = await openShop();
    const ids: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      ids.push(idAt((await call('POST', '/v2/orders', GUEST_ORDER)).body));
      await store.clock.advance(60_000);
    }
    const since = encodeURIComponent(store.clock.now().toISOString());
    await store.clock.advance(60_000);
    await call('PUT', `/v2/orders/${ids[1]}`, { status_id: 11 });
    const changed = await call('GET', `/v2/orders?min_date_modified=${since}`);
    expect(each(changed.body, 'id')).toEqual([ids[1]]);
    const page = await call('GET', '/v2/orders?sort=date_modified:asc&limit=2&page=2');
    expect(each(page.body, 'id')).toEqual([ids[1]]);
    expect((await call('GET', '/v2/orders?page=3&limit=2')).status).toBe(204);
  });

  it('ignores a date it cannot read and returns everything, as the original does', async () => {
    const { call } = await openShop();
    await call('POST', '/v2/orders', GUEST_ORDER);
    const unencoded = await call('GET', '/v2/orders?min_date_modified=2999-01-01T00:00:00+00:00');
    expect(unencoded.body).toHaveLength(1);
    const encoded = await call('GET', '/v2/orders?min_date_modified=2999-01-01T00:00:00Z');
    expect(encoded.status).toBe(204);
  });

  it('changes, adds and removes lines with PUT', async () => {
    const { call } = await openShop();
    const { body: order } = await call('POST', '/v2/orders', GUEST_ORDER);
    const path = `/v2/orders/${idAt(order)}`;
    const lineId = idAt((await call('GET', `${path}/products`)).body, '0.id');
    await call('PUT', path, {
      products: [
        { id: lineId, quantity: 5 },
        { product_id: 93, quantity: 1 },
      ],
    });
    const lines = (await call('GET', `${path}/products`)).body;
    expect(each(lines, 'quantity')).toEqual([5, 1]);
    await call('PUT', path, { products: [{ id: lineId, quantity: 0 }] });
    expect((await call('GET', `${path}/products`)).body).toHaveLength(1);
  });

  it('hides an archived order from lists and still shows it by its number', async () => {
    const { call } = await openShop();
    const { body: order } = await call('POST', '/v2/orders', GUEST_ORDER);
    expect((await call('DELETE', `/v2/orders/${idAt(order)}`)).status).toBe(204);
    expect((await call('GET', '/v2/orders')).status).toBe(204);
    expect((await call('GET', `/v2/orders/${idAt(order)}`)).body).toMatchObject({
      is_deleted: true,
    });
  });

  it('names the field when a required one is missing', async () => {
    const { call } = await openShop();
    const answer = await call('POST', '/v2/orders', { products: GUEST_ORDER.products });
    expect(answer.status).toBe(400);
    expect(at(answer.body, '0.message')).toContain('billing_address');
  });
});
