import { Refusal } from '../api/answers.ts';
import { openCartOf } from '../records/find.ts';
import { goods, lineItems } from '../records/line-items.ts';
import { text } from '../records/money.ts';
import { convertCart, orderFromCart } from '../records/orders.ts';
import type { Cart } from '../records/records.ts';
import { saveCart } from '../records/save.ts';
import type { Shop } from '../shop.ts';
import { newCart } from './buying.ts';
import type { ChangeQuote, RequestGoods } from './wishes.ts';

/** Quotes and samples: carts that no silence makes abandoned. */
export interface Requests {
  requestQuote(wish: RequestGoods): string;
  changeQuote(change: ChangeQuote): void;
  /** Makes an order of it and returns the order's id. */
  acceptQuote(cartId: string): string;
  requestSample(wish: RequestGoods): string;
}

export function createRequests(shop: Shop): Requests {
  function quoteOf(cartId: string): Cart {
    const cart = openCartOf(shop, cartId);
    if (cart.kind !== 'quote') throw new Refusal(409, 'conflict', `Cart ${cartId} is no quote.`);
    return cart;
  }

  return {
    requestQuote: (wish) => saveCart(shop, newCart(shop, 'quote', wish), 'quote.created').cartId,
    changeQuote({ cartId, items: wanted, status }) {
      const quote = quoteOf(cartId);
      const items = wanted ? lineItems(shop, wanted, quote.currency) : quote.items;
      const total = text(goods(items));
      saveCart(shop, { ...quote, items, total, status: status ?? quote.status }, 'quote.updated');
    },
    acceptQuote(cartId) {
      const quote = quoteOf(cartId);
      const order = orderFromCart(shop, quote, { status: 'Awaiting Fulfillment' });
      convertCart(shop, { ...quote, status: 'accepted' }, order.orderId, 'quote.accepted');
      return order.orderId;
    },
    requestSample: (wish) =>
      saveCart(shop, newCart(shop, 'sample', wish), 'sample.requested').cartId,
  };
}
