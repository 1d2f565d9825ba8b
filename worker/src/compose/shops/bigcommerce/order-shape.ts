import { z } from 'zod';
import { ITEM_BYTES } from '../raw.ts';
import { decimal, decimalOrZero, id, moment, optionalId, text, withRaw } from '../shape.ts';
import { ORDER_STATUS_BY_ID } from './order-status.ts';

// Only what Cartbridge itself needs is named. The rest of a record is kept beside it for mappings,
// without payment fields and IP addresses: `../raw.ts` drops them.

const option = z.object({ display_name: text, display_value: text });

const lineFields = z.object({
  id,
  product_id: optionalId,
  parent_order_product_id: optionalId,
  name: text,
  sku: text,
  price_ex_tax: decimal,
  total_ex_tax: decimal,
  quantity: decimal,
  quantity_refunded: decimalOrZero,
  product_options: z.array(option).nullish(),
});
export const orderLine = withRaw(lineFields, ITEM_BYTES);
export type OrderLine = z.output<typeof orderLine>;

const lines = z.object({ line_items: z.array(orderLine) });

/** The object form of `consignments`, with its line items in full. */
export const consignments = z.object({
  pickups: z.array(lines).nullish(),
  shipping: z.array(lines).nullish(),
  downloads: z.array(lines).nullish(),
  email: z.object({ gift_certificates: z.array(lines).nullish() }).nullish(),
});

/** Where an order goes, whatever form its line items have. */
export const destinations = z.object({
  shipping: z.array(z.object({ city: text, country_iso2: text })).nullish(),
  pickups: z
    .array(z.object({ location: z.object({ city: text, country_alpha2: text }).nullish() }))
    .nullish(),
});

const billingAddress = z.object({
  first_name: text,
  last_name: text,
  company: text,
  phone: text,
  email: text,
});

export const order = z.object({
  id,
  customer_id: optionalId,
  status_id: z
    .union([z.number(), z.string()], { error: 'expected a status id' })
    .transform(Number)
    .refine((status) => ORDER_STATUS_BY_ID.has(status), { error: 'expected a known status id' }),
  status: text,
  custom_status: text,
  date_created: moment,
  date_modified: moment,
  default_currency_code: z.string().length(3, { error: 'expected a currency code' }),
  store_default_currency_code: text,
  store_default_to_transactional_exchange_rate: decimalOrZero,
  total_inc_tax: decimal,
  total_tax: decimal,
  subtotal_ex_tax: decimal,
  shipping_cost_ex_tax: decimal,
  discount_amount: decimalOrZero,
  coupon_discount: decimalOrZero,
  items_total: decimalOrZero,
  billing_address: billingAddress.nullish(),
  channel_id: optionalId,
  order_source: text,
  cart_id: text,
  is_deleted: z.boolean().nullish(),
  /** Read only to learn whether there are refunds; not kept. */
  payment_status: text,
  consignments: z.unknown().optional(),
});
export type OrderAnswer = z.output<typeof order>;

const refundFields = z.object({
  id,
  created: moment.nullish(),
  reason: text,
  total_amount: decimal,
  items: z
    .array(
      z.object({
        item_type: text,
        /** The order's line where the type is PRODUCT. */
        item_id: optionalId,
        quantity: decimal.nullish(),
        reason: text,
      }),
    )
    .nullish(),
  payments: z.array(z.object({ amount: decimal, is_declined: z.boolean().nullish() })).nullish(),
});
export const refund = withRaw(refundFields, ITEM_BYTES);
export type Refund = z.output<typeof refund>;
