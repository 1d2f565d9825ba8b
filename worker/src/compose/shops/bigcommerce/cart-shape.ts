import { z } from 'zod';
import { ITEM_BYTES } from '../raw.ts';
import { decimal, moment, optionalId, text, webAddress, withRaw } from '../shape.ts';

// The sender and the recipient of a gift certificate are other people: never named, never kept.

const catalogFields = z.object({
  id: z.string(),
  parent_id: text,
  product_id: optionalId,
  name: text,
  sku: text,
  quantity: decimal,
  list_price: decimal.nullish(),
  sale_price: decimal.nullish(),
  extended_list_price: decimal.nullish(),
  extended_sale_price: decimal.nullish(),
  image_url: webAddress,
  url: webAddress,
});
const catalogItem = withRaw(catalogFields, ITEM_BYTES);
export type CatalogItem = z.output<typeof catalogItem>;

const giftCertificate = z.object({ id: z.string(), name: text, amount: decimal });
export type GiftCertificate = z.output<typeof giftCertificate>;

const customFields = z.object({
  id: z.string(),
  name: text,
  sku: text,
  quantity: decimal,
  list_price: decimal,
  extended_list_price: decimal.nullish(),
  image_url: webAddress,
});
const customItem = withRaw(customFields, ITEM_BYTES);
export type CustomItem = z.output<typeof customItem>;

export const cartAnswer = z.object({
  data: z.object({
    id: z.string(),
    customer_id: optionalId,
    email: text,
    currency: z.object({ code: z.string().length(3, { error: 'expected a currency code' }) }),
    cart_amount: decimal,
    line_items: z.object({
      physical_items: z.array(catalogItem).nullish(),
      digital_items: z.array(catalogItem).nullish(),
      gift_certificates: z.array(giftCertificate).nullish(),
      custom_items: z.array(customItem).nullish(),
    }),
    created_time: moment,
    updated_time: moment,
  }),
});
export type CartAnswer = z.output<typeof cartAnswer>['data'];

const person = z.object({ email: text, first_name: text, last_name: text });

export const checkoutAnswer = z.object({
  data: z.object({
    cart: z.object({ email: text }).nullish(),
    billing_address: person.nullish(),
    consignments: z.array(z.object({ address: person.nullish() })).nullish(),
  }),
});
