import { equal } from 'node:assert/strict';
import type { Story, StoryContext } from '../story.ts';
import { holds, peopleWith, personWith } from './expect.ts';

const ITEMS = [{ productId: 77, quantity: 1 }];

function order(t: StoryContext, email: string, lastName = 'Berg'): Promise<{ orderId: number }> {
  return t.shop.shopper('place-order', { email, firstName: 'Kim', lastName, items: ITEMS });
}

async function arrived(t: StoryContext, email: string): Promise<void> {
  await t.eventually(async () => holds(await personWith(t, email), { Order_Count__c: 1 }));
}

export const REFUSALS: Story[] = [
  {
    title: 'Salesforce ends the session, is away, loses an answer: everything arrives, once',
    async run(t) {
      await t.step('the session ends between two orders', async () => {
        await order(t, 'one@example.com');
        await arrived(t, 'one@example.com');
        await t.org.expireSessions();
        await order(t, 'two@example.com');
        await arrived(t, 'two@example.com');
      });
      await t.step('Salesforce is down for maintenance for three calls', async () => {
        await t.org.fault({
          path: '/composite$',
          times: 3,
          status: 503,
          headers: { 'content-type': 'text/html' },
          body: '<html><body>We are down for maintenance.</body></html>',
        });
        await order(t, 'three@example.com');
        await arrived(t, 'three@example.com');
      });
      await t.step('Salesforce writes, and its answer is lost', async () => {
        await t.org.fault({ path: '/composite$', times: 2, drop: true, afterWork: true });
        await order(t, 'four@example.com');
        await arrived(t, 'four@example.com');
      });
      await t.step('four people, four orders, nothing parked', async () => {
        await t.quiet();
        equal((await t.org.all('SELECT Id FROM Lead')).length, 4);
        equal((await t.org.all('SELECT Id FROM Order__c')).length, 4);
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
      await t.step('200 guests order at once', async () => {
        await t.shop.quota(100_000);
        await t.shop.deliver('hold');
        await order(t, 'refused@example.com');
        for (let number = 1; number < 200; number += 1)
          await order(t, `guest${number}@example.com`);
        await t.shop.deliver('release');
        await t.quiet();
      });
      await t.step('199 orders are there, one is parked with the rule’s own words', async () => {
        equal((await t.org.all('SELECT Id FROM Order__c')).length, 199);
        equal((await t.worker.parked()).join(), 'record_refused');
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
      await t.step('another Sommer orders', () => order(t, 'other@example.com', 'Sommer'));
      await t.step('nobody is mixed up: the order is parked', async () => {
        await t.eventually(async () => equal((await t.worker.parked()).join(), 'duplicate_record'));
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
