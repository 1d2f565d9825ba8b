import type { LocalClarity } from '../../../../scripts/lib/stack-file.ts';
import type { ClarityManner } from '../../../../scripts/lib/stack-services.ts';
import { SHOP_IDS } from '../../../../scripts/lib/stack-shops.ts';
import { RENAMED } from '../../../stand-ins/clarity/names/renamed.ts';
import { add, multiply, round } from '../../../src/shared/money.ts';
import { call } from '../http.ts';
import type { Basket, PlacedOrder, ShopDriver, Troubles } from '../shop-driver.ts';
import { clarityDoor } from './clarity-door.ts';
import { shopControl, type ShopControl } from './shop-control.ts';

/** Where an installation has the contract's fields: by the contract's path, such as `order.orderId`. */
type Paths = Record<string, string>;

const ONE_TOWEL = { 'Linen Towel': 1 };

export function driveClarity(local: LocalClarity, manner: ClarityManner = {}): ShopDriver {
  const paths: Paths = manner.renamed ? RENAMED : {};
  const { apiUrl, apiKey } = local;
  const control = shopControl(apiUrl);
  const api = <Answer>(path: string): Promise<Answer> =>
    call(`${apiUrl}/v1/${path}`, { headers: { 'x-api-key': apiKey } });
  const idOf = catalogue(api, paths);
  const key = (kind: string, id: string): string => `${SHOP_IDS.clarity}:${kind}:${id}`;
  async function read(order: PlacedOrder, field: string): Promise<string> {
    return String(valueAt(paths, `order.${field}`, await api(`orders/${order.id}`)));
  }
  const items = (basket: Basket): Promise<{ productId: string; quantity: number }[]> =>
    Promise.all(
      Object.entries(basket).map(async ([name, quantity]) => {
        return { productId: await idOf(name), quantity };
      }),
    );
  const placed = (id: string): PlacedOrder => {
    // Both are the same count: `O-1001` is order 1001.
    return { id, number: id.replace(/^O-/, ''), key: key('order', id) };
  };

  return {
    ...control,
    ...{ name: 'clarity', home: 'https://clarity.example.com', key },
    productKey: async (name) => key('product', await idOf(name)),

    async register({ email, firstName, lastName, agrees = true }) {
      const person = { email, firstName, lastName, acceptsMarketing: agrees };
      return (await control.shopper<{ customerId: string }>('register', person)).customerId;
    },
    changeEmail: (customerId, email) => control.shopper('change-email', { customerId, email }),
    async placeOrder(buyer, basket) {
      const wish = { ...buyer, items: await items(basket) };
      return placed((await control.shopper<{ orderId: string }>('place-order', wish)).orderId);
    },
    async enterOrder({ buyer, isPaid = true, prices, basket = ONE_TOWEL, ...more }) {
      const status = isPaid ? 'Awaiting Fulfillment' : 'Incomplete';
      const goods = prices ? { prices } : { items: await items(basket) };
      const wish = { ...buyer, status, ...goods, ...more };
      return placed((await control.shopper<{ orderId: string }>('enter-order', wish)).orderId);
    },
    changeStatus: ({ id }, status) => control.shopper('change-status', { orderId: id, status }),
    async refundOne({ id }) {
      const wish = { orderId: id, items: await items(ONE_TOWEL) };
      const { refundedAmount } = await control.shopper<{ refundedAmount: string }>('refund', wish);
      return Number(refundedAmount);
    },
    async ship({ id }, trackingNumber) {
      const wish = { orderId: id, trackingNumber };
      const { shipmentId } = await control.shopper<{ shipmentId: string }>('ship', wish);
      return key('shipment', shipmentId);
    },
    async takeBack({ id }, basket) {
      const wish = { orderId: id, items: await items(basket) };
      const { returnId } = await control.shopper<{ returnId: string }>('return', wish);
      await control.shopper('change-return', { returnId, status: 'refunded' });
      return key('return', returnId);
    },
    setStock: async (name, onHand) =>
      control.shopper('change-stock', { productId: await idOf(name), onHand, available: onHand }),

    async startCart(whose, basket) {
      const wish = { ...whose, items: await items(basket) };
      return (await control.shopper<{ cartId: string }>('start-cart', wish)).cartId;
    },
    addToCart: async (cartId, basket) =>
      control.shopper('add-to-cart', { cartId, items: await items(basket) }),
    typeEmail: (cartId, email, firstName) =>
      control.shopper('type-email', { cartId, email, firstName }),
    payCart: (cartId) => control.shopper('pay-cart', { cartId }),
    emptyCart: (cartId) => control.shopper('clear-cart', { cartId }),
    async abandonments(cartId) {
      const told = await control.deliveries();
      return told
        .filter(({ what, body }) => what === 'cart.abandoned' && body.includes(cartId))
        .map(({ id }) => id);
    },

    async totalOf(...orders) {
      const prices = orders.map(async (order) =>
        multiply(await read(order, 'totalAmount'), await read(order, 'exchangeRate')),
      );
      return Number(round(add(...(await Promise.all(prices))), 2));
    },
    priceOf: async (order) => Number(await read(order, 'totalAmount')),
    reads: ({ id }) => control.count('GET', new RegExp(`/v1/orders/${id}(\\?|$)`)),
    troubles: troublesOf(control),
    door(webhookUrl) {
      const idField = paths['order.orderId'] ?? 'orderId';
      const options = { webhookUrl, idField, headerProof: manner.headerProof ?? false };
      return Promise.resolve(clarityDoor(local, options));
    },
  };
}

/** Asks for a product's id by its name, once. */
function catalogue(
  api: <Answer>(path: string) => Promise<Answer>,
  paths: Paths,
): (name: string) => Promise<string> {
  let found: Promise<{ data: unknown[] }> | undefined;
  return async (name) => {
    found ??= api('products?limit=100');
    const { data } = await found;
    const product = data.find((one) => valueAt(paths, 'product.name', one) === name);
    if (!product) throw new Error(`The shop sells no ${name}.`);
    return String(valueAt(paths, 'product.productId', product));
  };
}

function valueAt(paths: Paths, field: string, record: unknown): unknown {
  const path = paths[field] ?? field.slice(field.indexOf('.') + 1);
  return path
    .split('.')
    .reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], record);
}

function troublesOf(control: ShopControl): Troubles {
  const path = '/v1/orders/';
  return {
    limited: () => control.fault({ path, status: 429, headers: { 'retry-after': '2' } }),
    overloaded: (times) => control.fault({ path, status: 429, times }),
    failing: (times) => control.fault({ path, status: 500, times }),
    changedShape: () =>
      control.fault({ path, times: 50, status: 200, body: { orderId: {}, totalAmount: 'free' } }),
    over: () => control.clearFaults(),
  };
}
