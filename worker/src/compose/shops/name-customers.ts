import type { Cart, Customer } from '../canonical.ts';
import type { Read } from './shop-reader.ts';

export type ReadCustomers = (ids: string[]) => Promise<Map<string, Read<Customer>>>;

/**
 * Names the shoppers of carts that know their customer by id alone, in one reading of customers. A
 * cart whose customer could not be read fails with it: half read it would look like a stranger's.
 */
export async function nameCustomers(
  carts: Map<string, Read<Cart>>,
  readCustomers: ReadCustomers,
): Promise<void> {
  const needed = anonymous(carts).flatMap(([, { customerId }]) => customerId ?? []);
  if (needed.length === 0) return;
  const customers = await readCustomers(needed);
  for (const [id, cart] of anonymous(carts)) {
    const read = customers.get(cart.customerId ?? '');
    if (!read) continue;
    if ('failed' in read) carts.set(id, read);
    if ('found' in read) {
      const { email, firstName, lastName } = read.found;
      carts.set(id, { found: { ...cart, email, firstName, lastName } });
    }
  }
}

/** Carts of which nobody knows whose address belongs to them. */
export function anonymous(carts: Map<string, Read<Cart>>): [id: string, cart: Cart][] {
  return [...carts].flatMap(([id, read]): [string, Cart][] =>
    'found' in read && read.found.email === null ? [[id, read.found]] : [],
  );
}
