import { isoZulu } from '../dates.ts';
import type { Rows } from '../shop.ts';
import type { AttributeRow, AttributeValueRow, CustomerRow } from './customer-rows.ts';

const MOST_INCLUDED = 10;

/** The v3 customer; addresses, attributes and so on only when `include` asks, ten at most. */
export function customerView(
  rows: Rows,
  customer: CustomerRow,
  include: string[],
): { id: number } & Record<string, unknown> {
  const { createdAt, modifiedAt, form_fields, store_credit, ...plain } = customer;
  const addresses = rows.addresses.values().filter((row) => row.customer_id === customer.id);
  const values = rows.attributeValues.values().filter((row) => row.customer_id === customer.id);
  return {
    ...plain,
    registration_ip_address: '',
    date_created: isoZulu(createdAt),
    date_modified: isoZulu(modifiedAt),
    address_count: addresses.length,
    attribute_count: values.length,
    authentication: { force_password_reset: false },
    ...(include.includes('addresses') && { addresses: addresses.slice(0, MOST_INCLUDED) }),
    ...(include.includes('attributes') && {
      attributes: values.slice(0, MOST_INCLUDED).map(attributeValueView),
    }),
    ...(include.includes('formfields') && {
      form_fields: form_fields.map((field) => ({ ...field, customer_id: customer.id })),
    }),
    ...(include.includes('storecredit') && { store_credit_amounts: [{ amount: store_credit }] }),
  };
}

export function attributeView({ createdAt, modifiedAt, ...plain }: AttributeRow): object {
  return { ...plain, date_created: isoZulu(createdAt), date_modified: isoZulu(modifiedAt) };
}

export function attributeValueView({ createdAt, modifiedAt, ...plain }: AttributeValueRow): object {
  return { ...plain, date_created: isoZulu(createdAt), date_modified: isoZulu(modifiedAt) };
}
