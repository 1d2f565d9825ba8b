import { z } from 'zod';
import { Refusal } from '../api/answers.ts';
import { given } from '../../kit/given.ts';
import { nowOf, type Shop } from '../shop.ts';
import { addAddress, addressFields } from './addresses.ts';
import type { CustomerRow } from './customer-rows.ts';

const fields = {
  first_name: z.string().min(1),
  last_name: z.string().min(1),
  company: z.string().optional(),
  phone: z.string().optional(),
  notes: z.string().optional(),
  tax_exempt_category: z.string().optional(),
  customer_group_id: z.number().int().optional(),
  accepts_product_review_abandoned_cart_emails: z.boolean().optional(),
  channel_ids: z.array(z.number().int()).nullable().optional(),
};

export const newCustomerBody = z.object({
  ...fields,
  email: z.email(),
  origin_channel_id: z.number().int().optional(),
  addresses: z.array(z.object(addressFields)).optional(),
});

export const changedCustomerBody = z
  .object({ ...fields, email: z.email() })
  .partial()
  .extend({ id: z.number().int() });

export type NewCustomer = z.infer<typeof newCustomerBody>;
export type ChangedCustomer = z.infer<typeof changedCustomerBody>;

/** All of them or, when one is refused, none. */
export function createCustomers(shop: Shop, bodies: NewCustomer[]): CustomerRow[] {
  const drafts = bodies.map((body) => draftOf(shop, body));
  drafts.forEach((draft, index) => checkCustomer(shop, draft, drafts.slice(0, index)));
  return drafts.map((draft, index) => addCustomer(shop, draft, bodies[index]?.addresses ?? []));
}

function addCustomer(
  shop: Shop,
  draft: CustomerRow,
  addresses: NonNullable<NewCustomer['addresses']>,
): CustomerRow {
  const customer = { ...draft, id: shop.next('customer', 1) };
  shop.rows.customers.set(String(customer.id), customer);
  shop.emit('store/customer/created', { type: 'customer', id: customer.id });
  for (const address of addresses) addAddress(shop, { ...address, customer_id: customer.id });
  return customer;
}

function draftOf(shop: Shop, person: NewCustomer): CustomerRow {
  const now = nowOf(shop);
  return {
    id: 0,
    email: person.email,
    first_name: person.first_name,
    last_name: person.last_name,
    company: person.company ?? '',
    phone: person.phone ?? '',
    notes: person.notes ?? '',
    tax_exempt_category: person.tax_exempt_category ?? '',
    customer_group_id: person.customer_group_id ?? 0,
    accepts_product_review_abandoned_cart_emails:
      person.accepts_product_review_abandoned_cart_emails ?? false,
    origin_channel_id: person.origin_channel_id ?? 1,
    channel_ids: person.channel_ids ?? null,
    form_fields: [],
    store_credit: 0,
    createdAt: now,
    modifiedAt: now,
  };
}

export function changeCustomer(shop: Shop, body: ChangedCustomer): CustomerRow {
  const before = shop.rows.customers.get(String(body.id));
  if (!before) throw new Refusal(422, 'Update customers failed.', { id: `No customer ${body.id}` });
  const customer: CustomerRow = { ...before, ...given(body), modifiedAt: nowOf(shop) };
  checkCustomer(shop, customer);
  shop.rows.customers.set(String(customer.id), customer);
  shop.emit('store/customer/updated', { type: 'customer', id: customer.id });
  return customer;
}

/** Removes the customer with addresses and attribute values; orders keep the number. */
export function deleteCustomer(shop: Shop, id: string): void {
  if (!shop.rows.customers.get(id)) return;
  shop.rows.customers.delete(id);
  for (const address of shop.rows.addresses.values()) {
    if (String(address.customer_id) === id) shop.rows.addresses.delete(String(address.id));
  }
  for (const value of shop.rows.attributeValues.values()) {
    if (String(value.customer_id) === id) shop.rows.attributeValues.delete(String(value.id));
  }
  shop.emit('store/customer/deleted', { type: 'customer', id: Number(id) });
}

/** One mail address may stand once for each channel; null stands for all channels. */
function checkCustomer(shop: Shop, customer: CustomerRow, besides: CustomerRow[] = []): void {
  const group = customer.customer_group_id;
  if (group !== 0 && !shop.rows.groups.get(String(group))) {
    throw new Refusal(422, 'The customer group is unknown.', { customer_group_id: String(group) });
  }
  const others = shop.rows.customers.values().filter(({ id }) => id !== customer.id);
  const taken = [...others, ...besides].some(
    (other) =>
      other.email.toLowerCase() === customer.email.toLowerCase() &&
      shareChannel(other.channel_ids, customer.channel_ids),
  );
  if (taken) {
    throw new Refusal(422, 'The customer could not be saved.', {
      email: `email ${customer.email} already in use`,
    });
  }
}

function shareChannel(one: number[] | null, other: number[] | null): boolean {
  return one === null || other === null || one.some((channel) => other.includes(channel));
}
