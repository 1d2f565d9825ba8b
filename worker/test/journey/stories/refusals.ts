import { equal } from 'node:assert/strict';
import type { PlacedOrder } from '../shop-driver.ts';
import type { Story, StoryContext } from '../story.ts';
import { arrived, holds, peopleWith, personWith } from './expect.ts';

const BASKET = { 'Linen Towel': 1 };

function order(t: StoryContext, email: string, lastName = 'Berg'): Promise<PlacedOrder> {
  return t.shop.placeOrder({ email, firstName: 'Kim', lastName }, BASKET);
}

/** Without the events of a cart and of goods: one for each order. */
function enter(t: StoryContext, email: string): Promise<PlacedOrder> {
  const buyer = { email, firstName: 'Kim', lastName: 'Berg' };
  return t.shop.enterOrder({ buyer, prices: ['5'] });
}

export const REFUSALS: Story[] = [
  {
    title: 'Salesforce ends the session, is away, loses an answer: everything arrives, once',
    async run(t) {
      await t.step('the session ends between two orders', async () => {
        await order(t, 'session.one@example.com');
        await arrived(t, 'session.one@example.com');
        await t.org.expireSessions();
        await order(t, 'session.two@example.com');
        await arrived(t, 'session.two@example.com');
      });
      await t.step('Salesforce is down for maintenance for three calls', async () => {
        await t.org.fault({
          path: '/composite$',
          times: 3,
          status: 503,
          headers: { 'content-type': 'text/html' },
          body: '<html><body>We are down for maintenance.</body></html>',
        });
        await order(t, 'session.three@example.com');
        await arrived(t, 'session.three@example.com');
      });
      await t.step('Salesforce writes, and its answer is lost', async () => {
        await t.org.fault({ path: '/composite$', times: 2, drop: true, afterWork: true });
        await order(t, 'session.four@example.com');
        await arrived(t, 'session.four@example.com');
      });
      await t.step('four people, four orders, nothing parked', async () => {
        await t.quiet();
        const theirs = "LIKE 'session.%'";
        equal((await t.org.all(`SELECT Id FROM Lead WHERE Email ${theirs}`)).length, 4);
        equal((await t.org.all(`SELECT Id FROM Order__c WHERE Email__c ${theirs}`)).length, 4);
        equal(await t.worker.events('parked'), 0);
      });
    },
  },
  {
    title: 'one row’s lock is waited out and a too long value shortened once',
    async run(t) {
      await t.step('a lock passes', async () => {
        await t.org.obstruct('row-faults', {
          object: 'Order__c',
          statusCode: 'UNABLE_TO_LOCK_ROW',
          message: 'unable to obtain exclusive access to this record',
          times: 2,
        });
        await order(t, 'locked@example.com');
        await arrived(t, 'locked@example.com');
        await t.eventually(async () => {
          await t.org.one("SELECT Id FROM Order__c WHERE Email__c = 'locked@example.com'");
        });
      });
      await t.step('an org whose last names are short gets a short one', async () => {
        await t.org.obstruct('row-faults', {
          object: 'Lead',
          field: 'Email',
          value: 'long@example.com',
          statusCode: 'STRING_TOO_LONG',
          message: 'Last Name: data value too large: Wolkenstein (max length=5)',
          fields: ['LastName'],
        });
        await order(t, 'long@example.com', 'Wolkenstein');
        await arrived(t, 'long@example.com');
        holds(await personWith(t, 'long@example.com'), { LastName: 'Wolke' });
      });
      await t.step('nothing was parked', async () => equal(await t.worker.events('parked'), 0));
    },
  },
  {
    title: 'an org’s own rule parks that one order; the 199 others of the batch are written',
    async run(t) {
      await t.step('the org refuses one address', async () => {
        await t.org.obstruct('validation-rules', {
          object: 'Lead',
          field: 'Email',
          formula: 'BEGINS(Email, "refused@")',
          message: 'This domain is handled by our partners.',
        });
      });
      const { key } = await t.step('200 guests order at once', async () => {
        await t.shop.quota(100_000);
        await t.shop.deliver('hold');
        const refused = await enter(t, 'refused@example.com');
        const others = Array.from({ length: 199 }, (_, number) => `guest${number}@example.com`);
        await Promise.all(others.map((email) => enter(t, email)));
        await t.shop.deliver('release');
        await t.quiet();
        return refused;
      });
      await t.step('199 orders are there, one is parked with the rule’s own words', async () => {
        const there = "SELECT Id FROM Order__c WHERE Email__c LIKE 'guest%'";
        equal((await t.org.all(there)).length, 199);
        equal((await t.worker.parked(key)).join(), 'record_refused');
      });
      await t.step('the rule goes, the operator replays: it is there too', async () => {
        await t.org.clear('validation-rules');
        await t.worker.replayAll();
        await arrived(t, 'refused@example.com');
        await t.quiet();
        equal(await t.worker.events('parked'), 0);
      });
    },
  },
  {
    title: 'a duplicate rule parks whom it cannot tell apart',
    async run(t) {
      await t.step('the org blocks Leads with a known last name', async () => {
        await t.org.create('Lead', {
          LastName: 'Sommer',
          Company: 'Sommer GmbH',
          Email: 'sommer@example.com',
        });
        await t.org.obstruct('duplicate-rules', {
          object: 'Lead',
          matchField: 'LastName',
          action: 'block',
        });
      });
      const { key } = await t.step('another Sommer orders', () =>
        order(t, 'other@example.com', 'Sommer'),
      );
      await t.step('nobody is mixed up: the order is parked', async () => {
        await t.eventually(async () =>
          equal((await t.worker.parked(key)).join(), 'ambiguous_person'),
        );
        equal((await peopleWith(t, 'other@example.com')).length, 0);
        holds(await personWith(t, 'sommer@example.com'), { Customer_Key__c: null });
      });
      await t.step('without the rule a replay brings it in', async () => {
        await t.org.clear('duplicate-rules');
        await t.worker.replayAll();
        await arrived(t, 'other@example.com');
      });
    },
  },
];
