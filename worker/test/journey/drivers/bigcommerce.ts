import type { LocalBigCommerce } from '../../../../scripts/lib/stack-file.ts';
import { SHOP_IDS } from '../../../../scripts/lib/stack-shops.ts';
import { add, round } from '../../../src/shared/money.ts';
import type { Basket, PlacedOrder, ShopDriver, Troubles } from '../shop-driver.ts';
import { bigcommerceDoor } from './bigcommerce-door.ts';
import { driveStore, type BigCommerceStore } from './bigcommerce-store.ts';

interface Order {
  id: number;
  total_inc_tax: string;
  store_default_to_transactional_exchange_rate: string;
}

interface Line {
  id: number;
  product_id: number;
  price_inc_tax: string;
}

/** By the names that the API gives them. */
const STATUS_IDS = { Incomplete: 0, 'Awaiting Fulfillment': 11 };
const WAIT_MS = 1_500;
const ONE_TOWEL = { 'Linen Towel': 1 };

export function driveBigCommerce(local: LocalBigCommerce): ShopDriver {
  const store = driveStore(local);
  const idOf = catalogue(store);
  const key = (kind: string, id: string): string => `${SHOP_IDS.bigcommerce}:${kind}:${id}`;
  const placed = (id: number): PlacedOrder => {
    return { id: String(id), number: String(id), key: key('order', String(id)) };
  };
  const read = (order: PlacedOrder): Promise<Order> => store.api('GET', `v2/orders/${order.id}`);
  const items = (basket: Basket): Promise<{ productId: number; quantity: number }[]> =>
    Promise.all(
      Object.entries(basket).map(async ([name, quantity]) => {
        return { productId: await idOf(name), quantity };
      }),
    );

  return {
    ...store,
    ...{ name: 'bigcommerce', home: 'https://store.example.com', key },
    productKey: async (name) => key('product', String(await idOf(name))),

    async register({ email, firstName, lastName, agrees = true }) {
      const person = { email, firstName, lastName, acceptsMarketing: agrees };
      return String((await store.shopper<{ customerId: number }>('register', person)).customerId);
    },
    changeEmail: (customerId, email) =>
      store.shopper('change-email', { customerId: Number(customerId), email }),
    async placeOrder(buyer, basket) {
      const who = 'email' in buyer ? buyer : { customerId: Number(buyer.customerId) };
      const wish = { ...who, items: await items(basket) };
      return placed((await store.shopper<{ orderId: number }>('place-order', wish)).orderId);
    },
    async enterOrder({ buyer, prices, basket = ONE_TOWEL, currency, placedAt, isPaid = true }) {
      const goods = (await items(basket)).map(({ productId, quantity }) => {
        return { product_id: productId, quantity };
      });
      const { id } = await store.api<{ id: number }>('POST', 'v2/orders', {
        status_id: STATUS_IDS[isPaid ? 'Awaiting Fulfillment' : 'Incomplete'],
        billing_address: {
          ...{ first_name: buyer.firstName, last_name: buyer.lastName, email: buyer.email },
        },
        products:
          prices?.map((price, index) => ({
            ...{ name: `Sample ${index + 1}`, quantity: 1 },
            ...{ price_inc_tax: price, price_ex_tax: price },
          })) ?? goods,
        ...(currency && { default_currency_code: currency }),
        ...(placedAt && { date_created: placedAt }),
      });
      return placed(id);
    },
    changeStatus: (order, status) =>
      store.shopper('change-status', { orderId: Number(order.id), status }),
    async refundOne({ id }) {
      const lines = await store.api<Line[]>('GET', `v2/orders/${id}/products`);
      const towel = await idOf('Linen Towel');
      const line = lines.find((one) => one.product_id === towel);
      if (!line) throw new Error(`Order ${id} has no towel.`);
      const amount = Number(line.price_inc_tax);
      await store.api('POST', `v3/orders/${id}/payment_actions/refunds`, {
        items: [{ item_type: 'PRODUCT', item_id: line.id, quantity: 1 }],
        payments: [{ provider_id: 'custom', amount, offline: true }],
      });
      return amount;
    },
    async ship({ id }, trackingNumber) {
      const wish = { orderId: Number(id), trackingNumber };
      const { shipmentId } = await store.shopper<{ shipmentId: number }>('ship', wish);
      return key('shipment', `${id}:${shipmentId}`);
    },
    async takeBack({ id }, basket) {
      const wish = { orderId: Number(id), items: await items(basket) };
      const { refundId } = await store.shopper<{ refundId: number }>('refund', wish);
      return key('return', String(refundId));
    },
    setStock: async (name, onHand) =>
      store.shopper('change-stock', { productId: await idOf(name), onHand }),

    async startCart({ email, customerId }, basket) {
      const whose = customerId === undefined ? { email } : { customerId: Number(customerId) };
      const wish = { ...whose, items: await items(basket) };
      return (await store.shopper<{ cartId: string }>('start-cart', wish)).cartId;
    },
    addToCart: async (cartId, basket) =>
      store.shopper('add-to-cart', { cartId, items: await items(basket) }),
    typeEmail: (cartId, email, firstName) =>
      store.shopper('type-email', { cartId, email, firstName }),
    payCart: (cartId) => store.shopper('pay-cart', { cartId }),
    emptyCart: (cartId) => store.shopper('clear-cart', { cartId }),
    async abandonments(cartId) {
      const told = await store.deliveries();
      return told
        .filter(({ what, body }) => what === 'store/cart/abandoned' && body.includes(cartId))
        .map(({ id }) => id);
    },

    async totalOf(...orders) {
      const prices = (await Promise.all(orders.map(read))).map(inShopCurrency);
      return Number(round(add(...prices), 2));
    },
    priceOf: async (order) => Number((await read(order)).total_inc_tax),
    reads: ({ id }) => store.count('GET', new RegExp(`/v2/orders/${id}\\?`)),
    troubles: troublesOf(store),
    door: (webhookUrl) => bigcommerceDoor(store, webhookUrl),
  };
}

/** One unit of the store's currency buys `rate` of the order's. */
function inShopCurrency(order: Order): string {
  const rate = Number(order.store_default_to_transactional_exchange_rate);
  return rate === 1 ? order.total_inc_tax : (Number(order.total_inc_tax) / rate).toFixed(4);
}

/** Asks for a product's number by its name, once. */
function catalogue(store: BigCommerceStore): (name: string) => Promise<number> {
  let found: Promise<{ data: { id: number; name: string }[] }> | undefined;
  return async (name) => {
    found ??= store.api('GET', 'v3/catalog/products?limit=250');
    const product = (await found).data.find((one) => one.name === name);
    if (!product) throw new Error(`The store sells no ${name}.`);
    return product.id;
  };
}

function troublesOf(store: BigCommerceStore): Troubles {
  const path = '/v2/orders/\\d+';
  return {
    limited: () =>
      store.fault({
        ...{ path, status: 429 },
        headers: {
          'x-rate-limit-requests-left': '0',
          'x-rate-limit-requests-quota': '450',
          'x-rate-limit-time-reset-ms': String(WAIT_MS),
          'x-rate-limit-time-window-ms': '30000',
        },
      }),
    overloaded: (times) => store.fault({ path, status: 429, times }),
    failing: (times) => store.fault({ path, status: 500, times }),
    changedShape: () =>
      store.fault({ path, times: 50, status: 200, body: { id: 'changed', status_id: {} } }),
    over: () => store.clearFaults(),
  };
}
