import type { LocalBigCommerce, StackDescription } from './stack-file.ts';

const SHOPPERS = [
  { email: 'ada.keller@example.com', firstName: 'Ada', lastName: 'Keller' },
  { email: 'tomas.ruiz@example.com', firstName: 'Tomas', lastName: 'Ruiz' },
];

/**
 * In a store without orders: two shoppers buy, a third leaves a full cart, so that a first look
 * into the org finds something. Returns whether it did anything.
 */
export async function seedShoppers({ bigcommerce, clarity }: StackDescription): Promise<boolean> {
  const seeded = bigcommerce ? await seedBigCommerce(bigcommerce) : false;
  // Who bought in one shop buys in the other: the same person in the org.
  if (seeded && clarity) {
    const [shopper] = SHOPPERS;
    await act(clarity, 'place-order', { ...shopper, items: [{ productId: '103', quantity: 1 }] });
    await act(clarity, 'request-quote', {
      ...{ email: 'lena.voss@example.com', firstName: 'Lena', lastName: 'Voss' },
      items: [{ productId: '88', quantity: 40 }],
    });
  }
  return seeded;
}

async function seedBigCommerce(bigcommerce: LocalBigCommerce): Promise<boolean> {
  const orders = await read(bigcommerce, '/v2/orders?limit=1');
  if (orders !== undefined) return false;
  const products = await firstProducts(bigcommerce, 3);
  const items = products.map((productId, index) => ({ productId, quantity: index + 1 }));
  for (const shopper of SHOPPERS) {
    await act(bigcommerce, 'place-order', { ...shopper, items: items.slice(0, 2) });
  }
  await act(bigcommerce, 'start-cart', { email: 'noor.haddad@example.com', items: items.slice(2) });
  return true;
}

/** Numbers of products that a shopper can put into a cart. */
export async function firstProducts(shop: LocalBigCommerce, count: number): Promise<number[]> {
  const found = (await read(shop, `/v3/catalog/products?limit=${count}`)) as
    { data: { id: number }[] } | undefined;
  return found?.data.map(({ id }) => id) ?? [];
}

/** The shop's answer; undefined for 204, which is how it says "none". */
async function read(shop: LocalBigCommerce, path: string): Promise<unknown> {
  const response = await fetch(`${shop.apiUrl}${path}`, {
    headers: { 'X-Auth-Token': shop.accessToken, Accept: 'application/json' },
  });
  await check(response);
  return response.status === 204 ? undefined : response.json();
}

async function act(shop: { apiUrl: string }, wish: string, body: object): Promise<void> {
  const address = `${new URL(shop.apiUrl).origin}/__local__/shopper/${wish}`;
  await check(await fetch(address, { method: 'POST', body: JSON.stringify(body) }));
}

async function check(response: Response): Promise<void> {
  if (response.ok) return;
  throw new Error(
    `The local store answered ${response.status} to ${response.url}: ${await response.text()}`,
  );
}
