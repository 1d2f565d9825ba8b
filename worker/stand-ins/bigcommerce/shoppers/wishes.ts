import { z } from 'zod';

/** What the control routes take, and the methods with them. */
export const registerBody = z.object({
  email: z.email(),
  firstName: z.string(),
  lastName: z.string(),
  company: z.string().optional(),
  phone: z.string().optional(),
  acceptsMarketing: z.boolean().optional(),
  /** None means every channel. */
  channelIds: z.array(z.number().int()).optional(),
});

export const itemsBody = z
  .array(
    z.object({
      productId: z.number().int(),
      variantId: z.number().int().optional(),
      quantity: z.number().int().min(1),
    }),
  )
  .min(1);

export const startCartBody = z.object({
  customerId: z.number().int().optional(),
  email: z.email().optional(),
  currency: z.string().optional(),
  channelId: z.number().int().optional(),
  items: itemsBody,
});

export const paymentBody = z.object({
  /** The status after payment; 11 (Awaiting Fulfillment) when absent. */
  statusId: z.number().int().optional(),
  /** False: the order is there at once, without having been incomplete. */
  incompleteFirst: z.boolean().optional(),
});

export const placeOrderBody = startCartBody.extend({
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  ...paymentBody.shape,
});

export const subscribeBody = z.object({
  email: z.email(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  /** None: unsubscribed. The newsletter when absent. */
  consents: z.array(z.enum(['marketing_newsletter', 'abandoned_cart'])).optional(),
});

export const changeEmailBody = z.object({ customerId: z.number().int(), email: z.email() });

export const changeConsentBody = z.object({
  customerId: z.number().int(),
  /** The newsletter. */
  emailConsent: z.boolean().optional(),
  cartMailConsent: z.boolean().optional(),
});

export const deleteCustomerBody = z.object({ customerId: z.number().int() });

export const shipBody = z.object({
  orderId: z.number().int(),
  /** All that is left when absent. */
  items: z
    .array(z.object({ productId: z.number().int(), quantity: z.number().int().min(1) }))
    .optional(),
  /** One of the original's `shipping_provider`s, such as `usps`. */
  carrier: z.string().optional(),
  trackingNumber: z.string().optional(),
});

export const changeStockBody = z.object({
  productId: z.number().int(),
  variantId: z.number().int().optional(),
  onHand: z.number().int().min(0),
});

export const changeStatusBody = z.object({ orderId: z.number().int(), status: z.string() });

export const refundBody = z.object({
  orderId: z.number().int(),
  /** What is left of the order when neither is there. */
  amount: z.union([z.string(), z.number()]).optional(),
  items: z
    .array(z.object({ productId: z.number().int(), quantity: z.number().int().min(1) }))
    .optional(),
  reason: z.string().optional(),
});

export type Subscribe = z.infer<typeof subscribeBody>;
export type ChangeConsent = z.infer<typeof changeConsentBody>;
export type Ship = z.infer<typeof shipBody>;
export type Refund = z.infer<typeof refundBody>;
export type ChangeStock = z.infer<typeof changeStockBody>;
export type Register = z.infer<typeof registerBody>;
export type StartCart = z.infer<typeof startCartBody>;
export type Cart = { items: z.infer<typeof itemsBody> };
export type Payment = z.infer<typeof paymentBody>;
export type PlaceOrder = z.infer<typeof placeOrderBody>;
