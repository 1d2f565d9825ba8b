import { currencyOf, STORE_CURRENCY } from '../currencies.ts';
import { rfc2822 } from '../dates.ts';
import { text } from '../money.ts';
import type { Identity } from '../shop.ts';
import { amountsOf } from './amounts.ts';
import type { OrderRow } from './order-row.ts';
import { paymentStatus, statusName } from './statuses.ts';

const ZERO = '0.0000';

/** A pointer to a sub-resource, as v2 puts it in place of the data. */
export function link(identity: Identity, resource: string): { url: string; resource: string } {
  return { url: `${identity.url}/stores/${identity.storeHash}/v2${resource}`, resource };
}

/** The v2 order: money as text with four decimals, dates as RFC 2822. */
export function orderView(identity: Identity, order: OrderRow): Record<string, unknown> {
  const at = `/orders/${order.id}`;
  return {
    id: order.id,
    customer_id: order.customerId,
    date_created: rfc2822(order.createdAt),
    date_modified: rfc2822(order.modifiedAt),
    date_shipped: rfc2822(order.shippedAt),
    status_id: order.statusId,
    status: statusName(order.statusId),
    ...moneyView(order),
    is_tax_inclusive_pricing: false,
    items_total: order.lines.reduce((total, line) => total + line.quantity, 0),
    items_shipped: order.lines.reduce((total, line) => total + line.quantityShipped, 0),
    payment_method: order.paymentMethod,
    payment_provider_id: '',
    payment_status: paymentStatus(order.statusId),
    order_is_digital: order.lines.every((line) => line.type === 'digital'),
    ip_address: '',
    ip_address_v6: '',
    geoip_country: '',
    geoip_country_iso2: '',
    ...currencyView(order),
    staff_notes: order.staffNotes,
    customer_message: order.customerMessage,
    shipping_address_count: order.shippingTo.length,
    is_deleted: order.isDeleted,
    ebay_order_id: '0',
    cart_id: order.cartId,
    billing_address: { ...order.billing, form_fields: [] },
    is_email_opt_in: order.isEmailOptIn,
    credit_card_type: null,
    order_source: order.source,
    channel_id: order.channelId,
    external_source: order.externalSource,
    external_id: order.externalId,
    external_merchant_id: null,
    external_order_id: order.externalOrderId,
    tax_provider_id: 'BasicTaxProvider',
    customer_locale: order.locale,
    custom_status: statusName(order.statusId),
    products: link(identity, `${at}/products`),
    shipping_addresses: link(identity, `${at}/shippingaddresses`),
    coupons: link(identity, `${at}/coupons`),
    consignments: link(identity, `${at}/consignments`),
    fees: link(identity, `${at}/fees`),
  };
}

function moneyView(order: OrderRow): Record<string, unknown> {
  const amounts = amountsOf(order);
  return {
    subtotal_ex_tax: text(amounts.subtotalExTax),
    subtotal_inc_tax: text(amounts.subtotalIncTax),
    subtotal_tax: text(amounts.subtotalIncTax - amounts.subtotalExTax),
    base_shipping_cost: text(amounts.shippingExTax),
    shipping_cost_ex_tax: text(amounts.shippingExTax),
    shipping_cost_inc_tax: text(amounts.shippingIncTax),
    shipping_cost_tax: text(amounts.shippingIncTax - amounts.shippingExTax),
    shipping_cost_tax_class_id: 0,
    base_handling_cost: ZERO,
    handling_cost_ex_tax: ZERO,
    handling_cost_inc_tax: ZERO,
    handling_cost_tax: ZERO,
    handling_cost_tax_class_id: 0,
    base_wrapping_cost: ZERO,
    wrapping_cost_ex_tax: ZERO,
    wrapping_cost_inc_tax: ZERO,
    wrapping_cost_tax: ZERO,
    wrapping_cost_tax_class_id: 0,
    total_ex_tax: text(amounts.totalExTax),
    total_inc_tax: text(amounts.totalIncTax),
    total_tax: text(amounts.totalIncTax - amounts.totalExTax),
    // Stays zero whatever is refunded; the refunds are a resource of their own.
    refunded_amount: ZERO,
    store_credit_amount: ZERO,
    gift_certificate_amount: ZERO,
    discount_amount: order.discount,
    coupon_discount: order.couponDiscount,
  };
}

function currencyView(order: OrderRow): Record<string, unknown> {
  const currency = currencyOf(order.currency);
  return {
    currency_id: currency?.id,
    currency_code: order.currency,
    currency_exchange_rate: '1.0000000000',
    default_currency_id: currency?.id,
    default_currency_code: order.currency,
    store_default_currency_code: STORE_CURRENCY,
    store_default_to_transactional_exchange_rate: currency?.rate,
  };
}
