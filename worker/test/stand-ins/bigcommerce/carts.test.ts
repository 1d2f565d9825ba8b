import { describe, expect, it } from 'vitest';
import { at, each, idAt, openShopWithHooks } from './shop-kit.ts';

const HOUR = 3_600_000;
const ITEMS = [{ productId: 93, quantity: 2 }];

describe('carts of the BigCommerce stand-in', () => {
  it('shows a cart and its checkout with amounts as numbers', async () => {
    const { call } = await openShopWithHooks([]);
    const made = await call('POST', '/v3/carts', {
      customer_id: 1,
      line_items: [{ product_id: 93, quantity: 2 }],
    });
    expect(made.status).toBe(201);
    expect(at(made.body, 'data')).toMatchObject({
      customer_id: 1,
      email: 'jane@example.com',
      currency: { code: 'USD' },
      cart_amount: 28.5,
      line_items: {
        physical_items: [{ product_id: 93, name: 'Stoneware Mug', quantity: 2, list_price: 14.25 }],
        digital_items: [],
      },
    });
    const checkout = await call('GET', `/v3/checkouts/${String(at(made.body, 'data.id'))}`);
    expect(at(checkout.body, 'data')).toMatchObject({ subtotal_ex_tax: 28.5, order_id: null });
  });

  it('tells created and updated for a new cart, and line items one by one', async () => {
    const { store, receiver } = await openShopWithHooks(['store/cart/*']);
    const cartId = store.shoppers.startCart({ items: ITEMS });
    await store.settled();
    expect(receiver.scopes().toSorted()).toEqual([
      'store/cart/created',
      'store/cart/lineItem/created',
      'store/cart/updated',
    ]);
    const item = receiver.received.find(({ message }) => message.scope.includes('lineItem'));
    expect(item?.message.data).toMatchObject({ type: 'cart_line_item', cartId });
  });

  it('tells of abandonment after an hour of silence, with a token that finds the cart', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/cart/abandoned']);
    const cartId = store.shoppers.startCart({ items: ITEMS });
    await store.clock.advance(HOUR - 10_000);
    await store.settled();
    expect(receiver.received).toHaveLength(0);
    await store.clock.advance(20_000);
    await store.settled();
    const data = receiver.received[0]?.message.data;
    expect(data).toEqual({
      type: 'cart',
      id: cartId,
      token: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
    const found = await call('GET', `/v3/abandoned-carts/${String(data?.token)}`);
    expect(found.body).toEqual({ data: { cart_id: cartId }, meta: {} });
  });

  it('counts the hour from the last change, and tells once for each silence', async () => {
    const { store, receiver } = await openShopWithHooks(['store/cart/abandoned']);
    const cartId = store.shoppers.startCart({ items: ITEMS });
    await store.clock.advance(HOUR / 2);
    store.shoppers.typeEmail(cartId, 'guest@example.com');
    await store.clock.advance(HOUR * 0.75);
    await store.settled();
    expect(receiver.received).toHaveLength(0);
    await store.clock.advance(5 * HOUR);
    await store.settled();
    expect(receiver.received).toHaveLength(1);
    store.shoppers.addToCart(cartId, ITEMS);
    await store.clock.advance(2 * HOUR);
    await store.settled();
    expect(receiver.received).toHaveLength(2);
  });

  it('removes the cart with its last item', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/cart/deleted']);
    const cartId = store.shoppers.startCart({ items: ITEMS });
    const cart = (await call('GET', `/v3/carts/${cartId}`)).body;
    const itemId = String(at(cart, 'data.line_items.physical_items.0.id'));
    const answer = await call('DELETE', `/v3/carts/${cartId}/items/${itemId}`);
    await store.settled();
    expect(answer.status).toBe(204);
    expect((await call('GET', `/v3/carts/${cartId}`)).status).toBe(404);
    expect(receiver.received.map(({ message }) => message.data)).toEqual([
      { type: 'cart', id: cartId },
    ]);
  });

  it('takes a paid cart through incomplete, converted and gone, never abandoned', async () => {
    const { call, store, receiver } = await openShopWithHooks([
      'store/order/created',
      'store/order/statusUpdated',
      'store/cart/converted',
      'store/cart/abandoned',
    ]);
    const { orderId, cartId } = store.shoppers.placeOrder({
      email: 'guest@example.com',
      firstName: 'Gail',
      lastName: 'Guest',
      items: ITEMS,
    });
    await store.clock.advance(2 * HOUR);
    await store.settled();
    expect(receiver.scopes().toSorted()).toEqual([
      'store/cart/converted',
      'store/order/created',
      'store/order/statusUpdated',
    ]);
    const of = (end: string): unknown =>
      receiver.received.find(({ message }) => message.scope.endsWith(end))?.message.data;
    expect(of('converted')).toEqual({ type: 'cart', id: cartId, orderId });
    expect(of('statusUpdated')).toMatchObject({
      status: { previous_status_id: 0, new_status_id: 11 },
    });
    expect((await call('GET', `/v3/carts/${cartId}`)).status).toBe(404);
    const orders = await call('GET', `/v2/orders?cart_id=${cartId}`);
    expect(orders.body).toMatchObject([
      { id: orderId, customer_id: 0, billing_address: { email: 'guest@example.com' } },
    ]);
  });

  it('gives another incomplete order each time the payment page is reached', async () => {
    const { call, store } = await openShopWithHooks([]);
    const { body } = await call('POST', '/v3/carts', {
      line_items: [{ product_id: 93, quantity: 1 }],
    });
    const cartId = String(at(body, 'data.id'));
    const checkout = `/v3/checkouts/${cartId}`;
    expect((await call('POST', `${checkout}/orders`, {})).status).toBe(422);
    await call('POST', `${checkout}/billing-address`, { email: 'guest@example.com' });
    await call('POST', `${checkout}/orders`, {});
    const second = await call('POST', `${checkout}/orders`, {});
    const orders = await call('GET', `/v2/orders?cart_id=${cartId}`);
    expect(each(orders.body, 'status_id')).toEqual([0, 0]);
    expect(store.shoppers.payCart(cartId)).toBe(idAt(second.body, 'data.id'));
  });

  it('does not know a cart any more 30 days after its last change', async () => {
    const { call, store } = await openShopWithHooks([]);
    const cartId = store.shoppers.startCart({ items: ITEMS });
    await store.clock.advance(31 * 24 * HOUR);
    expect((await call('GET', `/v3/carts/${cartId}`)).status).toBe(404);
  });
});
