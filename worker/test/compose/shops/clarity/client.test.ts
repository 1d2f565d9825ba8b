import { describe, expect, it } from 'vitest';
import { countShopCalls } from '../../../../src/compose/shops/count-calls.ts';
import type { ClarityAccess } from '../../../../src/compose/shops/clarity/client.ts';
import type { ShopReader } from '../../../../src/compose/shops/shop-reader.ts';
import { failureKind } from '../bigcommerce/use-store.ts';
import { useSmallShops } from './use-clarity.ts';

const smallShop = useSmallShops();

const oauth = (url: string): ClarityAccess => ({
  ...{ method: 'oauth', tokenUrl: `${url}/token`, clientId: 'worker 1', clientSecret: 's:e/c' },
  scope: 'read',
});
const CUSTOMER = {
  customerId: 'c1',
  email: 'ada@example.com',
  updatedDate: '2026-03-05T10:00:00Z',
};

async function readCustomer(reader: ShopReader) {
  return (await reader.readCustomers(['c1'])).get('c1');
}

describe('signing in with OAuth', () => {
  it('asks for one token, however many calls begin at once, and keeps it until shortly before its end', async () => {
    let clock = 0;
    let tokens = 0;
    const shop = await smallShop(
      {
        '/token': () => ({ body: { access_token: `t${(tokens += 1)}`, expires_in: 3600 } }),
        '/v1/customers/c1': { body: CUSTOMER },
        '/v1/customers/c2': { body: { ...CUSTOMER, customerId: 'c2' } },
      },
      { access: oauth, now: () => clock },
    );

    await shop.reader.readCustomers(['c1', 'c2']);
    clock = 3_530_000;
    await shop.reader.readCustomers(['c1']);
    clock = 3_541_000;
    await shop.reader.readCustomers(['c1']);

    expect(tokens).toBe(2);
    const [asked] = shop.requests;
    expect(asked?.body).toBe('grant_type=client_credentials&scope=read');
    expect(asked?.headers.authorization).toBe(
      `Basic ${Buffer.from('worker+1:s%3Ae%2Fc').toString('base64')}`,
    );
    expect(shop.requests.at(-1)?.headers.authorization).toBe('Bearer t2');
  });

  it('asks for another token once when one is refused before its time', async () => {
    let calls = 0;
    const shop = await smallShop(
      {
        '/token': { body: { access_token: 't', expires_in: 3600 } },
        '/v1/customers/c1': () => ((calls += 1) === 1 ? { status: 401 } : { body: CUSTOMER }),
      },
      { access: oauth },
    );

    expect(await readCustomer(shop.reader)).toMatchObject({ found: { id: 'c1' } });
    expect(shop.asked()).toEqual([
      ...['POST /token', '/v1/customers/c1', 'POST /token', '/v1/customers/c1'],
    ]);
  });

  it('gives up when the second token is refused as well', async () => {
    const shop = await smallShop(
      {
        '/token': { body: { access_token: 't', expires_in: 3600 } },
        '/v1/customers/c1': { status: 401 },
      },
      { access: oauth },
    );

    expect(failureKind(await readCustomer(shop.reader))).toBe('shop_auth');
    expect(shop.requests).toHaveLength(4);
  });

  it('says that the client is wrong where the shop gives no token', async () => {
    const answer = { status: 400, body: { error: 'unauthorized_client' } };
    const shop = await smallShop({ '/token': answer }, { access: oauth });

    const read = await readCustomer(shop.reader);

    expect(failureKind(read)).toBe('shop_auth');
    expect(read && 'failed' in read && read.failed.nextStep).toMatch(/client secret/);
  });
});

describe('a call', () => {
  it('with an API key carries it in the header that the shop wants, and is counted', async () => {
    const shop = await smallShop({ '/v1/customers/c1': { body: CUSTOMER } });

    const { calls } = await countShopCalls(() => readCustomer(shop.reader));

    expect(calls).toBe(1);
    expect(shop.requests[0]?.headers['x-api-key']).toBe('key-1');
  });

  it.each([
    ['that is refused', { status: 403 }, 'shop_auth'],
    ['that fails in the shop', { status: 503 }, 'shop_unavailable'],
    ['that is cut', { drop: true }, 'shop_unavailable'],
    ['that is sent elsewhere', { status: 302, headers: { location: '/v1/x' } }, 'shop_shape'],
    ['that is answered with a page', { body: '<html>Sign in</html>' }, 'shop_shape'],
    [
      'that is answered with another record',
      { body: { ...CUSTOMER, customerId: 'c9' } },
      'shop_shape',
    ],
    [
      'that comes too often',
      { status: 429, headers: { 'retry-after': '90' } },
      'shop_rate_limited',
    ],
  ])('%s fails as what it is', async (_, answer, kind) => {
    const shop = await smallShop({ '/v1/customers/c1': answer });

    expect(failureKind(await readCustomer(shop.reader))).toBe(kind);
    expect(shop.requests).toHaveLength(1);
  });

  it('that comes too often says how long the shop wants to be left alone', async () => {
    const answer = { status: 429, headers: { 'retry-after': '90' } };
    const shop = await smallShop({ '/v1/customers/c1': answer });

    const read = await readCustomer(shop.reader);

    const wait = read && 'failed' in read ? (read.failed.retryAfterMs ?? 0) : 0;
    expect(Math.ceil(wait / 1_000)).toBe(90);
  });

  it('is not made for an id that would lead elsewhere', async () => {
    const shop = await smallShop({});

    const reads = await shop.reader.readOrders(['..', '.', ' ', 'a\0', '\ud800', 'a/../b']);

    expect([...reads.values()]).toEqual(Array(6).fill({ missing: true }));
    expect(shop.requests.map(({ rawPath }) => rawPath)).toEqual([
      '/stores/abc123/v1/orders/a%2F..%2Fb',
    ]);
  });
});
