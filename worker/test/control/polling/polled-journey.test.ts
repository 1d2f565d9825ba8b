import { expect, it, onTestFinished } from 'vitest';
import { saveShop } from '../../../src/connect-shop.ts';
import { findPolledShops } from '../../../src/control/polling/polled-shop.ts';
import { takeTurn } from '../../../src/control/polling/take-turn.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { RENAMED } from '../../../stand-ins/clarity/names/renamed.ts';
import { startClarity } from '../../../stand-ins/clarity/start.ts';
import { ORG, useWorkers } from '../../kit/use-workers.ts';
import { SHOP } from './polling-kit.ts';

const useWorker = useWorkers();

/** A shop without webhooks and with names of its own, and the org its records go to. */
async function start() {
  const worker = await useWorker(platforms);
  const { pool, boss, vault, openShop, org } = worker;
  const shop = await startClarity({ renamed: true, quota: 10_000 });
  onTestFinished(() => shop.close());
  const { clientId, clientSecret, shopId, name } = shop.identity;
  await saveShop({ pool, vault, platforms }, ORG, {
    ...{ id: SHOP, platform: 'clarity', apiUrl: shop.url, shopId, name, paths: RENAMED },
    ...{ storefrontUrl: 'https://shop.example.com', currency: 'USD', timeZone: 'UTC' },
    ...{ webhookUrl: 'http://127.0.0.1:1/none', feed: 'polling', idleMinutes: 60 },
    access: { method: 'oauth', tokenUrl: `${shop.url}/oauth/token`, clientId, clientSecret },
  });

  /** One round of asking, so many minutes later; all it brought is worked off. */
  async function round(later = 0): Promise<void> {
    const now = new Date(Date.now() + later * 60_000);
    for (const polled of await findPolledShops(pool, [ORG])) {
      const turning = { pool, boss, openShop, goesOn: () => true };
      const turn = await takeTurn(turning, polled, now);
      expect(turn, 'the shop refused what it was asked').toEqual([]);
    }
    await worker.allDone();
  }

  async function wish(what: string, body: object): Promise<Record<string, string>> {
    const response = await fetch(`${shop.url}/__local__/shopper/${what}`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The local shop refused ${what}: ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Record<string, string>;
  }

  return { org, shop, round, wish };
}

it('a shop without webhooks tells of an abandoned cart, and of the purchase that ends it', async () => {
  const { org, shop, round, wish } = await start();
  const cart = () => org.query('SELECT Status__c FROM Cart__c')[0]?.Status__c;
  await round();
  const { customerId } = await wish('register', {
    ...{ email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
  });
  const response = await fetch(`${shop.url}/v1/products`, {
    headers: { 'x-api-key': shop.identity.apiKey },
  });
  const { data } = (await response.json()) as { data: { id: string }[] };
  const items = [{ productId: data[0]?.id, quantity: 2 }];
  const { cartId } = await wish('start-cart', { customerId, items });

  await round();
  expect(cart()).toBe('Open');
  await round(61);
  expect(cart()).toBe('Abandoned');

  const { orderId } = await wish('pay-cart', { cartId });
  await round();

  expect(cart()).toBe('Converted');
  expect(org.query('SELECT External_Id__c, Item_Count__c FROM Order__c')).toMatchObject([
    { External_Id__c: `${SHOP}:order:${orderId}`, Item_Count__c: 2 },
  ]);
  const people = org.query(
    "SELECT LastName, Cart_Status__c FROM Lead WHERE Email = 'ada@example.com'",
  );
  expect(people).toMatchObject([{ LastName: 'Lovelace', Cart_Status__c: 'Recovered' }]);
});
