import type { StackDescription } from '../../../scripts/lib/stack-file.ts';
import { call, controlOf, type Control } from './http.ts';

export interface Item {
  productId: number;
  quantity: number;
}

export interface ShopOrder {
  id: number;
  status_id: number;
  total_inc_tax: string;
  cart_id: string | null;
}

export interface Delivery {
  id: string;
  scope: string;
  state: string;
}

/** The store as its owner's programs and its shoppers see it. */
export interface ShopDriver extends Control {
  /** The documented API: `v2/…` or `v3/…`. */
  api<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  order(id: number): Promise<ShopOrder>;
  /** What only shoppers do: `place-order`, `start-cart`, `pay-cart`, … */
  shopper<Answer>(wish: string, body: object): Promise<Answer>;
  deliveries(): Promise<Delivery[]>;
  deliver(what: 'hold' | 'release' | 'settled' | 'redeliver', body?: object): Promise<void>;
  quota(limit: number): Promise<void>;
  /** A new customer of the store, made through its API. */
  register(email: string, firstName: string, lastName: string): Promise<number>;
  /** What the store signs its deliveries with. */
  clientSecret: string;
}

export function driveShop({
  apiUrl,
  accessToken,
  clientSecret,
}: StackDescription['bigcommerce']): ShopDriver {
  const { origin } = new URL(apiUrl);
  const api: ShopDriver['api'] = (method, path, body) =>
    call(`${apiUrl}/${path}`, {
      method,
      headers: { 'x-auth-token': accessToken },
      ...(body !== undefined && { body }),
    });
  const local = <Answer>(path: string, body: object): Promise<Answer> =>
    call(`${origin}/__local__${path}`, { method: 'POST', body });
  return {
    ...controlOf(origin),
    api,
    clientSecret,
    order: (id) => api('GET', `v2/orders/${id}`),
    shopper: (wish, body) => local(`/shopper/${wish}`, body),
    deliveries: () => call(`${origin}/__local__/deliveries`),
    deliver: (what, body = {}) => local(`/deliveries/${what}`, body),
    quota: (limit) => local('/quota', { limit }),
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
