import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startBigCommerce } from '../../../stand-ins/bigcommerce/start.ts';
import { startReceiver } from './receiver.ts';
import { at, callAs, each, GUEST_ORDER, openShop } from './shop-kit.ts';

function fileForState(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'shop.jsonl');
}

describe('control of the BigCommerce stand-in', () => {
  it('lets a shopper buy through the control routes', async () => {
    const { call, store } = await openShop();
    const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
      const response = await fetch(`${store.url}/__local__${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      return (await response.json()) as Record<string, unknown>;
    };
    const { customerId } = await post('/shopper/register', {
      email: 'new@example.com',
      firstName: 'Nia',
      lastName: 'New',
    });
    const { orderId } = await post('/shopper/place-order', {
      customerId,
      items: [{ productId: 103, quantity: 1 }],
      currency: 'EUR',
    });
    const { body } = await call('GET', `/v2/orders/${String(orderId)}`);
    expect(body).toMatchObject({
      customer_id: customerId,
      status_id: 11,
      default_currency_code: 'EUR',
      subtotal_ex_tax: '109.4800',
      order_source: 'www',
    });
  });

  it('lets staff and shoppers go on from there', async () => {
    const { call, store } = await openShop();
    const { orderId } = store.shoppers.placeOrder({
      customerId: 1,
      items: [{ productId: 93, quantity: 2 }],
    });
    const wish = async (name: string, body: object): Promise<unknown> => {
      const address = `${store.url}/__local__/shopper/${name}`;
      const response = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
      const text = await response.text();
      return text === '' ? response.status : JSON.parse(text);
    };
    expect(await wish('ship', { orderId, carrier: 'ups' })).toEqual({ shipmentId: 1 });
    expect(await wish('refund', { orderId, amount: 3.5 })).toMatchObject({ refundedAmount: '3.5' });
    expect(await wish('refund', { orderId })).toMatchObject({ refundId: 2 });
    expect((await call('GET', `/v2/orders/${orderId}`)).body).toMatchObject({ status_id: 4 });
    expect(await wish('change-status', { orderId, status: 'Completed' })).toBe(204);
    expect(await wish('change-stock', { productId: 77, onHand: 4 })).toBe(204);
    expect(await wish('change-email', { customerId: 2, email: 'jo@example.com' })).toBe(204);
    expect(await wish('change-consent', { customerId: 2, emailConsent: true })).toBe(204);
    expect(await wish('subscribe', { email: 'jo@example.com', consents: [] })).toEqual({
      subscriberId: 1,
    });
    expect(await wish('delete-customer', { customerId: 3 })).toBe(204);
    expect(await wish('delete-customer', { customerId: 3 })).toMatchObject({ status: 404 });
    const customers = at((await call('GET', '/v3/customers')).body, 'data');
    expect(each(customers, 'email')).toEqual(['jane@example.com', 'jo@example.com']);
  });

  it('keeps orders, hooks and waiting retries over a restart', async () => {
    const file = fileForState();
    const first = await startBigCommerce({ file });
    const receiver = await startReceiver(first.clientSecret);
    onTestFinished(() => receiver.close());
    receiver.status = 500;
    const as = (store: typeof first, method: string, path: string, body?: unknown) =>
      callAs(store, store.accessToken, method, path, body);
    await as(first, 'POST', '/v3/hooks', {
      scope: 'store/order/created',
      destination: receiver.url,
    });
    await as(first, 'POST', '/v2/orders', GUEST_ORDER);
    await first.settled();
    await first.close();

    receiver.status = 204;
    const second = await startBigCommerce({ file });
    onTestFinished(() => second.close());
    expect((await as(second, 'GET', '/v2/orders')).body).toHaveLength(1);
    expect(second.deliveries()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    await second.clock.advance(120_000);
    await second.settled();
    expect(second.deliveries()).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    expect(receiver.received).toHaveLength(2);
  });

  it('runs as a process of its own and goes when told to', async () => {
    const main = new URL('../../../stand-ins/bigcommerce/main.ts', import.meta.url);
    const options = ['--store-hash', 'own1', '--access-token', 'token-1', '--quota', '9'];
    const shop = spawn(process.execPath, [fileURLToPath(main), ...options]);
    onTestFinished(() => void shop.kill('SIGKILL'));
    const [line] = (await once(shop.stdout, 'data')) as [Buffer];
    const url = /http:\S+/.exec(line.toString())?.[0] ?? '';
    const answer = await fetch(`${url}/stores/own1/v2/time`, {
      headers: { 'X-Auth-Token': 'token-1' },
    });
    expect(answer.headers.get('x-rate-limit-requests-quota')).toBe('9');
    shop.kill('SIGTERM');
    expect(await once(shop, 'exit')).toEqual([0, null]);
  });

  it('goes back to the state after the first start', async () => {
    const { call, store } = await openShop();
    await call('POST', '/v2/orders', GUEST_ORDER);
    store.shoppers.register({ email: 'x@example.com', firstName: 'X', lastName: 'Y' });
    await store.reset();
    expect((await call('GET', '/v2/orders')).status).toBe(204);
    const customers = await call('GET', '/v3/customers');
    expect(each(at(customers.body, 'data'), 'id')).toEqual([1, 2, 3]);
  });

  it('loses the answer but keeps the work when a fault says so', async () => {
    const { call, store } = await openShop();
    store.faults.add({ method: 'POST', path: '/v2/orders', afterWork: true, drop: true });
    await expect(call('POST', '/v2/orders', GUEST_ORDER)).rejects.toThrow();
    expect((await call('GET', '/v2/orders')).body).toHaveLength(1);
  });
});
