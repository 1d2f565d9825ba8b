import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../src/shared/time.ts';
import { found } from '../bigcommerce/use-store.ts';
import { useLocalShops, type LocalShop } from './use-clarity.ts';

const localShop = useLocalShops();
const LONG_AGO = '2020-01-01T00:00:00.000Z' as Instant;

async function firstProduct({ reader }: LocalShop): Promise<string> {
  const [id] = (await reader.newestIds('product', 1)) ?? [];
  if (id === undefined) throw new Error('The local shop has no products.');
  return id;
}

/** One record of every kind, as it was read. */
async function readAll(shop: LocalShop) {
  const { reader, wish } = shop;
  const productId = await firstProduct(shop);
  const { customerId = '' } = await wish('register', {
    ...{ email: 'Ada@Example.com', firstName: 'Ada', lastName: 'Lovelace', phone: '+15125550100' },
    ...{ company: 'Engines', companyId: 'co-1', parentCompanyId: 'co-0', loyaltyPoints: 120 },
    ...{ emailConsent: true, cartMailConsent: false, customerGroup: 'Trade' },
    billing: { line1: '12 St James Square', city: 'London', country: 'GB', name: 'Ada Lovelace' },
  });
  const { orderId = '', cartId = '' } = await wish('place-order', {
    ...{ customerId, items: [{ productId, quantity: 3 }] },
    billing: { name: 'Ada Lovelace', company: 'Engines', line1: '12 St James Square' },
    shipping: { city: 'Austin', country: 'US' },
  });
  const quote = await wish('request-quote', { customerId, items: [{ productId, quantity: 50 }] });
  const { shipmentId = '' } = await wish('ship', { orderId, trackingNumber: '1Z999' });
  const { returnId = '' } = await wish('return', {
    ...{ orderId, reason: 'Too large', items: [{ productId, quantity: 1 }] },
  });
  await wish('change-return', { returnId, status: 'refunded' });
  await wish('change-stock', { productId, location: 'north', onHand: 7, available: 5 });
  await wish('change-stock', { productId, location: 'main', onHand: 30, available: 20 });
  return {
    customer: found((await reader.readCustomers([customerId])).get(customerId)),
    order: found((await reader.readOrders([orderId])).get(orderId)),
    cart: found((await reader.readCarts([cartId])).get(cartId)),
    quote: found((await reader.readCarts([quote.cartId ?? ''])).get(quote.cartId ?? '')),
    product: found((await reader.readProducts([productId])).get(productId)),
    shipment: found((await reader.readShipments([shipmentId])).get(shipmentId)),
    return: found((await reader.readReturns([returnId])).get(returnId)),
  };
}

describe.each([
  ['that keeps to the contract', false],
  ['that has names of its own', true],
])('a shop %s', (_, renamed) => {
  it('tells every kind of record', async () => {
    const shop = await localShop(renamed);
    const {
      customer,
      order,
      cart,
      quote,
      product,
      shipment,
      return: returned,
    } = await readAll(shop);

    expect(customer).toMatchObject({
      ...{ email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace', group: 'Trade' },
      ...{ company: 'Engines', companyId: 'co-1', parentCompanyId: 'co-0', loyaltyPoints: '120' },
      ...{ phone: '+15125550100', consent: { marketing: true, cartMail: false } },
      billing: { line1: '12 St James Square', city: 'London', country: 'GB' },
    });
    expect(order).toMatchObject({
      ...{ customerId: customer.id, email: 'ada@example.com', status: 'Partially Refunded' },
      ...{
        currency: 'USD',
        shopCurrency: 'USD',
        rateToShop: '1',
        itemCount: 3,
        company: 'Engines',
      },
      ...{ shipTo: { city: 'Austin', country: 'US' }, cartId: cart.id, returns: [] },
      items: [{ productId: product.id, quantity: '3', refundedQuantity: '1', sku: product.sku }],
    });
    expect(Number(order.refunded)).toBeGreaterThan(0);
    expect(Number(order.net)).toBeCloseTo(Number(order.total) - Number(order.refunded), 6);
    expect(order.raw).not.toHaveProperty(renamed ? 'lines' : 'lineItems');
    expect(order.raw).toHaveProperty(renamed ? 'amounts.grand' : 'totalAmount');
    expect(order.items[0]?.raw).toHaveProperty(renamed ? 'product.article' : 'sku', product.sku);
    expect(cart).toMatchObject({ kind: 'Shopping', customerId: customer.id, itemCount: 3 });
    expect(quote).toMatchObject({ kind: 'Quote', itemCount: 50, email: 'ada@example.com' });
    expect(product).toMatchObject({ inventory: { onHand: '37', available: '25' } });
    expect(product.categories.length).toBeGreaterThan(0);
    expect(shipment).toMatchObject({
      ...{ orderId: order.id, trackingNumber: '1Z999', deliveredAt: null },
      items: [{ productId: product.id, sku: product.sku, quantity: '3' }],
    });
    expect(returned).toMatchObject({
      ...{ orderId: order.id, reason: 'Too large', status: 'refunded', currency: 'USD' },
      ...{ amount: order.refunded, items: [{ sku: product.sku, quantity: '1' }] },
    });
  });

  it('tells what changed, and what a list says beyond that', async () => {
    const shop = await localShop(renamed);
    const { reader, wish } = shop;
    const person = { firstName: 'Ada', lastName: 'Lovelace' };
    const kept = await wish('register', { ...person, email: 'ada@example.com' });
    const other = await wish('register', { ...person, email: 'ada@work.example' });
    const merged = { customerId: kept.customerId, mergedCustomerIds: [other.customerId] };
    await wish('merge-customers', merged);
    const order = await wish('place-order', {
      ...{
        email: 'grace@example.com',
        items: [{ productId: await firstProduct(shop), quantity: 1 }],
      },
    });

    const customers = await reader.changedSince?.('customer', LONG_AGO, null);
    const carts = await reader.changedSince?.('cart', LONG_AGO, null);

    expect(customers?.next).toBeNull();
    expect(customers?.changes.find(({ id }) => id === kept.customerId)?.hint).toEqual({
      mergedCustomerIds: [other.customerId],
    });
    expect(carts?.changes.find(({ id }) => id === order.cartId)?.hint).toEqual({
      orderId: order.orderId,
    });
    expect(await reader.newestOrderId()).toBe(order.orderId);
    expect(await reader.readShop()).toMatchObject({ currency: 'USD', timeZone: 'America/Chicago' });
  });
});
