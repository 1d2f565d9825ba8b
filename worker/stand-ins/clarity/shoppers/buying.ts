import { randomUUID } from 'node:crypto';
import { watchSilence } from '../records/abandonment.ts';
import { customerOf, openCartOf } from '../records/find.ts';
import { goods, lineItems, withItem, type Wanted } from '../records/line-items.ts';
import { currencyOf, SHOP_CURRENCY, text } from '../records/money.ts';
import {
  changeStatus,
  convertCart,
  INCOMPLETE,
  orderFromCart,
  waitingOrder,
} from '../records/orders.ts';
import type { Cart, CartKind } from '../records/records.ts';
import { about, saveCart } from '../records/save.ts';
import { nowOf, type Shop } from '../shop.ts';
import { addressOf } from './people.ts';
import type { PayCart, PlaceOrder, RequestGoods, StartCart } from './wishes.ts';

/** What people do in the shop's own pages with carts. */
export interface Buying {
  startCart(wish: StartCart): string;
  addToCart(cartId: string, items: Wanted[]): void;
  /** The cart holds these and nothing else. */
  changeCart(cartId: string, items: Wanted[]): void;
  typeEmail(cartId: string, email: string, firstName?: string, lastName?: string): void;
  signIn(cartId: string, customerId: string): void;
  /** Takes out every item; the cart is gone. */
  clearCart(cartId: string): void;
  /** Goes to the payment page and no further: an incomplete order, and the cart stays open. */
  reachPayment(cartId: string): string;
  payCart(wish: PayCart): string;
  /** The whole way from an empty cart to a paid order. */
  placeOrder(wish: PlaceOrder): { orderId: string; cartId: string };
}

export function createBuying(shop: Shop): Buying {
  function save(cart: Cart): void {
    watchSilence(shop, saveCart(shop, { ...cart, total: text(goods(cart.items)) }, 'cart.updated'));
  }

  const buying: Buying = {
    startCart({ kind = 'shopping', ...wish }) {
      const cart = saveCart(shop, newCart(shop, kind, wish), 'cart.created');
      watchSilence(shop, cart);
      return cart.cartId;
    },
    addToCart(cartId, items) {
      const cart = openCartOf(shop, cartId);
      const more = items.reduce(
        (lines, item) => withItem(shop, lines, item, cart.currency),
        cart.items,
      );
      save({ ...cart, items: more });
    },
    changeCart(cartId, items) {
      const cart = openCartOf(shop, cartId);
      save({ ...cart, items: lineItems(shop, items, cart.currency) });
    },
    typeEmail(cartId, email, firstName, lastName) {
      const cart = openCartOf(shop, cartId);
      save({
        ...{ ...cart, email },
        firstName: firstName ?? cart.firstName,
        lastName: lastName ?? cart.lastName,
      });
    },
    signIn(cartId, customerId) {
      customerOf(shop, customerId);
      save({ ...openCartOf(shop, cartId), customerId });
    },
    clearCart(cartId) {
      openCartOf(shop, cartId);
      shop.rows.carts.delete(cartId);
      const deletedDate = nowOf(shop);
      const data = { cartId, deletedDate };
      shop.emit('cart.deleted', about('cart', cartId, deletedDate), data);
    },
    reachPayment(cartId) {
      const cart = openCartOf(shop, cartId);
      const order = waitingOrder(shop, cartId);
      return (order ?? orderFromCart(shop, cart, { status: INCOMPLETE })).orderId;
    },
    payCart({ cartId, status = 'Awaiting Fulfillment', incompleteFirst, ...wish }) {
      const cart = openCartOf(shop, cartId);
      const { purchaseOrderNumber, billing, shipping } = wish;
      const order =
        waitingOrder(shop, cartId) ??
        orderFromCart(shop, cart, {
          status: incompleteFirst ? INCOMPLETE : status,
          purchaseOrderNumber,
          billing: billing && addressOf(billing),
          shipping: shipping && addressOf(shipping),
        });
      changeStatus(shop, order, status);
      convertCart(shop, cart, order.orderId, 'cart.converted');
      return order.orderId;
    },
    placeOrder({ status, incompleteFirst, billing, shipping, purchaseOrderNumber, ...wish }) {
      const cartId = buying.startCart(wish);
      const payment = { status, incompleteFirst, billing, shipping, purchaseOrderNumber };
      return { orderId: buying.payCart({ cartId, ...payment }), cartId };
    },
  };
  return buying;
}

/** A cart of this kind, not kept yet. */
export function newCart(shop: Shop, kind: CartKind, wish: RequestGoods): Cart {
  const currency = currencyOf(wish.currency ?? SHOP_CURRENCY).code;
  const customer = wish.customerId === undefined ? null : customerOf(shop, wish.customerId);
  const items = lineItems(shop, wish.items, currency);
  const cartId = randomUUID();
  return {
    ...{ cartId, kind, status: kind === 'quote' || kind === 'sample' ? 'requested' : null },
    ...{ customerId: customer?.customerId ?? null, email: wish.email ?? customer?.email ?? null },
    firstName: wish.firstName ?? customer?.firstName ?? null,
    lastName: wish.lastName ?? customer?.lastName ?? null,
    ...{ items, total: text(goods(items)), currency, orderId: null },
    recoveryUrl: kind === 'shopping' ? `https://clarity.example.com/cart/${cartId}` : null,
    ...{ createdDate: nowOf(shop), lastModified: nowOf(shop) },
  };
}
