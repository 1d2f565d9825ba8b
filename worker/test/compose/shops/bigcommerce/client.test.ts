import { afterEach, describe, it, expect } from 'vitest';
import {
  createBigCommerceClient,
  type BigCommerceClient,
} from '../../../../src/compose/shops/bigcommerce/client.ts';
import type { Failure } from '../../../../src/shared/failure.ts';
import { startSmallStore, type SmallStore, type StoreAnswer } from './small-store.ts';

let store: SmallStore | undefined;
afterEach(async () => {
  await store?.close();
});

async function clientOf(answer: StoreAnswer, path = ''): Promise<BigCommerceClient> {
  store = await startSmallStore(() => answer);
  return createBigCommerceClient({
    apiUrl: store.url + path,
    accessToken: 'secret-token',
    deadlineMs: 300,
  });
}

async function failureOf(answer: StoreAnswer): Promise<Failure> {
  const client = await clientOf(answer);
  return client.get('/v2/orders/1').then(
    () => expect.fail('The call did not fail.'),
    (thrown: unknown) => thrown as Failure,
  );
}

describe('a call', () => {
  it.each(['', '/', '/v2', '/v3/'])('finds its way from an API path ending in %j', async (end) => {
    const client = await clientOf({ body: { time: 1 } }, end);
    expect(await client.get('/v2/time')).toEqual({ time: 1 });
    expect(store?.requests[0]).toMatchObject({
      path: '/v2/time',
      headers: { 'x-auth-token': 'secret-token' },
    });
  });

  it('keeps colons and commas of a filter, and escapes the rest', async () => {
    const client = await clientOf({ body: { data: [] } });
    await client.get('/v3/customers', { 'id:in': '1,2', 'name:like': 'a&b=c' });
    expect(store?.requests[0]?.rawPath).toMatch(/customers\?id:in=1,2&name:like=a%26b%3Dc$/);
  });

  it('sends JSON', async () => {
    const client = await clientOf({ body: { data: {} } });
    await client.send('POST', '/v3/hooks', { scope: 'store/order/created' });
    expect(store?.requests[0]).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: { scope: 'store/order/created' },
    });
  });

  it.each([
    ['an empty v2 list', { status: 204 }],
    ['a record that is not there', { status: 404, body: [{ status: 404 }] }],
  ])('answers null for %s', async (_, answer) => {
    const client = await clientOf(answer);
    expect(await client.get('/v2/orders/1')).toBeNull();
  });
});

describe('a failed call', () => {
  it.each([
    [401, 'shop_auth'],
    [403, 'shop_auth'],
    [400, 'shop_shape'],
    [422, 'shop_shape'],
    [423, 'shop_unavailable'],
    [500, 'shop_unavailable'],
    [503, 'shop_unavailable'],
  ])('with status %i is %s', async (status, kind) => {
    const failure = await failureOf({ status, body: { title: 'jane@example.com is wrong' } });
    expect(failure).toMatchObject({ name: 'Failure', kind });
    expect(failure.nextStep).toBeTruthy();
    expect(JSON.stringify([failure.message, failure.details])).not.toContain('jane');
  });

  it('with 429 says when to come again', async () => {
    const failure = await failureOf({
      status: 429,
      headers: {
        'X-Rate-Limit-Time-Reset-Ms': '15000',
        'X-Rate-Limit-Requests-Left': '0',
        'X-Rate-Limit-Requests-Quota': '150',
      },
    });
    expect(failure.kind).toBe('shop_rate_limited');
    expect(failure.retryAfterMs).toBeGreaterThan(14_000);
    expect(failure.retryAfterMs).toBeLessThanOrEqual(15_000);
  });

  it.each([
    ['was cut', { drop: true }, /could not be reached/],
    ['was never answered', { silent: true }, /did not answer .* within 300 ms/],
  ])('that %s means the shop is unavailable', async (_, answer, message) => {
    const failure = await failureOf(answer);
    expect(failure.kind).toBe('shop_unavailable');
    expect(failure.message).toMatch(message);
  });

  it('that brings no JSON does not repeat what it brought', async () => {
    const failure = await failureOf({ body: '<html>jane@example.com</html>' });
    expect(failure.kind).toBe('shop_shape');
    expect(`${failure.message} ${String(failure.cause)}`).not.toContain('jane');
  });

  it('is what a redirect is, so that the token goes nowhere else', async () => {
    const failure = await failureOf({ status: 302, headers: { location: '/v2/elsewhere' } });
    expect(failure.kind).toBe('shop_shape');
    expect(store?.requests).toHaveLength(1);
  });
});
