import type { ShopInfo, ShopReader } from '../../compose/shops/shop-reader.ts';
import type { Tried } from '../platform.ts';
import { failureIn, failureOf, lackingOf } from '../try-access.ts';

/** What the API account must be allowed, in the words of the store's own form. */
export const SCOPES = [
  { name: 'Orders', level: 'read-only' },
  { name: 'Customers', level: 'read-only' },
  { name: 'Products', level: 'read-only' },
  { name: 'Carts', level: 'read-only' },
  { name: 'Checkouts', level: 'read-only' },
  { name: 'Information & settings', level: 'read-only' },
] as const;

/** What cannot be there is asked for: whether the store refuses is all that matters. */
const NO_ID = '1';
const NO_CART = '00000000-0000-4000-8000-000000000000';

/** Tries the token on everything that can be tried without a record. */
export async function tryAccess(reader: ShopReader): Promise<Tried> {
  let info: ShopInfo | null = null;
  const lacks = await lackingOf([
    {
      name: 'Information & settings',
      ask: () => failureOf(reader.readShop().then((told) => (info = told))),
    },
    { name: 'Orders', ask: () => failureOf(reader.newestOrderId()) },
    { name: 'Customers', ask: () => failureIn(reader.readCustomers([NO_ID])) },
    { name: 'Products', ask: () => failureIn(reader.readProducts([NO_ID])) },
    { name: 'Carts', ask: () => failureIn(reader.readCarts([NO_CART])) },
  ]);
  return { info, lacks };
}
