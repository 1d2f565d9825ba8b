import { createHash } from 'node:crypto';
import type { ShopId } from '../../shared/ids.ts';

/** How a shop's record names its person. */
export interface Mention {
  /** Null: a guest. */
  customerId: string | null;
  email: string | null;
  /** Known only where the customer record itself was read. */
  customerGroup?: string | null;
  /** Customers whom the shop made into this one. */
  absorbed?: string[];
}

/** The names of a mention, as the books have them; null where it has none. */
export interface Names {
  customer: string | null;
  absorbed: string[];
  /** The address as this shop's. */
  shopEmail: string | null;
  /** The address, whatever the shop. */
  email: string | null;
  /** Only a guest's. */
  guest: string | null;
}

export function namesOf(shop: ShopId, { customerId, email, absorbed = [] }: Mention): Names {
  return {
    customer: customerId === null ? null : customerName(shop, customerId),
    absorbed: customerId === null ? [] : absorbed.map((id) => customerName(shop, id)),
    shopEmail: email === null ? null : `${shop}:email:${email}`,
    email: email === null ? null : `email:${email}`,
    guest: customerId === null && email !== null ? guestKey(shop, email) : null,
  };
}

export function allNames({ absorbed, ...names }: Names): string[] {
  return [...Object.values(names).filter((name) => name !== null), ...absorbed];
}

/**
 * A guest's key is made from the address, so that two workers who meet the same new guest at once
 * make the same Lead; as a digest, so that the address does not travel in a key.
 */
export function guestKey(shop: ShopId, email: string): string {
  return `${shop}:guest:${createHash('sha256').update(email).digest('hex').slice(0, 20)}`;
}

export function isGuestKey(customerKey: string): boolean {
  return customerKey.split(':')[1] === 'guest';
}

function customerName(shop: ShopId, id: string): string {
  return `${shop}:customer:${id}`;
}

/** The shop of a customer's name; null for any other name. */
export function shopOfCustomer(name: string): string | null {
  const [shop = '', kind] = name.split(':');
  return kind === 'customer' ? shop : null;
}
