import { z } from 'zod';
import { id, itemsBody } from './wishes.ts';

/** Decimal text, or a number as stories write it. */
const amount = z
  .union([z.string(), z.number()])
  .transform((given): string => (typeof given === 'number' ? given.toFixed(2) : given));

export const orderBody = z.strictObject({ orderId: id });
export const changeStatusBody = orderBody.extend({ status: z.string().min(1) });
export const refundBody = orderBody.extend({
  /** What is left of the order, or the items' price with tax, when absent. */
  amount: amount.optional(),
  items: itemsBody.optional(),
});
export const shipBody = orderBody.extend({
  /** Everything that was not sent yet when absent. */
  items: itemsBody.optional(),
  carrier: z.string().optional(),
  trackingNumber: z.string().optional(),
});
export const shipmentBody = z.strictObject({ shipmentId: id });
export const returnBody = orderBody.extend({
  items: itemsBody,
  reason: z.string().optional(),
});
export const changeReturnBody = z.strictObject({
  returnId: id,
  status: z.enum(['approved', 'received', 'refunded', 'rejected']),
  amount: amount.optional(),
});
export const changeStockBody = z.strictObject({
  productId: id,
  location: z.string().optional(),
  onHand: z.number().int(),
  available: z.number().int().optional(),
});
export const addProductBody = z.strictObject({
  name: z.string(),
  sku: z.string(),
  price: amount,
  category: z.array(z.string()).optional(),
  brand: z.string().optional(),
  stock: z.number().int().optional(),
});
export const productBody = z.strictObject({ productId: id });
export const changeProductBody = productBody.extend({
  name: z.string().optional(),
  price: amount.optional(),
  brand: z.string().nullable().optional(),
  category: z.array(z.string()).optional(),
  active: z.boolean().optional(),
});

export type Refund = z.infer<typeof refundBody>;
export type Ship = z.infer<typeof shipBody>;
export type ReturnGoods = z.infer<typeof returnBody>;
export type ChangeReturn = z.infer<typeof changeReturnBody>;
export type ChangeStock = z.infer<typeof changeStockBody>;
export type AddProduct = z.infer<typeof addProductBody>;
export type ChangeProduct = z.infer<typeof changeProductBody>;
