import { equal, ok } from 'node:assert/strict';
import type { PlacedOrder } from '../shop-driver.ts';
import type { Story, StoryContext } from '../story.ts';
import { arrived } from './expect.ts';

function order(t: StoryContext, email: string): Promise<PlacedOrder> {
  return t.shop.placeOrder({ email, firstName: 'Kim', lastName: 'Berg' }, { 'Linen Towel': 1 });
}

export const SHOP_TROUBLE: Story[] = [
  {
    title: 'the shop limits, fails and falls silent: nothing is lost, and it is not hammered',
    async run(t) {
      await t.step('429 that says how long: the wait is the shop’s own', async () => {
        await t.shop.troubles.limited();
        await order(t, 'trouble.one@example.com');
        await arrived(t, 'trouble.one@example.com');
      });
      await t.step(
        '429 without a word is the platform’s load: it is left alone for longer',
        async () => {
          await t.shop.forgetRequests();
          await t.shop.troubles.overloaded(1);
          const second = await order(t, 'trouble.two@example.com');
          await arrived(t, 'trouble.two@example.com');
          const asked = await t.shop.reads(second);
          ok(asked <= 6, `The shop was asked ${asked} times.`);
        },
      );
      await t.step('500, twice', async () => {
        await t.shop.troubles.failing(2);
        await order(t, 'trouble.three@example.com');
        await arrived(t, 'trouble.three@example.com');
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
        await t.shop.troubles.changedShape();
        const { key } = await order(t, 'trouble.shape@example.com');
        await t.eventually(async () => equal((await t.worker.parked(key)).join(), 'shop_shape'));
      });
      await t.step('the shop is itself again', async () => {
        await t.shop.troubles.over();
        await t.worker.replayAll();
        await arrived(t, 'trouble.shape@example.com');
      });
    },
  },
];
