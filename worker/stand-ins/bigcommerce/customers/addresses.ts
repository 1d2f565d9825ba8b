import { z } from 'zod';
import { Refusal } from '../api/answers.ts';
import { given } from '../../kit/given.ts';
import type { Shop } from '../shop.ts';
import type { AddressRow } from './customer-rows.ts';

export const addressFields = {
  first_name: z.string(),
  last_name: z.string(),
  company: z.string().optional(),
  address1: z.string(),
  address2: z.string().optional(),
  city: z.string(),
  state_or_province: z.string().optional(),
  postal_code: z.string().optional(),
  country_code: z.string().length(2),
  phone: z.string().optional(),
  address_type: z.enum(['residential', 'commercial']).optional(),
};

export const newAddressBody = z.object({ ...addressFields, customer_id: z.number().int() });
export const changedAddressBody = z
  .object(addressFields)
  .partial()
  .extend({ id: z.number().int() });

type NewAddress = z.infer<typeof newAddressBody>;
type ChangedAddress = z.infer<typeof changedAddressBody>;

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region' });

/** Returns undefined for an address the customer already has: the original says nothing about it. */
export function addAddress(shop: Shop, body: NewAddress): AddressRow | undefined {
  if (!shop.rows.customers.get(String(body.customer_id))) {
    throw new Refusal(422, 'The customer is unknown.', { customer_id: String(body.customer_id) });
  }
  const address: AddressRow = {
    id: 0,
    customer_id: body.customer_id,
    first_name: body.first_name,
    last_name: body.last_name,
    company: body.company ?? '',
    address1: body.address1,
    address2: body.address2 ?? '',
    city: body.city,
    state_or_province: body.state_or_province ?? '',
    postal_code: body.postal_code ?? '',
    country: COUNTRIES.of(body.country_code) ?? body.country_code,
    country_code: body.country_code,
    phone: body.phone ?? '',
    address_type: body.address_type ?? 'residential',
  };
  if (isKnown(shop, address)) return undefined;
  address.id = shop.next('address', 1);
  shop.rows.addresses.set(String(address.id), address);
  tell(shop, 'created', address);
  return address;
}

export function changeAddress(shop: Shop, body: ChangedAddress): AddressRow | undefined {
  const before = shop.rows.addresses.get(String(body.id));
  if (!before) throw new Refusal(422, 'The address is unknown.', { id: String(body.id) });
  const address: AddressRow = { ...before, ...given(body) };
  address.country = COUNTRIES.of(address.country_code) ?? address.country_code;
  if (isKnown(shop, address)) return undefined;
  shop.rows.addresses.set(String(address.id), address);
  tell(shop, 'updated', address);
  return address;
}

export function deleteAddress(shop: Shop, id: string): void {
  const address = shop.rows.addresses.get(id);
  if (!address) return;
  shop.rows.addresses.delete(id);
  tell(shop, 'deleted', address);
}

/** The id in these events is the address's, although the type says "customer". */
function tell(shop: Shop, what: 'created' | 'updated' | 'deleted', address: AddressRow): void {
  shop.emit(`store/customer/address/${what}`, {
    type: 'customer',
    id: address.id,
    address: { customer_id: address.customer_id },
  });
}

function isKnown(shop: Shop, address: AddressRow): boolean {
  const plain = (row: AddressRow): string => JSON.stringify({ ...row, id: 0 });
  return shop.rows.addresses
    .values()
    .filter((other) => other.customer_id === address.customer_id)
    .some((other) => plain(other) === plain(address));
}
