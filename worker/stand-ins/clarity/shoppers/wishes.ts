import { z } from 'zod';

/** What the control routes take. Ids may be sent as numbers, since other shops have such. */
export const id = z
  .union([z.string().min(1), z.number().int()])
  .transform((given): string => String(given));

export const itemsBody = z
  .array(z.strictObject({ productId: id, quantity: z.number().int().min(1) }))
  .min(1);

const addressBody = z.strictObject({
  name: z.string().optional(),
  company: z.string().optional(),
  line1: z.string().optional(),
  line2: z.string().optional(),
  city: z.string().optional(),
  region: z.string().optional(),
  postalCode: z.string().optional(),
  country: z.string().length(2).optional(),
  phone: z.string().optional(),
});
export type AddressWish = z.infer<typeof addressBody>;

const person = {
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  phone: z.string().optional(),
  /** The company's name. */
  company: z.string().optional(),
  companyId: z.string().optional(),
  parentCompanyId: z.string().optional(),
  loyaltyPoints: z.number().int().optional(),
  customerGroup: z.string().optional(),
  billing: addressBody.optional(),
  shipping: addressBody.optional(),
};

export const registerBody = z.strictObject({
  email: z.email(),
  ...person,
  firstName: z.string(),
  lastName: z.string(),
  acceptsMarketing: z.boolean().optional(),
  emailConsent: z.boolean().nullable().optional(),
  cartMailConsent: z.boolean().nullable().optional(),
});

export const changeCustomerBody = z.strictObject({ customerId: id, ...person });
export const changeEmailBody = z.strictObject({ customerId: id, email: z.email() });
export const changeConsentBody = z.strictObject({
  customerId: id,
  emailConsent: z.boolean().nullable().optional(),
  cartMailConsent: z.boolean().nullable().optional(),
});
export const customerBody = z.strictObject({ customerId: id });
export const mergeBody = z.strictObject({
  /** Who stays. */
  customerId: id,
  mergedCustomerIds: z.array(id).min(1),
});

const shopper = {
  customerId: id.optional(),
  email: z.email().optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  currency: z.string().optional(),
  items: itemsBody,
};
export const startCartBody = z.strictObject({
  ...shopper,
  kind: z.enum(['shopping', 'list']).optional(),
});
export const requestBody = z.strictObject(shopper);

const payment = {
  /** The status after payment; "Awaiting Fulfillment" when absent. */
  status: z.string().optional(),
  /** True: the order is told as "Incomplete" first. */
  incompleteFirst: z.boolean().optional(),
  billing: addressBody.optional(),
  shipping: addressBody.optional(),
  purchaseOrderNumber: z.string().optional(),
};
export const placeOrderBody = z.strictObject({ ...shopper, ...payment });

export const cartBody = z.strictObject({ cartId: id });
export const cartItemsBody = cartBody.extend({ items: itemsBody });
export const typeEmailBody = cartBody.extend({
  email: z.email(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
});
export const signInBody = cartBody.extend({ customerId: id });
export const payCartBody = cartBody.extend(payment);
export const changeQuoteBody = cartBody.extend({
  items: itemsBody.optional(),
  status: z.enum(['requested', 'offered', 'declined']).optional(),
});

export type Register = z.infer<typeof registerBody>;
export type ChangeCustomer = z.infer<typeof changeCustomerBody>;
export type ChangeConsent = z.infer<typeof changeConsentBody>;
export type StartCart = z.infer<typeof startCartBody>;
export type RequestGoods = z.infer<typeof requestBody>;
export type PlaceOrder = z.infer<typeof placeOrderBody>;
export type PayCart = z.infer<typeof payCartBody>;
export type ChangeQuote = z.infer<typeof changeQuoteBody>;
