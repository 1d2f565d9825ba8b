import { afterEach, describe, expect, it } from 'vitest';
import { composeShop } from '../../../src/compose/compose-shop.ts';
import { createSalesforceClient } from '../../../src/deliver/salesforce/client.ts';
import { requestToken } from '../../../src/deliver/salesforce/token.ts';
import { createPool, type Pool } from '../../../src/shared/database/pool.ts';
import { recordKey } from '../../../src/shared/ids.ts';
import { APP } from '../../deliver/use-org.ts';
import { at } from '../books/carts.ts';
import { kindOf, useShops, type UsedShop } from '../use-shop.ts';
import { customerOf, meetCustomers, peopleIn } from './people-kit.ts';

const useShop = useShops();
const pools: Pool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end();
});

/** Brings one record up to date, again for as long as another worker is busy with its person. */
type Work = (kind: string, id: string) => Promise<string>;

/** A worker of its own on the same database and the same org, as another process would be. */
function startWorker({ pool, client, open }: UsedShop): Work {
  const own = createPool(pool.options.connectionString ?? '', 4, 'test');
  pools.push(own);
  const { clientId, clientSecret } = APP;
  const credentials = { flow: 'client_credentials', clientId, clientSecret } as const;
  const salesforce = createSalesforceClient(client.org, () =>
    requestToken(client.org, credentials),
  );
  return async (kind, id) => {
    const key = recordKey(open.shop.id, kind, id);
    for (let tries = 0; tries < 100; tries += 1) {
      const tasks = [{ key, shopId: open.shop.id, events: [] }];
      const outcome = (await composeShop(own, salesforce, open, tasks)).get(key);
      if (kindOf(outcome) !== 'person_busy') return outcome?.result ?? 'nothing';
    }
    throw new Error(`The person of ${key} was busy a hundred times.`);
  };
}

const LEADS = 'SELECT Email, Customer_Key__c, Order_Count__c, Total_Spend__c FROM Lead';

describe('two workers at once', () => {
  it('who meet somebody new, one as a guest and one as a customer, make one Lead', async () => {
    const shop = await useShop();
    const [one, other] = [startWorker(shop), startWorker(shop)];
    const rounds = ['1', '2', '3', '4'];
    for (const round of rounds) {
      const email = `kim${round}@example.com`;
      shop.putOrder({ id: `g${round}`, email, amount: '10' });
      shop.customers.set(round, customerOf(round, email));
      shop.putOrder({ id: `c${round}`, customerId: round, email: null, amount: '5' });

      await Promise.all([one('order', `g${round}`), other('order', `c${round}`)]);
    }

    const leads = rounds.map((round) => ({
      ...{ Customer_Key__c: `bc1:customer:${round}`, Email: `kim${round}@example.com` },
      ...{ Order_Count__c: 2, Total_Spend__c: 15 },
    }));
    // The record of who came first as a guest gets the customer's key with the customer's own record.
    for (const round of rounds) await one('customer', round);
    expect(shop.org.query(`${LEADS} ORDER BY Email`)).toMatchObject(leads);
    expect(await peopleIn(shop)).toHaveLength(rounds.length);
  });

  it('of whom one sees two people become one lose neither’s orders', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1', email: 'guest@example.com', amount: '10' });
    await shop.compose(['order:1']);
    await meetCustomers(shop, [customerOf('11', 'kim@example.com')]);
    const [one, other] = [startWorker(shop), startWorker(shop)];

    shop.customers.set('11', customerOf('11', 'guest@example.com', { modifiedAt: at(10) }));
    shop.putOrder({ id: '1', email: 'guest@example.com', amount: '7' });
    shop.putOrder({ id: '2', email: 'guest@example.com', amount: '5' });
    await Promise.all([one('order', '1').then(() => one('order', '2')), other('customer', '11')]);

    expect(await peopleIn(shop)).toMatchObject([{ key: 'bc1:customer:11' }]);
    expect(shop.org.query(`${LEADS} WHERE Order_Count__c > 0`)).toMatchObject([
      { Customer_Key__c: 'bc1:customer:11', Order_Count__c: 2, Total_Spend__c: 12 },
    ]);
  });
});
