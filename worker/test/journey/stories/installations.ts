import type { Story } from '../story.ts';
import { arrived, cartOf, holds, personWith } from './expect.ts';

const BASKET = { 'Linen Towel': 1, 'Olive Oil Soap': 2 };
const IDLE_MS = 61 * 60_000;

export const ASKED: Story[] = [
  {
    title:
      'a shop that tells nothing is asked: orders add up, an idle cart is abandoned, then bought',
    only: { shop: 'clarity', because: 'BigCommerce has webhooks in every store.' },
    async run(t) {
      const mira = { email: 'mira.lang@example.com', firstName: 'Mira', lastName: 'Lang' };
      const email = 'dora.keim@example.com';
      const customerId = await t.shop.register(mira);
      const first = await t.step('Mira orders', () => t.shop.placeOrder({ customerId }, BASKET));
      const cartId = await t.step('Dora fills a cart', () => t.shop.startCart({ email }, BASKET));
      await t.step('the worker asks: both are there', async () => {
        await t.worker.askAgain();
        await arrived(t, mira.email);
        await t.eventually(async () =>
          holds(await personWith(t, email), { Cart_Status__c: 'Open' }),
        );
      });
      await t.step('nobody touches Dora’s cart for an hour: abandoned', async () => {
        await t.shop.advance(IDLE_MS);
        await t.worker.askAgain(IDLE_MS);
        await t.eventually(async () =>
          holds(await personWith(t, email), {
            Cart_Status__c: 'Abandoned',
            Cart_Item_Count__c: 3,
            Cart_Times_Abandoned__c: 1,
          }),
        );
      });
      const second = await t.step('Dora buys it after all, and Mira orders again', async () => {
        await t.shop.payCart(cartId);
        return t.shop.placeOrder({ customerId }, BASKET);
      });
      await t.step('Recovered, and Mira’s orders add up', async () => {
        await t.worker.askAgain(0);
        await t.eventually(async () => {
          holds(await personWith(t, email), { Cart_Status__c: 'Recovered', Order_Count__c: 1 });
          holds(await cartOf(t, cartId, 'Status__c'), { Status__c: 'Converted' });
          holds(await personWith(t, mira.email), {
            Customer_Key__c: t.shop.key('customer', customerId),
            Order_Count__c: 2,
            Total_Spend__c: await t.shop.totalOf(first, second),
          });
        });
      });
    },
  },
];
