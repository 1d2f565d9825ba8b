import { equal, ok } from 'node:assert/strict';
import type { Story, StoryContext } from '../story.ts';
import { holds, personWith } from './expect.ts';

const ITEMS = [{ productId: 77, quantity: 1 }];

function order(t: StoryContext, email: string): Promise<{ orderId: number }> {
  return t.shop.shopper('place-order', { email, firstName: 'Kim', lastName: 'Berg', items: ITEMS });
}

async function arrived(t: StoryContext, email: string): Promise<void> {
  await t.eventually(async () => holds(await personWith(t, email), { Order_Count__c: 1 }));
}

export const SHOP_TROUBLE: Story[] = [
  {
    title: 'the shop limits, fails and falls silent: nothing is lost, and it is not hammered',
    async run(t) {
      await t.step('429 with headers: the wait is the shop’s own', async () => {
        await t.shop.fault({
          path: '/v2/orders/\\d+',
          status: 429,
          headers: {
            'x-rate-limit-requests-left': '0',
            'x-rate-limit-requests-quota': '450',
            'x-rate-limit-time-reset-ms': '1500',
            'x-rate-limit-time-window-ms': '30000',
          },
        });
        await order(t, 'one@example.com');
        await arrived(t, 'one@example.com');
      });
      await t.step(
        '429 without headers is the platform’s load: it is left alone for longer',
        async () => {
          await t.shop.forgetRequests();
          await t.shop.fault({ path: '/v2/orders/\\d+', status: 429, times: 2 });
          await order(t, 'two@example.com');
          await arrived(t, 'two@example.com');
          const asked = await t.shop.count('GET', /\/v2\/orders\/\d+\?/);
          ok(asked <= 6, `The shop was asked ${asked} times.`);
        },
      );
      await t.step('500, then an empty 204 where an order should be', async () => {
        await t.shop.fault({ path: '/v2/orders/\\d+', status: 500, times: 2 });
        await order(t, 'three@example.com');
        await arrived(t, 'three@example.com');
      });
      await t.step('nothing is parked', async () => {
        await t.quiet();
        equal(await t.worker.events('parked'), 0);
      });
    },
  },
  {
    title: 'a changed shape parks the order with the field’s name, and a replay brings it in',
    async run(t) {
      await t.step('the shop answers an order of another shape', async () => {
        await t.shop.fault({
          path: '/v2/orders/\\d+',
          times: 50,
          status: 200,
          body: { id: 'changed', status_id: {} },
        });
        await order(t, 'shape@example.com');
        await t.eventually(async () => equal((await t.worker.parked()).join(), 'shop_shape'));
      });
      await t.step('the shop is itself again', async () => {
        await t.shop.clearFaults();
        await t.worker.replayAll();
        await arrived(t, 'shape@example.com');
      });
    },
  },
];
