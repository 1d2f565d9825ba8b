import { describe, expect, it } from 'vitest';
import { call, GRACE, MUGS, openShop, type Answer } from './clarity-kit.ts';

const idsOf = ({ body }: Answer, field: string): unknown[] =>
  (body as { data: Record<string, unknown>[] }).data.map((row) => row[field]);
const cursorOf = ({ body }: Answer): string => (body as { nextCursor: string }).nextCursor;

describe('the reading API of the Clarity stand-in', () => {
  it('pages by modified time and id, and meets what changes meanwhile again', async () => {
    const { read, ask } = await openShop();
    const first = await read('products?limit=7');
    expect(idsOf(first, 'productId')).toHaveLength(7);
    const [changed] = idsOf(first, 'productId');
    await ask('shopper/change-product', { productId: changed, price: '1.00' });
    const second = await read(`products?limit=7&cursor=${cursorOf(first)}`);
    const seen = [...idsOf(first, 'productId'), ...idsOf(second, 'productId')];
    expect(new Set(seen).size).toBe(12);
    expect(seen.filter((id) => id === changed)).toHaveLength(2);
    expect(cursorOf(second)).toBeNull();
  });

  it('lists what changed at a time or later, oldest first or newest first', async () => {
    const { read, ask } = await openShop();
    await ask('clock', { advanceMs: 60_000 });
    for (const name of ['a', 'b']) {
      await ask('shopper/register', { ...GRACE, email: `${name}@example.com` });
      await ask('clock', { advanceMs: 1_000 });
    }
    const newest = await read('customers?sort=newest&limit=2');
    expect(idsOf(newest, 'email')).toEqual(['b@example.com', 'a@example.com']);
    const [since] = idsOf(newest, 'updatedDate').slice(1);
    const from = await read(`customers?modifiedSince=${String(since)}`);
    expect(idsOf(from, 'email')).toEqual(['a@example.com', 'b@example.com']);
  });

  it.each([
    'orders?foo=1',
    'orders?limit=201',
    'orders?modifiedSince=yesterday',
    'orders?cursor=x',
  ])('refuses /v1/%s rather than answer something else', async (path) => {
    const { read } = await openShop({ seed: false });
    expect((await read(path)).status).toBe(400);
  });

  it('answers 404 in its own shape for what it does not have', async () => {
    const { read } = await openShop({ seed: false });
    for (const path of ['orders/O-9', 'inventory/9', 'wishes']) {
      const { status, body } = await read(path);
      expect(status).toBe(404);
      expect(body).toMatchObject({ error: { code: 'not_found' } });
    }
  });

  it('gives tokens to its client, which end after an hour and may do what they were asked for', async () => {
    const { shop, ask } = await openShop();
    const { clientId, clientSecret } = shop.identity;
    const token = (secret: string, scope: string): Promise<Answer> =>
      call(`${shop.url}/oauth/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
        },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
      });
    expect((await token('wrong', 'read')).status).toBe(401);
    expect((await token(clientSecret, 'everything')).status).toBe(400);
    const { body } = await token(clientSecret, 'read');
    const bearer = (body as { access_token: string }).access_token;
    const at = (method: string): Promise<Answer> =>
      call(`${shop.url}/v1/customers/C-1`, {
        method,
        headers: { authorization: `Bearer ${bearer}` },
        ...(method === 'PATCH' && { body: '{"attributes":{"tier":"gold"}}' }),
      });
    expect((await at('GET')).status).toBe(200);
    expect((await at('PATCH')).status).toBe(403);
    await ask('clock', { advanceMs: 3_600_000 });
    expect((await at('GET')).status).toBe(401);
  });

  it('takes attributes without an event and without a new modified time', async () => {
    const { shop, read, received, settled } = await openShop();
    const before = (await read('customers/C-1')).body as { updatedDate: string };
    const answer = await call(`${shop.url}/v1/customers/C-1`, {
      method: 'PATCH',
      headers: { 'x-api-key': shop.identity.apiKey },
      body: JSON.stringify({ attributes: { tier: 'gold', points: 3 } }),
    });
    expect(answer.body).toMatchObject({
      attributes: { tier: 'gold', points: 3 },
      updatedDate: before.updatedDate,
    });
    await settled();
    expect(received).toHaveLength(0);
  });

  it('asks to come again when the quota is used up', async () => {
    const { read, ask } = await openShop({ quota: 1 });
    expect((await read('shop')).status).toBe(200);
    const refused = await read('shop');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await ask('clock', { advanceMs: 60_000 });
    expect((await read('shop')).status).toBe(200);
  });

  it('keeps the stock of several products apart and gives it in one list', async () => {
    const { read, ask } = await openShop();
    await ask('shopper/change-stock', { productId: '93', location: 'annex', onHand: 5 });
    await ask('shopper/place-order', { ...GRACE, items: MUGS });
    const { body } = await read('inventory?productId=93&productId=80');
    expect((body as { data: object[] }).data).toHaveLength(3);
    const one = await read('inventory/93');
    expect(idsOf(one, 'available').toSorted()).toEqual([248, 5]);
  });
});
