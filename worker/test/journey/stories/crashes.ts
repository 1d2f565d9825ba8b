import { equal } from 'node:assert/strict';
import type { Story, StoryContext } from '../story.ts';

/** Guest orders of different people, through the documented API, a few at a time. */
async function placeOrders(t: StoryContext, from: number, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => from + index);
  const next = async (): Promise<void> => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      await t.shop.api('POST', 'v2/orders', {
        status_id: 11,
        billing_address: {
          first_name: 'Guest',
          last_name: `Number ${number}`,
          email: `guest${number}@example.com`,
        },
        products: [{ product_id: 77, quantity: 1 }],
      });
    }
  };
  await Promise.all([next(), next(), next(), next()]);
}

/** Whatever was answered 2xx is there exactly once; what was not is delivered again by the shop. */
async function allThere(t: StoryContext, orders: number): Promise<void> {
  await t.eventually(async () => {
    await t.shop.deliver('settled');
    // The shop retries what was refused after a minute of its own time.
    const refused = (await t.shop.deliveries()).filter(({ state }) => state === 'waiting').length;
    if (refused > 0) await t.shop.advance(61_000);
    equal((await t.org.all('SELECT Id FROM Order__c')).length, orders);
  });
  await t.quiet();
  const keys = await t.org.all('SELECT External_Id__c FROM Order__c');
  equal(new Set(keys.map((row) => row.External_Id__c)).size, orders);
  equal((await t.org.all('SELECT Id FROM Lead WHERE Order_Count__c = 1')).length, orders);
  equal((await t.org.all('SELECT Id FROM Order_Item__c')).length, orders);
  equal(await t.worker.events('parked'), 0);
}

/** Until so many events were answered. */
function eventsReach(t: StoryContext, limit: number): Promise<void> {
  return t.eventually(async () => {
    const counts = await Promise.all(['waiting', 'done'].map((state) => t.worker.events(state)));
    const events = counts.reduce((sum, count) => sum + count, 0);
    if (events < limit) throw new Error(`Only ${events} of ${limit} events came.`);
  });
}

function ordersReach(t: StoryContext, limit: number): Promise<void> {
  return t.eventually(async () => {
    const orders = (await t.org.all('SELECT Id FROM Order__c')).length;
    if (orders < limit) throw new Error(`Only ${orders} of ${limit} orders are there.`);
  });
}

export const CRASHES: Story[] = [
  {
    title: 'kill -9 of both processes amid 500 events: every answered event is there, once',
    async run(t) {
      await t.step('the shop’s quota is no matter here', () => t.shop.quota(100_000));
      const orders = t.step('250 orders make 500 events and more', () => placeOrders(t, 0, 250));
      await t.step('the web process is killed amid them, and started again', async () => {
        await eventsReach(t, 100);
        await t.worker.web.kill();
        await t.worker.web.restart();
      });
      await t.step('the work process is killed and started again, twice', async () => {
        for (const limit of [20, 100]) {
          await ordersReach(t, limit);
          await t.worker.work.kill();
          await t.worker.work.restart();
        }
      });
      await orders;
      await t.step('250 orders of 250 people, once each', () => allThere(t, 250));
    },
  },
  {
    title: 'PostgreSQL restarts under load: answers turn 503 and recover, nothing is lost',
    restartsPostgres: true,
    async run(t) {
      await t.shop.quota(100_000);
      const orders = t.step('150 orders come in', () => placeOrders(t, 0, 150));
      await t.step('the database restarts, twice', async () => {
        await t.worker.restartPostgres();
        await t.worker.restartPostgres();
      });
      await orders;
      await t.step('the worker is ready again', () =>
        t.eventually(async () => {
          const { status } = await fetch(`${t.worker.url}/ready`);
          equal(status, 200);
        }),
      );
      await t.step('150 orders of 150 people, once each', () => allThere(t, 150));
    },
  },
];
