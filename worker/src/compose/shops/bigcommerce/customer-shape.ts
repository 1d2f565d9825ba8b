import { z } from 'zod';
import { id, moment, optionalId, text, withRaw } from '../shape.ts';

const address = z.object({
  first_name: text,
  last_name: text,
  company: text,
  address1: text,
  address2: text,
  city: text,
  state_or_province: text,
  postal_code: text,
  country_code: text,
  phone: text,
});
export type AddressAnswer = z.output<typeof address>;

const customerFields = z.object({
  id,
  email: text,
  first_name: text,
  last_name: text,
  company: text,
  phone: text,
  customer_group_id: optionalId,
  accepts_product_review_abandoned_cart_emails: z.boolean().nullish(),
  channel_ids: z.array(z.number()).nullish(),
  addresses: z.array(address).nullish(),
  date_created: moment,
  date_modified: moment,
});
export const customerShape = withRaw(customerFields);
export type CustomerAnswer = z.output<typeof customerShape>;

export const subscriberShape = z.object({
  id,
  email: text,
  channel_id: z.number().nullish(),
  consents: z.array(z.string()).nullish(),
  date_modified: moment.nullish(),
});
export type SubscriberAnswer = z.output<typeof subscriberShape>;
