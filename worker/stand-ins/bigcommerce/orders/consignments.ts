import { decimal, text, units } from '../money.ts';
import type { Identity } from '../shop.ts';
import { lineView } from './line-view.ts';
import type { OrderLine, OrderRow } from './order-row.ts';
import { link } from './order-view.ts';

/**
 * How an order travels, in the object structure: physical lines under the shipping address,
 * downloads with the mail address that gets them. Costs are numbers here, not text.
 */
export function consignmentsView(identity: Identity, order: OrderRow, withLines: boolean): object {
  const lines = (list: OrderLine[]): object[] =>
    list.map((line) =>
      withLines ? lineView(order, line) : link(identity, `/orders/${order.id}/products/${line.id}`),
    );
  const downloads = order.lines.filter((line) => line.type === 'digital');
  const parcels = order.lines.filter((line) => line.type === 'physical');
  return {
    pickups: [],
    shipping: order.shippingTo.map((address, index) =>
      // All lines go to the first address: orders here are not split.
      shippingView(identity, order, address, lines(index === 0 ? parcels : [])),
    ),
    downloads:
      downloads.length > 0
        ? [{ recipient_email: order.billing.email, line_items: lines(downloads) }]
        : [],
    email: { gift_certificates: [] },
  };
}

function shippingView(
  identity: Identity,
  order: OrderRow,
  { id, method, ...address }: OrderRow['shippingTo'][number],
  lineItems: object[],
): object {
  const exTax = units(order.shippingExTax);
  const incTax = units(order.shippingIncTax);
  return {
    id,
    ...address,
    form_fields: [],
    shipping_method: method,
    line_items: lineItems,
    items_total: order.lines.reduce((total, line) => total + line.quantity, 0),
    items_shipped: order.lines.reduce((total, line) => total + line.quantityShipped, 0),
    base_cost: decimal(exTax),
    cost_ex_tax: decimal(exTax),
    cost_inc_tax: decimal(incTax),
    cost_tax: decimal(incTax - exTax),
    cost_tax_class_id: 0,
    base_handling_cost: 0,
    handling_cost_ex_tax: 0,
    handling_cost_inc_tax: 0,
    handling_cost_tax: 0,
    handling_cost_tax_class_id: 0,
    shipping_zone_id: 1,
    shipping_zone_name: address.country,
    shipping_quotes: link(
      identity,
      `/orders/${order.id}/consignments/shipping/${id}/shipping_quotes`,
    ),
  };
}

/** An address of `/shipping_addresses`: the same, flat, with costs as text. */
export function shippingAddressView(
  identity: Identity,
  order: OrderRow,
  { id, method, ...address }: OrderRow['shippingTo'][number],
): object {
  return {
    id,
    order_id: order.id,
    ...address,
    items_total: order.lines.reduce((total, line) => total + line.quantity, 0),
    items_shipped: order.lines.reduce((total, line) => total + line.quantityShipped, 0),
    shipping_method: method,
    base_cost: order.shippingExTax,
    cost_ex_tax: order.shippingExTax,
    cost_inc_tax: order.shippingIncTax,
    cost_tax: text(units(order.shippingIncTax) - units(order.shippingExTax)),
    cost_tax_class_id: 0,
    shipping_zone_id: 1,
    shipping_zone_name: address.country,
    form_fields: [],
    shipping_quotes: link(identity, `/orders/${order.id}/shippingaddresses/${id}/shippingquotes`),
  };
}
