import type { Cart, Customer, Instant, Order } from '../../../../src/compose/canonical.ts';
import type { Heard } from '../../../../src/compose/shops/heard.ts';
import type { Read, ShopReader } from '../../../../src/compose/shops/shop-reader.ts';
import type { Decimal } from '../../../../src/shared/money.ts';
import { instantOf } from '../../../../src/shared/time.ts';
import { cartOf } from '../../books/carts.ts';
import { orderOf } from '../../books/order-fixture.ts';
import { customerOf } from '../people-kit.ts';
import type { Delivery, ShopName, ShopStep } from './script.ts';

/** A shop in memory: what the steps of all stories made of it so far. */
export interface ShopFloor {
  orders: Map<string, Order>;
  carts: Map<string, Cart>;
  customers: Map<string, Customer>;
  reader: ShopReader;
  apply: (step: ShopStep) => void;
  /** What a delivery says, in a reader's words. */
  hear: (delivery: Pick<Delivery, 'heard' | 'id'>) => Heard;
}

export function openFloor(shop: ShopName): ShopFloor {
  const orders = new Map<string, Order>();
  const carts = new Map<string, Cart>();
  const customers = new Map<string, Customer>();
  /** When carts were left, bought or thrown away, by what a delivery says of it. */
  const moments = new Map<string, Instant>();
  // Carts must have been left a moment ago, or they would be history.
  let now = Date.now() - 3_600_000;
  const tick = (): Instant => instantOf(new Date((now += 100)));
  const get = <Found>(records: Map<string, Found>, id: string): Found => {
    const found = records.get(id);
    if (found === undefined)
      throw new Error(`A story speaks of ${id}, which ${shop} does not have.`);
    return found;
  };

  function apply(step: ShopStep): void {
    const at = tick();
    switch (step.does) {
      case 'registers':
        customers.set(step.account, customerOf(step.account, step.address, { modifiedAt: at }));
        return;
      case 'changes address': {
        const before = get(customers, step.account);
        customers.set(step.account, { ...before, email: step.address, modifiedAt: at });
        return;
      }
      case 'refuses cart mail': {
        const before = get(customers, step.account);
        const consent = { ...before.consent, cartMail: false };
        customers.set(step.account, { ...before, consent, modifiedAt: at });
        return;
      }
      case 'orders': {
        const { order: id, account: customerId, billedTo: email, cents, boughtCart } = step;
        const amount = moneyOf(cents);
        const placed = { placedAt: at, placedAtSource: at, modifiedAt: at };
        const cartId = boughtCart ?? null;
        orders.set(id, orderOf({ id, customerId, email, amount, cartId, ...placed }));
        if (boughtCart) end(boughtCart, id, at);
        return;
      }
      case 'is paid back': {
        const before = get(orders, step.order);
        const net = moneyOf(centsOf(before.total) - step.cents) as Decimal;
        const refunded = moneyOf(step.cents) as Decimal;
        const status = net === '0.00' ? ('Refunded' as const) : before.status;
        orders.set(step.order, { ...before, net, refunded, status, modifiedAt: at });
        return;
      }
      case 'cancels':
        orders.set(step.order, { ...get(orders, step.order), status: 'Cancelled', modifiedAt: at });
        return;
      case 'fills a cart': {
        const { cart: id, account: customerId, address: email, cents } = step;
        const value = moneyOf(cents) as Decimal;
        const seen = {
          createdAt: at,
          modifiedAt: at,
          items: [],
          itemCount: 1,
          url: cartUrl(shop, id),
        };
        carts.set(id, cartOf(0, { id, customerId, email, value, currency: 'USD', ...seen }));
        return;
      }
      case 'comes back to a cart': {
        const value = moneyOf(step.cents) as Decimal;
        carts.set(step.cart, { ...get(carts, step.cart), value, modifiedAt: at });
        return;
      }
      case 'leaves a cart':
        moments.set(`${step.cart} ${step.nth}`, at);
        return;
      case 'throws a cart away':
        end(step.cart, shop, at);
        return;
      case 'is deleted':
        customers.delete(step.account);
        return;
      case 'is merged':
        customers.delete(step.account);
        if (step.takesOrders) handOver(step.account, step.into, at);
    }
  }

  function end(cart: string, by: string, at: Instant): void {
    carts.delete(cart);
    moments.set(`${cart} ${by}`, at);
  }

  function handOver(from: string, to: string, at: Instant): void {
    for (const [id, order] of orders)
      if (order.customerId === from) orders.set(id, { ...order, customerId: to, modifiedAt: at });
    for (const [id, cart] of carts)
      if (cart.customerId === from) carts.set(id, { ...cart, customerId: to });
  }

  return {
    ...{ orders, carts, customers, apply },
    reader: {
      readOrders: (ids) => Promise.resolve(answers(orders, ids)),
      readCarts: (ids) => Promise.resolve(answers(carts, ids)),
      readCustomers: (ids) => Promise.resolve(answers(customers, ids)),
      readProducts: (ids) => Promise.resolve(answers(new Map(), ids)),
      readShipments: (ids) => Promise.resolve(answers(new Map(), ids)),
      readReturns: (ids) => Promise.resolve(answers(new Map(), ids)),
      readShop: () => Promise.reject(new Error('Nobody asks for it here.')),
      newestOrderId: () => Promise.resolve(null),
      newestIds: () => Promise.resolve([]),
    },
    hear({ heard, id }) {
      if (!heard) return {};
      if (heard.says === 'absorbed') return { absorbed: [heard.of] };
      const at = moments.get(`${id} ${heard.of}`);
      if (!at) throw new Error(`Cart ${id} was neither left nor bought.`);
      if (heard.says === 'abandoned') return { abandonedAt: at };
      if (heard.says === 'deleted') return { deletedAt: at };
      return { converted: { orderId: heard.of, at } };
    },
  };
}

/** No other cart has it. */
export function cartUrl(shop: ShopName, id: string): string {
  return `https://shop.example/${shop}/${id}`;
}

export function moneyOf(cents: number): string {
  return (cents / 100).toFixed(2);
}

export function centsOf(money: string): number {
  return Math.round(Number(money) * 100);
}

function answers<Found>(records: Map<string, Found>, ids: string[]): Map<string, Read<Found>> {
  return new Map(
    ids.map((id) => {
      const found = records.get(id);
      return [id, found === undefined ? { missing: true as const } : { found }];
    }),
  );
}
