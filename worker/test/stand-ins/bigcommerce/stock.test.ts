import { describe, expect, it } from 'vitest';
import { at, each, idAt, openShopWithHooks } from './shop-kit.ts';

const HOOKS = [
  'store/product/inventory/updated',
  'store/product/inventory/order/updated',
  'store/sku/inventory/updated',
  'store/sku/inventory/order/updated',
];

describe('stock of the BigCommerce stand-in', () => {
  it('is told as it is when somebody counts, and as what was taken when somebody buys', async () => {
    const { store, receiver } = await openShopWithHooks(HOOKS);
    store.shoppers.changeStock({ productId: 80, onHand: 10 });
    store.shoppers.placeOrder({ customerId: 1, items: [{ productId: 80, quantity: 3 }] });
    await store.settled();
    // Hooks of two scopes are called side by side.
    const told = receiver.received.map(({ message }) => message);
    const of = (scope: string | undefined): unknown =>
      told.find((one) => one.scope === scope)?.data;
    expect(told).toHaveLength(2);
    expect(of(HOOKS[0])).toMatchObject({ id: 80, inventory: { method: 'absolute', value: 10 } });
    expect(of(HOOKS[1])).toMatchObject({ id: 80, inventory: { method: 'relative', value: -3 } });
  });

  it('is told of variants where it is kept by them, and adds up in the product', async () => {
    const { call, store, receiver } = await openShopWithHooks(HOOKS);
    const path = '/v3/catalog/products/77';
    await call('PUT', path, { inventory_tracking: 'variant' });
    const product = await call('GET', `${path}?include=variants`);
    const small = idAt(product.body, 'data.variants.0.id');
    const middle = idAt(product.body, 'data.variants.1.id');
    store.shoppers.changeStock({ productId: 77, variantId: middle, onHand: 5 });
    const put = await call('PUT', `${path}/variants/${small}`, { inventory_level: 7 });
    expect(at(put.body, 'data.inventory_level')).toBe(7);
    store.shoppers.placeOrder({
      customerId: 1,
      items: [{ productId: 77, variantId: small, quantity: 2 }],
    });
    await store.settled();
    expect((await call('GET', path)).body).toMatchObject({ data: { inventory_level: 10 } });
    const told = receiver.received.map(({ message }) => message);
    expect(each(told, 'scope').toSorted()).toEqual([HOOKS[3], HOOKS[2], HOOKS[2]]);
    expect(told.find(({ scope }) => scope === HOOKS[3])?.data).toEqual({
      type: 'sku',
      id: small,
      inventory: { product_id: 77, method: 'relative', value: -2, variant_id: small },
    });
  });
});

describe('brands of the BigCommerce stand-in', () => {
  it('come about with the first product that names them', async () => {
    const { call } = await openShopWithHooks([]);
    await call('PUT', '/v3/catalog/products/80', { brand_name: 'Oliva' });
    const id = idAt((await call('GET', '/v3/catalog/products/80')).body, 'data.brand_id');
    const brands = await call('GET', `/v3/catalog/brands?id:in=37,${id}`);
    expect(each(at(brands.body, 'data'), 'name')).toEqual(['Acme', 'Oliva']);
    expect((await call('PUT', '/v3/catalog/products/80', { brand_id: 999 })).status).toBe(422);
  });
});
