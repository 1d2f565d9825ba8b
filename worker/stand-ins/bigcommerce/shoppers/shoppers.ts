import { Refusal } from '../api/answers.ts';
import { livingCart } from '../carts/abandonment.ts';
import type { CartRow } from '../carts/cart-row.ts';
import { addItems, createCart, removeItem, saveCart } from '../carts/carts.ts';
import { orderFromCart, payOrder } from '../carts/checkout.ts';
import { setBilling } from '../carts/checkout-routes.ts';
import { createCustomers } from '../customers/customers.ts';
import { INCOMPLETE } from '../orders/statuses.ts';
import type { Shop } from '../shop.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { createAfterSales, type AfterSales } from './after-sales.ts';
import type { Cart, Payment, PlaceOrder, Register, StartCart } from './wishes.ts';

/** What people do in the shop's own pages, which its documented API cannot do. */
export interface Shoppers extends Accounts, AfterSales {
  /** Makes an account and returns its number. */
  register(person: Register): number;
  startCart(wish: StartCart): string;
  addToCart(cartId: string, items: Cart['items']): void;
  /** A guest gives an email at the checkout; names come with it once the address is filled in. */
  typeEmail(cartId: string, email: string, firstName?: string, lastName?: string): void;
  signIn(cartId: string, customerId: number): void;
  /** Goes to the payment page and no further: an incomplete order, and the cart stays. */
  reachPayment(cartId: string): number;
  /** Pays; returns the order's number. The cart is gone. */
  payCart(cartId: string, payment?: Payment): number;
  /** Takes out every item; the last one takes the cart with it. */
  clearCart(cartId: string): void;
  /** The whole way from an empty cart to a paid order. */
  placeOrder(wish: PlaceOrder): { orderId: number; cartId: string };
}

export function createShoppers(shop: Shop): Shoppers {
  function cartOf(id: string): CartRow {
    const cart = livingCart(shop, id);
    if (!cart)
      throw new Refusal(404, `There is no cart ${id}: it was paid, cleared, or is too old.`);
    return cart;
  }

  const shoppers: Shoppers = {
    ...createAccounts(shop),
    ...createAfterSales(shop),

    register(person) {
      const body = {
        email: person.email,
        first_name: person.firstName,
        last_name: person.lastName,
        company: person.company,
        phone: person.phone,
        accepts_product_review_abandoned_cart_emails: person.acceptsMarketing ?? true,
        channel_ids: person.channelIds,
        origin_channel_id: person.channelIds?.[0],
      };
      return createCustomers(shop, [body])[0]?.id ?? 0;
    },

    startCart: (wish) => createCart(shop, { ...wish, byApi: false }).id,

    addToCart: (cartId, items) => void addItems(shop, cartOf(cartId), items),

    typeEmail(cartId, email, firstName, lastName) {
      const cart = cartOf(cartId);
      if (firstName === undefined && lastName === undefined) saveCart(shop, { ...cart, email });
      else setBilling(shop, cart, { ...NO_BILLING, ...named(firstName, lastName), email });
    },

    signIn: (cartId, customerId) => void saveCart(shop, { ...cartOf(cartId), customerId }),

    reachPayment: (cartId) => orderFromCart(shop, cartOf(cartId)).id,

    payCart(cartId, { statusId, incompleteFirst = true } = {}) {
      const cart = cartOf(cartId);
      const waiting = shop.rows.orders.get(String(cart.orderIds.at(-1)));
      const first = incompleteFirst ? INCOMPLETE : (statusId ?? 11);
      const order = waiting ?? orderFromCart(shop, cart, first);
      return payOrder(shop, order, statusId).id;
    },

    clearCart(cartId) {
      for (const item of cartOf(cartId).items) removeItem(shop, cartOf(cartId), item.id);
    },

    placeOrder({ firstName, lastName, statusId, incompleteFirst, ...wish }) {
      const cartId = shoppers.startCart({ ...wish, email: undefined });
      if (wish.email) shoppers.typeEmail(cartId, wish.email, firstName, lastName);
      return { orderId: shoppers.payCart(cartId, { statusId, incompleteFirst }), cartId };
    },
  };
  return shoppers;
}

const NO_BILLING = {
  company: '',
  address1: '1 Main Street',
  address2: '',
  city: 'Austin',
  state_or_province: 'Texas',
  state_or_province_code: 'TX',
  country: 'United States',
  country_code: 'US',
  postal_code: '78701',
  phone: '',
};

function named(first_name = '', last_name = ''): { first_name: string; last_name: string } {
  return { first_name, last_name };
}
