import { expect, it } from 'vitest';
import { findPolledShops } from '../../../src/control/polling/polled-shop.ts';
import { takeTurn } from '../../../src/control/polling/take-turn.ts';
import { connectShop } from '../../../src/pages/shop/connect-shop.ts';
import { ORG, useWorkers } from '../../kit/use-workers.ts';
import { openCornerShop } from './local-shop.ts';
import { cornerShop } from './platform.ts';

const useWorker = useWorkers();
const ID = 'corner-ghent';

/** A corner shop and a worker that knows corner shops and nothing else. */
async function start() {
  const platforms = new Map([[cornerShop.id, cornerShop]]);
  const [worker, shop] = [await useWorker(platforms), await openCornerShop()];
  const { pool, vault, boss, openShop, url } = worker;
  const address = `${url}/webhooks/corner/${ID}`;
  const settings = { workerUrl: url, bigcommerceUrl: '' };
  const fillIn = (apiKey: string) =>
    connectShop(
      { pool, vault, platforms, settings },
      {
        ...{ org: ORG, platform: cornerShop, again: '' },
        typed: { apiUrl: shop.url, apiKey, webhookSecret: shop.webhookSecret },
      },
    );

  /** The shop tells of some records, and everything that follows is done. */
  async function tell(...records: string[]): Promise<void> {
    for (const record of records) expect(await shop.tell(address, record)).toBe(204);
    await worker.allDone();
  }

  async function laterBy(minutes: number): Promise<void> {
    const now = new Date(Date.now() + minutes * 60_000);
    for (const polled of await findPolledShops(pool, [ORG]))
      await takeTurn({ pool, boss, openShop, goesOn: () => true }, polled, now);
    await worker.allDone();
  }

  return { ...{ worker, shop, address, fillIn, tell, laterBy } };
}

it('a platform nobody thought of goes all the way, from its form to Salesforce', async () => {
  const { worker, shop, address, fillIn, tell, laterBy } = await start();
  const query = (soql: string) => worker.org.query(soql);
  expect(await fillIn('guessed')).toEqual({
    errors: { apiKey: 'The shop does not accept this key.' },
  });
  expect(await fillIn(shop.apiKey)).toMatchObject({ hooks: null, shop: { id: ID } });

  const changed = new Date().toISOString();
  const lines = [{ what: 'Jar of honey', count: 2, each: '7.25' }];
  shop.put('customers/7', { mail: 'An@Example.com', name: 'An Peeters', since: changed, changed });
  shop.put('carts/c1', { buyer: '7', changed, lines });
  expect(await shop.tell(address, 'carts/c1', 'a guess'), 'a forged delivery').toBe(401);
  await tell('customers/7', 'carts/c1');
  await laterBy(31);
  expect(query('SELECT Status__c, Value__c FROM Cart__c')).toMatchObject([
    { Status__c: 'Abandoned', Value__c: 14.5 },
  ]);
  expect(query('SELECT Email, LastName, Cart_Status__c FROM Lead')).toMatchObject([
    { Email: 'an@example.com', LastName: 'Peeters', Cart_Status__c: 'Abandoned' },
  ]);

  shop.put('orders/100', { buyer: '7', basket: 'c1', paid: '14.50', at: changed, lines });
  await tell('orders/100', 'orders/100');
  expect(query('SELECT External_Id__c, Total__c, Lead__r.LastName FROM Order__c')).toMatchObject([
    { External_Id__c: `${ID}:order:100`, Total__c: 14.5, Lead__r: { LastName: 'Peeters' } },
  ]);
  expect(query('SELECT Status__c FROM Cart__c')).toMatchObject([{ Status__c: 'Converted' }]);
  expect(query('SELECT Order_Count__c, Total_Spend__c FROM Lead')).toMatchObject([
    { Order_Count__c: 1, Total_Spend__c: 14.5 },
  ]);
  expect(query('SELECT Name, Platform__c FROM Shop__c')).toMatchObject([
    { Name: 'Corner Shop Ghent', Platform__c: 'Corner Shop' },
  ]);
});
