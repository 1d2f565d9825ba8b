import { describe, expect, it } from 'vitest';
import { at, idAt, openShop, openShopWithHooks, type OpenShop } from './shop-kit.ts';

const HOOKS = ['store/shipment/*', 'store/order/statusUpdated'];

/** An order of two mugs and a guide to be downloaded, and where its mugs go. */
async function order({ store, call }: OpenShop): Promise<{ path: string; body: object }> {
  const { orderId } = store.shoppers.placeOrder({
    customerId: 1,
    items: [
      { productId: 93, quantity: 2 },
      { productId: 107, quantity: 1 },
    ],
    incompleteFirst: false,
  });
  const path = `/v2/orders/${orderId}`;
  const lines = (await call('GET', `${path}/products`)).body;
  const addresses = (await call('GET', `${path}/shipping_addresses`)).body;
  const items = [{ order_product_id: idAt(lines, '0.id'), quantity: 1 }];
  const body = {
    order_address_id: idAt(addresses, '0.id'),
    shipping_provider: 'usps',
    tracking_number: 'EJ958083578US',
    items,
  };
  return { path, body };
}

describe('shipments of the BigCommerce stand-in', () => {
  it('are none and without a body until something was sent', async () => {
    const shop = await openShop();
    const { path } = await order(shop);
    expect(await shop.call('GET', `${path}/shipments`)).toMatchObject({ status: 204 });
  });

  it('move the order along, and are told with their order', async () => {
    const shop = await openShopWithHooks(HOOKS);
    const { call, store, receiver } = shop;
    const { path, body } = await order(shop);
    const first = await call('POST', `${path}/shipments`, body);
    expect(first).toMatchObject({
      status: 201,
      body: {
        tracking_number: 'EJ958083578US',
        shipping_provider_display_name: 'USPS',
        generated_tracking_link: expect.stringContaining('EJ958083578US') as string,
        items: [{ product_id: 93, quantity: 1 }],
      },
    });
    expect((await call('GET', path)).body).toMatchObject({ status_id: 3, items_shipped: 1 });
    const orderId = Number(path.split('/').at(-1));
    store.shoppers.ship({ orderId });
    await store.settled();
    const after = (await call('GET', path)).body;
    expect(after, 'the download counts as nothing to be sent').toMatchObject({ status_id: 2 });
    expect(at(after, 'date_shipped')).not.toBe('');
    const told = receiver.received.map(({ message }) => message);
    const made = told.filter(({ scope }) => scope === 'store/shipment/created');
    const shipped = made.map(({ data }) => data);
    expect(shipped).toHaveLength(2);
    for (const id of [1, 2]) expect(shipped).toContainEqual({ type: 'shipment', id, orderId });
    expect(told.filter(({ scope }) => scope.endsWith('statusUpdated'))).toHaveLength(2);
  });

  it('can be changed and taken back, but not their items', async () => {
    const shop = await openShopWithHooks(HOOKS);
    const { call, store, receiver } = shop;
    const { path, body } = await order(shop);
    const id = idAt((await call('POST', `${path}/shipments`, body)).body);
    const own = `${path}/shipments/${id}`;
    const changed = await call('PUT', own, { tracking_number: 'NEW' });
    expect(changed.body).toMatchObject({ tracking_number: 'NEW', shipping_provider: 'usps' });
    expect((await call('PUT', own, { items: [] })).status).toBe(400);
    expect((await call('DELETE', own)).status).toBe(204);
    expect((await call('GET', own)).status).toBe(404);
    expect((await call('GET', path)).body).toMatchObject({ items_shipped: 0 });
    await store.settled();
    const scopes = receiver.scopes().filter((scope) => scope.startsWith('store/shipment/'));
    expect(scopes.toSorted()).toEqual(
      ['created', 'deleted', 'updated'].map((is) => `store/shipment/${is}`),
    );
  });

  it.each([
    ['more than was ordered', { items: [{ order_product_id: 1, quantity: 3 }] }],
    ['a line of another order', { items: [{ order_product_id: 99, quantity: 1 }] }],
    ['to an address the order does not have', { order_address_id: 99 }],
    ['with a provider nobody knows', { shipping_provider: 'pigeon' }],
    ['with what only the shop may say', { date_created: 'Mon, 11 Mar 2024 17:22:08 +0000' }],
  ])('are refused: %s', async (_, changes) => {
    const shop = await openShop();
    const { path, body } = await order(shop);
    const refused = await shop.call('POST', `${path}/shipments`, { ...body, ...changes });
    expect(refused.status).toBe(400);
    expect((await shop.call('GET', `${path}/shipments`)).status).toBe(204);
  });
});
