import { text, units } from '../money.ts';
import { parseDate } from '../dates.ts';
import { given } from '../../kit/given.ts';
import { bothPrices } from './amounts.ts';
import type { OrderBody } from './order-body.ts';
import { GIVEN_TOTALS, type OrderRow } from './order-row.ts';

/** The totals a client insists on. */
export function givenTotals(body: OrderBody): OrderRow['givenTotals'] {
  return Object.fromEntries(
    GIVEN_TOTALS.flatMap((name) => {
      const amount = body[name];
      return amount === undefined ? [] : [[name, text(units(amount))]];
    }),
  );
}

export function shippingCost(
  body: OrderBody,
  currency: string,
): Pick<OrderRow, 'shippingExTax' | 'shippingIncTax'> {
  const ex = body.shipping_cost_ex_tax ?? body.base_shipping_cost;
  const inc = body.shipping_cost_inc_tax;
  const { priceExTax, priceIncTax } = bothPrices(
    ex === undefined ? undefined : units(ex),
    inc === undefined ? undefined : units(inc),
    currency,
  );
  return { shippingExTax: priceExTax, shippingIncTax: priceIncTax };
}

/** The plain fields of a PUT or POST; what was not sent stays. */
export function changedFields(order: OrderRow, body: OrderBody): Partial<OrderRow> {
  const created = body.date_created === undefined ? undefined : parseDate(body.date_created);
  return {
    customerId: body.customer_id ?? order.customerId,
    statusId: body.status_id ?? order.statusId,
    createdAt: created === undefined ? order.createdAt : new Date(created).toISOString(),
    billing: { ...order.billing, ...given(body.billing_address ?? {}) },
    discount:
      body.discount_amount === undefined ? order.discount : text(units(body.discount_amount)),
    paymentMethod: body.payment_method ?? order.paymentMethod,
    channelId: body.channel_id ?? order.channelId,
    externalSource:
      body.external_source === undefined ? order.externalSource : body.external_source,
    externalId: body.external_id === undefined ? order.externalId : body.external_id,
    externalOrderId: body.external_order_id ?? order.externalOrderId,
    staffNotes: body.staff_notes ?? order.staffNotes,
    customerMessage: body.customer_message ?? order.customerMessage,
    locale: body.customer_locale ?? order.locale,
  };
}
