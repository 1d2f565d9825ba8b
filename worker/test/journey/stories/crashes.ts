import { equal } from 'node:assert/strict';
import type { Story, StoryContext } from '../story.ts';

/** Guest orders of different people, a few at a time. */
async function enterOrders(t: StoryContext, name: string, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const next = async (): Promise<void> => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      const email = `${name}.${number}@example.com`;
      const buyer = { email, firstName: 'Guest', lastName: `Number ${number}` };
      // The shop keeps count of soap, so each order is news of two records.
      await t.shop.enterOrder({ buyer, basket: { 'Olive Oil Soap': 1 } });
    }
  };
  await Promise.all([next(), next(), next(), next()]);
}

/** A shop tries again in minutes of its own time, and may leave a silent address alone for three. */
async function retryRefused({ shop }: StoryContext): Promise<void> {
  await shop.deliver('settled');
  const refused = (await shop.deliveries()).filter(({ state }) => state === 'waiting').length;
  if (refused > 0) await shop.advance(301_000);
}

/** Whatever was answered 2xx is there exactly once; what was not is delivered again by the shop. */
async function allThere(t: StoryContext, name: string, orders: number): Promise<void> {
  const theirs = `LIKE '${name}.%'`;
  await t.eventually(async () => {
    await retryRefused(t);
    equal((await t.org.all(`SELECT Id FROM Order__c WHERE Email__c ${theirs}`)).length, orders);
  });
  await t.quiet();
  const keys = await t.org.all(`SELECT External_Id__c FROM Order__c WHERE Email__c ${theirs}`);
  equal(new Set(keys.map((row) => row.External_Id__c)).size, orders);
  const people = `SELECT Id FROM Lead WHERE Order_Count__c = 1 AND Email ${theirs}`;
  equal((await t.org.all(people)).length, orders);
  const items = `SELECT Id FROM Order_Item__c WHERE Order__r.Email__c ${theirs}`;
  equal((await t.org.all(items)).length, orders);
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

function ordersReach(t: StoryContext, name: string, limit: number): Promise<void> {
  return t.eventually(async () => {
    await retryRefused(t);
    const orders = (await t.org.all(`SELECT Id FROM Order__c WHERE Email__c LIKE '${name}.%'`))
      .length;
    if (orders < limit) throw new Error(`Only ${orders} of ${limit} orders are there.`);
  });
}

export const CRASHES: Story[] = [
  {
    title: 'kill -9 of both processes amid 500 events: every answered event is there, once',
    async run(t) {
      await t.step('the shop’s quota is no matter here', () => t.shop.quota(100_000));
      const orders = t.step('250 orders make 500 events and more', () =>
        enterOrders(t, 'crash', 250),
      );
      await t.step('the web process is killed amid them, and started again', async () => {
        await eventsReach(t, 100);
        await t.worker.web.kill();
        await t.worker.web.restart();
      });
      await t.step('the work process is killed and started again, twice', async () => {
        for (const limit of [20, 60]) {
          await ordersReach(t, 'crash', limit);
          await t.worker.work.kill();
          await t.worker.work.restart();
        }
      });
      await orders;
      await t.step('250 orders of 250 people, once each', () => allThere(t, 'crash', 250));
    },
  },
  {
    title: 'PostgreSQL restarts under load: answers turn 503 and recover, nothing is lost',
    async run(t) {
      await t.shop.quota(100_000);
      const orders = t.step('150 orders come in', () => enterOrders(t, 'outage', 150));
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
      await t.step('150 orders of 150 people, once each', () => allThere(t, 'outage', 150));
    },
  },
];
