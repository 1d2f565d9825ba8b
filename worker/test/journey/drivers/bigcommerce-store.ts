import type { LocalBigCommerce } from '../../../../scripts/lib/stack-file.ts';
import { call } from '../http.ts';
import { shopControl, type ShopControl } from './shop-control.ts';

/** The BigCommerce store as its owner's programs and its shoppers see it, in its own words. */
export interface BigCommerceStore extends ShopControl {
  /** The documented API: `v2/…` or `v3/…`. */
  api<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** A new customer of the store, made through its API. */
  register(email: string, firstName: string, lastName: string): Promise<number>;
  /** What the store signs its deliveries with. */
  clientSecret: string;
}

export function driveStore({
  apiUrl,
  accessToken,
  clientSecret,
}: LocalBigCommerce): BigCommerceStore {
  const api: BigCommerceStore['api'] = (method, path, body) =>
    call(`${apiUrl}/${path}`, {
      method,
      headers: { 'x-auth-token': accessToken },
      ...(body !== undefined && { body }),
    });
  return {
    ...shopControl(new URL(apiUrl).origin),
    api,
    clientSecret,
    async register(email, firstName, lastName) {
      const customers = await api<{ data: { id: number }[] }>('POST', 'v3/customers', [
        { email, first_name: firstName, last_name: lastName },
      ]);
      const [customer] = customers.data;
      if (!customer) throw new Error('The store made no customer.');
      return customer.id;
    },
  };
}
