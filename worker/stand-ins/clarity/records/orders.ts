import { Refusal } from '../api/answers.ts';
import { about, saveInventory, saveOrder, stamp } from './save.ts';
import { nowOf, type Shop } from '../shop.ts';
import { sums } from './line-items.ts';
import { currencyOf, rateToShop, text, units } from './money.ts';
import type { Address, Cart, Customer, LineItem, Order } from './records.ts';

export interface Checkout {
  status: string;
  billing?: Address | undefined;
  shipping?: Address | undefined;
  purchaseOrderNumber?: string | undefined;
  /** What the order says otherwise than its cart. */
  told?: Partial<Order>;
}

/** Makes an order of the cart and tells it; the cart itself stays as it is. */
export function orderFromCart(shop: Shop, cart: Cart, checkout: Checkout): Order {
  const customer = cart.customerId === null ? undefined : shop.rows.customers.get(cart.customerId);
  const email = cart.email ?? customer?.email;
  if (email === undefined) {
    throw new Refusal(400, 'bad_request', `Cart ${cart.cartId} has no email to check out with.`);
  }
  const firstName = cart.firstName ?? customer?.firstName ?? null;
  const lastName = cart.lastName ?? customer?.lastName ?? null;
  const name = [firstName, lastName].filter((part) => part !== null).join(' ') || null;
  const billing = checkout.billing ?? customer?.billingAddresses[0] ?? NO_ADDRESS;
  const shippingAddress = checkout.shipping ?? customer?.shippingAddresses[0] ?? billing;
  const company = customer?.companyName ?? null;
  const addressed = (address: Address): Address => ({
    ...address,
    name: address.name ?? name,
    company: address.company ?? company,
    phone: address.phone ?? customer?.phone ?? null,
  });
  const number = shop.next('order', 1001);
  const order: Order = {
    ...{ orderId: `O-${number}`, orderNumber: String(number), customerId: cart.customerId },
    ...{ email, firstName, lastName, orderDate: nowOf(shop), currency: cart.currency },
    ...sums(cart.items, cart.currency),
    ...{ exchangeRate: rateToShop(currencyOf(cart.currency)), refundedAmount: '0.00' },
    ...{ status: checkout.status, cartId: cart.cartId, channel: 'web' },
    purchaseOrderNumber: checkout.purchaseOrderNumber ?? null,
    lineItems: cart.items.map((item: LineItem) => ({ ...item, refundedQuantity: 0 })),
    ...{ billing: addressed(billing), shippingAddress: addressed(shippingAddress) },
    updatedDate: nowOf(shop),
    ...checkout.told,
  };
  const saved = saveOrder(shop, order, 'order.created');
  if (saved.status !== INCOMPLETE) countOrder(shop, saved);
  return saved;
}

/** No order yet: the shopper reached the payment page and did not finish. */
export const INCOMPLETE = 'Incomplete';

const NO_ADDRESS: Address = {
  ...{ name: null, company: null, line1: '1 Main Street', line2: null, city: 'Austin' },
  ...{ region: 'TX', postalCode: '78701', country: 'US', phone: null, isDefault: false },
};

/** The order that was begun for this cart and not paid. */
export function waitingOrder(shop: Shop, cartId: string): Order | undefined {
  const ofCart = shop.rows.orders.values().filter((order) => order.cartId === cartId);
  return ofCart.find(({ status }) => status === INCOMPLETE);
}

export function changeStatus(shop: Shop, order: Order, status: string): Order {
  if (order.status === status) return order;
  const type = status === 'Cancelled' ? 'order.cancelled' : 'order.statusChanged';
  const previousStatus = order.status;
  const saved = saveOrder(shop, { ...order, status }, type, { previousStatus });
  if (previousStatus === INCOMPLETE) countOrder(shop, saved);
  return saved;
}

/** The cart was bought. */
export function convertCart(shop: Shop, cart: Cart, orderId: string, type: string): void {
  const lastModified = stamp(shop, cart.lastModified);
  const converted = { ...cart, orderId, lastModified };
  shop.rows.carts.set(cart.cartId, converted);
  shop.emit(type, about('cart', cart.cartId, lastModified), converted);
}

/** A real order is in its customer's history, and its goods are promised. */
function countOrder(shop: Shop, order: Order): void {
  for (const line of order.lineItems) {
    const stock = shop.rows.inventory.values().find((row) => row.productId === line.productId);
    if (stock) saveInventory(shop, { ...stock, available: stock.available - line.quantity });
  }
  const customer = order.customerId === null ? null : shop.rows.customers.get(order.customerId);
  if (!customer) return;
  // The shop's own claim follows silently: no event, and the same modified time.
  const { count, total, firstOrderDate } = customer.orderHistory;
  shop.rows.customers.set(
    customer.customerId,
    withHistory(customer, {
      count: count + 1,
      total: text(units(total) + units(order.totalAmount)),
      firstOrderDate: firstOrderDate ?? order.orderDate,
      lastOrderDate: order.orderDate,
    }),
  );
}

function withHistory(customer: Customer, orderHistory: Customer['orderHistory']): Customer {
  return { ...customer, orderHistory };
}
