import { Refusal } from '../api/answers.ts';
import { text, units } from '../money.ts';
import { bothPrices } from '../orders/amounts.ts';
import { addOrder, saveOrder } from '../orders/orders.ts';
import { newLine } from '../orders/order-lines.ts';
import { NO_ADDRESS, type OrderAddress, type OrderRow } from '../orders/order-row.ts';
import { AWAITING_FULFILLMENT, INCOMPLETE } from '../orders/statuses.ts';
import { nowOf, type Shop } from '../shop.ts';
import type { CartRow } from './cart-row.ts';
import { emailOf } from './carts.ts';
import { shippingOf } from './shipping.ts';

/**
 * Makes an order of the cart, incomplete unless told otherwise. The cart stays until it is paid, so
 * this can be done more than once, and each time gives another order.
 */
export function orderFromCart(shop: Shop, cart: CartRow, statusId = INCOMPLETE): OrderRow {
  const now = nowOf(shop);
  const billing = billingOf(shop, cart);
  const shipping = bothPrices(shippingOf(cart), undefined, cart.currency);
  const order = addOrder(shop, {
    id: 0,
    customerId: cart.customerId,
    createdAt: now,
    modifiedAt: now,
    shippedAt: null,
    statusId,
    cartId: cart.id,
    currency: cart.currency,
    billing,
    shippingTo: [{ ...billing, id: shop.next('order address', 1), method: 'Flat Rate' }],
    lines: cart.items.map((item) =>
      newLine(
        shop,
        {
          product_id: item.productId,
          variant_id: item.variantId,
          name: item.name,
          sku: item.sku,
          quantity: item.quantity,
          price_ex_tax: text(units(item.listPrice)),
        },
        cart.currency,
      ),
    ),
    shippingExTax: shipping.priceExTax,
    shippingIncTax: shipping.priceIncTax,
    discount: '0.0000',
    couponDiscount: '0.0000',
    givenTotals: {},
    paymentMethod: 'Credit Card',
    channelId: cart.channelId,
    source: cart.byApi ? 'checkout_api' : 'www',
    externalSource: null,
    externalId: null,
    externalOrderId: '',
    staffNotes: '',
    customerMessage: '',
    locale: cart.locale,
    isEmailOptIn: false,
    isDeleted: false,
  });
  const kept = shop.rows.carts.get(cart.id);
  if (kept) shop.rows.carts.set(cart.id, { ...kept, orderIds: [...kept.orderIds, order.id] });
  return order;
}

/** The payment went through: the order leaves "Incomplete", and the cart is gone. */
export function payOrder(shop: Shop, order: OrderRow, statusId = AWAITING_FULFILLMENT): OrderRow {
  const paid =
    order.statusId === INCOMPLETE ? saveOrder(shop, order, { ...order, statusId }) : order;
  if (order.cartId !== null) {
    shop.rows.carts.delete(order.cartId);
    shop.emit('store/cart/converted', { type: 'cart', id: order.cartId, orderId: order.id });
  }
  return paid;
}

function billingOf(shop: Shop, cart: CartRow): OrderAddress {
  const customer = shop.rows.customers.get(String(cart.customerId));
  const address = shop.rows.addresses
    .values()
    .find((row) => cart.customerId !== 0 && row.customer_id === cart.customerId);
  const email = cart.billing?.email ?? emailOf(shop, cart);
  if (!email) throw new Refusal(422, 'The checkout needs a billing address with an email.');
  return {
    ...NO_ADDRESS,
    first_name: cart.billing?.first_name ?? customer?.first_name ?? '',
    last_name: cart.billing?.last_name ?? customer?.last_name ?? '',
    company: cart.billing?.company ?? customer?.company ?? '',
    street_1: cart.billing?.address1 ?? address?.address1 ?? '1 Main Street',
    street_2: cart.billing?.address2 ?? address?.address2 ?? '',
    city: cart.billing?.city ?? address?.city ?? 'Austin',
    state: cart.billing?.state_or_province ?? address?.state_or_province ?? 'Texas',
    zip: cart.billing?.postal_code ?? address?.postal_code ?? '78701',
    country: cart.billing?.country ?? address?.country ?? 'United States',
    country_iso2: cart.billing?.country_code ?? address?.country_code ?? 'US',
    phone: cart.billing?.phone ?? customer?.phone ?? '',
    email,
  };
}
