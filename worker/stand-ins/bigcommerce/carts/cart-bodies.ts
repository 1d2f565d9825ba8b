import { z } from 'zod';
import type { NewItem } from './cart-items.ts';

const money = z.union([z.string(), z.number()]);
export const itemsBody = z.object({
  line_items: z
    .array(
      z.object({
        product_id: z.number().int(),
        variant_id: z.number().int().optional(),
        quantity: z.number().int(),
        list_price: money.optional(),
      }),
    )
    .default([]),
  custom_items: z
    .array(
      z.object({
        name: z.string(),
        sku: z.string().optional(),
        quantity: z.coerce.number().int(),
        list_price: money,
      }),
    )
    .default([]),
});
export const cartBody = itemsBody.extend({
  customer_id: z.number().int().optional(),
  email: z.email().optional(),
  channel_id: z.number().int().optional(),
  currency: z.object({ code: z.string() }).optional(),
  locale: z.string().optional(),
});
export const itemBody = z.object({
  line_item: z.object({ product_id: z.number().int().optional(), quantity: z.number().int() }),
});

/** Products of the catalogue and custom items in one list. */
export function itemsOf(body: z.infer<typeof itemsBody>): NewItem[] {
  return [
    ...body.line_items.map((item) => ({
      productId: item.product_id,
      variantId: item.variant_id,
      quantity: item.quantity,
      listPrice: item.list_price,
    })),
    ...body.custom_items.map((item) => ({
      name: item.name,
      sku: item.sku,
      quantity: item.quantity,
      listPrice: item.list_price,
    })),
  ];
}
