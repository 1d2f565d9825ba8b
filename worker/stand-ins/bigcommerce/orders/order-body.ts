import { z } from 'zod';

const money = z.union([z.string(), z.number()]);
const textOrNull = z.string().nullable();

export const addressBody = z
  .object({
    first_name: z.string(),
    last_name: z.string(),
    company: z.string(),
    street_1: z.string(),
    street_2: z.string(),
    city: z.string(),
    state: z.string(),
    zip: z.string(),
    country: z.string(),
    country_iso2: z.string(),
    phone: z.string(),
    email: z.string(),
  })
  .partial();

export const lineBody = z.object({
  /** The order line's id; only to change or (with quantity 0) remove it. */
  id: z.number().int().optional(),
  product_id: z.number().int().optional(),
  variant_id: z.number().int().optional(),
  name: z.string().optional(),
  sku: z.string().optional(),
  quantity: z.number().int().min(0).optional(),
  price_ex_tax: money.optional(),
  price_inc_tax: money.optional(),
});

/** What PUT takes; POST needs `billing_address` and `products` besides. */
export const orderBody = z.object({
  customer_id: z.number().int().optional(),
  status_id: z.number().int().optional(),
  date_created: z.string().optional(),
  billing_address: addressBody.optional(),
  shipping_addresses: z
    .array(addressBody.extend({ shipping_method: z.string().optional() }))
    .optional(),
  products: z.array(lineBody).optional(),
  default_currency_code: z.string().optional(),
  base_shipping_cost: money.optional(),
  shipping_cost_ex_tax: money.optional(),
  shipping_cost_inc_tax: money.optional(),
  subtotal_ex_tax: money.optional(),
  subtotal_inc_tax: money.optional(),
  total_ex_tax: money.optional(),
  total_inc_tax: money.optional(),
  discount_amount: money.optional(),
  payment_method: z.string().optional(),
  channel_id: z.number().int().optional(),
  external_source: textOrNull.optional(),
  external_id: textOrNull.optional(),
  external_order_id: z.string().optional(),
  staff_notes: z.string().optional(),
  customer_message: z.string().optional(),
  customer_locale: z.string().optional(),
});

export type AddressBody = z.infer<typeof addressBody>;
export type LineBody = z.infer<typeof lineBody>;
export type OrderBody = z.infer<typeof orderBody>;
