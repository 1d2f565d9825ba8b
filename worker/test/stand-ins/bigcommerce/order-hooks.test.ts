import { describe, expect, it } from 'vitest';
import { at, GUEST_ORDER, idAt, openShopWithHooks } from './shop-kit.ts';

describe('what the BigCommerce stand-in tells of orders', () => {
  it('tells of a new order in the envelope of the original', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/order/created']);
    const { body } = await call('POST', '/v2/orders', GUEST_ORDER);
    await store.settled();
    expect(receiver.received).toHaveLength(1);
    const [first] = receiver.received;
    expect(first?.message).toEqual({
      scope: 'store/order/created',
      store_id: '1025646',
      data: { type: 'order', id: idAt(body) },
      hash: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
      created_at: expect.any(Number) as number,
      producer: 'stores/abc123',
    });
  });

  it('tells of a changed status with both statuses, and of other changes without', async () => {
    const { call, store, receiver } = await openShopWithHooks([
      'store/order/updated',
      'store/order/statusUpdated',
    ]);
    const { body } = await call('POST', '/v2/orders', GUEST_ORDER);
    await call('PUT', `/v2/orders/${idAt(body)}`, { staff_notes: 'fragile' });
    await store.settled();
    expect(receiver.scopes()).toEqual(['store/order/updated']);
    await call('PUT', `/v2/orders/${idAt(body)}`, { status_id: 11 });
    await store.settled();
    const told = receiver.received.find(({ message }) => message.scope.endsWith('statusUpdated'));
    expect(told?.message.data).toEqual({
      type: 'order',
      id: idAt(body),
      status: { previous_status_id: 1, new_status_id: 11 },
    });
  });

  it('delivers concrete scopes to a wildcard hook', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/order/*']);
    const { body } = await call('POST', '/v2/orders', GUEST_ORDER);
    await call('DELETE', `/v2/orders/${idAt(body)}`);
    await store.settled();
    expect(receiver.scopes().toSorted()).toEqual(['store/order/archived', 'store/order/created']);
  });

  it('tells of a sale in product hooks, with the stock taken', async () => {
    const { store, receiver, call } = await openShopWithHooks([
      'store/product/updated',
      'store/product/inventory/order/updated',
    ]);
    store.shoppers.placeOrder({ customerId: 1, items: [{ productId: 80, quantity: 3 }] });
    await store.settled();
    expect(receiver.scopes().toSorted()).toEqual([
      'store/product/inventory/order/updated',
      'store/product/updated',
    ]);
    const { body } = await call('GET', '/v3/catalog/products/80');
    expect(at(body, 'data')).toMatchObject({ inventory_level: 397, total_sold: 3 });
  });

  it('tells of a refund, the status, and leaves refunded_amount at zero', async () => {
    const { call, store, receiver } = await openShopWithHooks([
      'store/order/refund/created',
      'store/order/statusUpdated',
    ]);
    const { orderId } = store.shoppers.placeOrder({
      customerId: 1,
      items: [{ productId: 80, quantity: 2 }],
      incompleteFirst: false,
    });
    const lineId = idAt((await call('GET', `/v2/orders/${orderId}/products`)).body, '0.id');
    const items = [{ item_type: 'PRODUCT', item_id: lineId, quantity: 1, reason: 'Damaged' }];
    const actions = `/v3/orders/${orderId}/payment_actions`;
    const quote = await call('POST', `${actions}/refund_quotes`, { items });
    const amount = at(quote.body, 'data.total_refund_amount');
    const provider_id = at(quote.body, 'data.refund_methods.0.0.provider_id');
    expect(amount).toBe(7.0254);
    const payments = [{ provider_id, amount, offline: true }];
    const made = await call('POST', `${actions}/refunds`, { items, payments });
    await store.settled();

    expect(at(made.body, 'data')).toMatchObject({ order_id: orderId, total_amount: 7.0254 });
    const order = (await call('GET', `/v2/orders/${orderId}`)).body;
    expect(order).toMatchObject({ status_id: 14, refunded_amount: '0.0000' });
    expect(receiver.received.map(({ message }) => message.data)).toEqual(
      expect.arrayContaining([
        { type: 'order', id: orderId, refund: { refund_id: idAt(made.body, 'data.id') } },
        {
          type: 'order',
          id: orderId,
          status: { previous_status_id: 11, new_status_id: 14 },
        },
      ]),
    );
    const listed = await call('GET', `/v3/orders/payment_actions/refunds?order_id:in=${orderId}`);
    expect(at(listed.body, 'data')).toHaveLength(1);
    const one = await call(
      'GET',
      `/v3/orders/payment_actions/refunds/${idAt(made.body, 'data.id')}`,
    );
    expect(one.body).toEqual(made.body);
  });

  it('refuses to refund more than there is', async () => {
    const { call, store } = await openShopWithHooks([]);
    const { orderId } = store.shoppers.placeOrder({
      customerId: 1,
      items: [{ productId: 80, quantity: 1 }],
    });
    const lineId = idAt((await call('GET', `/v2/orders/${orderId}/products`)).body, '0.id');
    const items = [{ item_type: 'PRODUCT', item_id: lineId, quantity: 2 }];
    const quote = await call('POST', `/v3/orders/${orderId}/payment_actions/refund_quotes`, {
      items,
    });
    expect(quote.status).toBe(422);
  });
});
