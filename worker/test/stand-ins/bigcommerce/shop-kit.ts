import { onTestFinished } from 'vitest';
import {
  startBigCommerce,
  type BigCommerceOptions,
  type LocalStore,
} from '../../../stand-ins/bigcommerce/start.ts';
import { startReceiver, type Receiver } from './receiver.ts';

export interface Answer {
  status: number;
  headers: Headers;
  /** Undefined when there was none. */
  body: unknown;
}

/** A shop and a stranger with a token; both are gone after the test. */
export interface OpenShop {
  store: LocalStore;
  /** `path` begins with "/v2" or "/v3". */
  call: (method: string, path: string, body?: unknown) => Promise<Answer>;
}

export async function openShop(options: BigCommerceOptions = {}): Promise<OpenShop> {
  const store = await startBigCommerce(options);
  onTestFinished(() => store.close());
  return {
    store,
    call: (method, path, body) => callAs(store, store.accessToken, method, path, body),
  };
}

export async function callAs(
  store: LocalStore,
  token: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`${store.apiUrl}${path}`, {
    method,
    headers: {
      'X-Auth-Token': token,
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text ? (JSON.parse(text) as unknown) : undefined,
  };
}

/** A shop with one hook for each scope, all at one endpoint. */
export async function openShopWithHooks(
  scopes: string[],
  options: BigCommerceOptions = {},
): Promise<OpenShop & { receiver: Receiver }> {
  const shop = await openShop(options);
  const receiver = await startReceiver(shop.store.clientSecret);
  onTestFinished(() => receiver.close());
  for (const scope of scopes) await hook(shop, scope, receiver.url);
  return { ...shop, receiver };
}

export async function hook(
  { call }: Pick<OpenShop, 'call'>,
  scope: string,
  destination: string,
): Promise<number> {
  const headers = { 'x-shop-secret': 'a secret of ours' };
  const { status, body } = await call('POST', '/v3/hooks', { scope, destination, headers });
  if (status !== 200) throw new Error(`The hook was refused with ${status}.`);
  return idAt(body, 'data.id');
}

/** What stands at a path such as "data.0.email" of an answer; undefined when there is nothing. */
export function at(body: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (value as Record<string, unknown> | null | undefined)?.[name],
      body,
    );
}

/** The number at a path, or an error that says what is there. */
export function idAt(body: unknown, path = 'id'): number {
  const id = at(body, path);
  if (typeof id !== 'number') throw new Error(`No number at ${path} of ${JSON.stringify(body)}.`);
  return id;
}

/** One field of each row of a list. */
export function each(rows: unknown, field: string): unknown[] {
  return Array.isArray(rows) ? rows.map((row) => at(row, field)) : [];
}

export const GUEST_ORDER = {
  billing_address: {
    first_name: 'Jane',
    last_name: 'Doe',
    country: 'United States',
    country_iso2: 'US',
    email: 'guest@example.com',
  },
  products: [{ name: 'Poster', quantity: 2, price_ex_tax: 10, price_inc_tax: 10.825 }],
};
