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

export type Register = z.infer<typeof registerBody>;
export type StartCart = z.infer<typeof startCartBody>;
export type Cart = { items: z.infer<typeof itemsBody> };
export type Payment = z.infer<typeof paymentBody>;
export type PlaceOrder = z.infer<typeof placeOrderBody>;
