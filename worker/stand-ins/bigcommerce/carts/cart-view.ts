import { isoOffset } from '../dates.ts';
import { decimal, units } from '../money.ts';
import { withTax } from '../orders/amounts.ts';
import { shippingOf } from './shipping.ts';
import type { Shop } from '../shop.ts';
import type { CartItem, CartRow } from './cart-row.ts';
import { cartTotal, extended } from './cart-items.ts';
import { emailOf } from './carts.ts';

/** The v3 cart. */
export function cartView(shop: Shop, cart: CartRow): object {
  return { ...commonView(shop, cart), cart_amount: decimal(cartTotal(cart)) };
}

/** What a cart shows by itself and inside its checkout. */
function commonView(shop: Shop, cart: CartRow): object {
  return {
    id: cart.id,
    customer_id: cart.customerId,
    channel_id: cart.channelId,
    email: emailOf(shop, cart),
    currency: { code: cart.currency },
    tax_included: false,
    base_amount: decimal(cartTotal(cart)),
    discount_amount: 0,
    manual_discount_amount: 0,
    coupons: [],
    discounts: [],
    line_items: lineItemsView(shop, cart),
    created_time: isoOffset(cart.createdAt),
    updated_time: isoOffset(cart.updatedAt),
    locale: cart.locale,
    version: cart.version,
  };
}

/** The v3 checkout of a cart: the same id, with tax, shipping, and the billing address. */
export function checkoutView(shop: Shop, cart: CartRow): object {
  const exTax = cartTotal(cart);
  const incTax = withTax(exTax, cart.currency);
  const shipping = shippingOf(cart);
  const shippingIncTax = withTax(shipping, cart.currency);
  const tax = incTax - exTax + shippingIncTax - shipping;
  return {
    id: cart.id,
    cart: {
      ...commonView(shop, cart),
      cart_amount_inc_tax: decimal(incTax),
      cart_amount_ex_tax: decimal(exTax),
    },
    billing_address: cart.billing && { ...cart.billing, custom_fields: [] },
    consignments: [],
    taxes: [{ name: 'Tax', amount: decimal(tax) }],
    coupons: [],
    fees: [],
    order_id: cart.orderIds.at(-1) ?? null,
    shipping_cost_total_ex_tax: decimal(shipping),
    shipping_cost_total_inc_tax: decimal(shippingIncTax),
    handling_cost_total_ex_tax: 0,
    handling_cost_total_inc_tax: 0,
    tax_total: decimal(tax),
    subtotal_ex_tax: decimal(exTax),
    subtotal_inc_tax: decimal(incTax),
    grand_total: decimal(incTax + shippingIncTax),
    created_time: isoOffset(cart.createdAt),
    updated_time: isoOffset(cart.updatedAt),
    customer_message: '',
    promotions: [],
    version: cart.version,
  };
}

function lineItemsView(shop: Shop, cart: CartRow): object {
  const typeOf = (item: CartItem): string =>
    item.productId === 0
      ? 'custom'
      : (shop.rows.products.get(String(item.productId))?.type ?? 'physical');
  const of = (type: string): CartItem[] => cart.items.filter((item) => typeOf(item) === type);
  return {
    physical_items: of('physical').map((item) => itemView(shop, item, true)),
    digital_items: of('digital').map((item) => itemView(shop, item, false)),
    gift_certificates: [],
    custom_items: of('custom').map(customItemView),
  };
}

function itemView(shop: Shop, item: CartItem, ships: boolean): object {
  const product = shop.rows.products.get(String(item.productId));
  const price = decimal(units(item.listPrice));
  const total = decimal(extended(item));
  return {
    id: item.id,
    parent_id: null,
    variant_id: item.variantId,
    product_id: item.productId,
    sku: item.sku,
    name: item.name,
    url: product ? `https://store.example.com${product.path}` : '',
    quantity: item.quantity,
    taxable: true,
    image_url: product?.imageUrl ?? '',
    discounts: [],
    coupons: [],
    discount_amount: 0,
    coupon_amount: 0,
    original_price: price,
    list_price: price,
    sale_price: price,
    extended_list_price: total,
    extended_sale_price: total,
    is_require_shipping: ships,
    is_mutable: true,
    added_by_promotion: false,
  };
}

/** Quantity and prices of custom items are text in the original's description. */
function customItemView(item: CartItem): object {
  return {
    id: item.id,
    sku: item.sku,
    name: item.name,
    quantity: String(item.quantity),
    list_price: String(decimal(units(item.listPrice))),
    extended_list_price: String(decimal(extended(item))),
    image_url: '',
  };
}
