import { equal } from 'node:assert/strict';
import type { PlacedOrder } from '../shop-driver.ts';
import type { Story, StoryContext } from '../story.ts';
import { holds, orderOf, personWith } from './expect.ts';

interface Wish {
  email: string;
  prices: string[];
  currency?: string;
  placedAt?: string;
}

function order(t: StoryContext, { email, ...wish }: Wish): Promise<PlacedOrder> {
  return t.shop.enterOrder({ buyer: { email, firstName: 'Kim', lastName: 'Berg' }, ...wish });
}

export const MONEY_AND_TIME: Story[] = [
  {
    title: 'money is exact: 0.1 + 0.2, four decimals, currencies without any',
    async run(t) {
      await t.step('0.1 and 0.2 are 0.3', async () => {
        await order(t, { email: 'cents@example.com', prices: ['0.1'] });
        await order(t, { email: 'cents@example.com', prices: ['0.2'] });
        await t.eventually(async () =>
          holds(await personWith(t, 'cents@example.com'), {
            Order_Count__c: 2,
            Total_Spend__c: 0.3,
            Average_Order_Value__c: 0.15,
          }),
        );
      });
      await t.step(
        'four decimals stay on the order and are rounded once, on the person',
        async () => {
          const small = await order(t, {
            email: 'small@example.com',
            prices: ['10.0049', '10.0001'],
          });
          await t.eventually(async () => {
            holds(await personWith(t, 'small@example.com'), { Total_Spend__c: 20.01 });
            holds(await orderOf(t, small, 'Total__c'), { Total__c: 20.005 });
          });
        },
      );
      await t.step(
        'yen have no cents, and are worth what they are worth in the shop’s currency',
        async () => {
          const email = 'yen@example.com';
          const paid = await order(t, { email, prices: ['3000'], currency: 'JPY' });
          await t.eventually(async () => {
            holds(await orderOf(t, paid, 'Total__c, Currency__c'), {
              Total__c: 3000,
              Currency__c: 'JPY',
            });
            holds(await personWith(t, email), {
              Spend_Currency__c: 'USD',
              Total_Spend__c: await t.shop.totalOf(paid),
            });
          });
        },
      );
    },
  },
  {
    title: 'time is UTC whatever the shop wrote, on days when the clocks change too',
    async run(t) {
      const moments = [
        { placedAt: '2026-03-29T01:30:00+00:00', utc: '2026-03-29T01:30:00.000+0000' },
        { placedAt: '2026-10-25T02:30:00+02:00', utc: '2026-10-25T00:30:00.000+0000' },
        { placedAt: '2026-03-08T02:30:00-06:00', utc: '2026-03-08T08:30:00.000+0000' },
      ];
      for (const [index, { placedAt, utc }] of moments.entries()) {
        const email = `time${index}@example.com`;
        const placed = await t.step(`an order of ${placedAt}`, () =>
          order(t, { email, prices: ['5'], placedAt }),
        );
        await t.step(`is one of ${utc}`, () =>
          t.eventually(async () => {
            const there = await orderOf(t, placed, 'Placed_At__c, Placed_At_Source__c');
            equal(there.Placed_At__c, utc);
            equal(typeof there.Placed_At_Source__c, 'string');
          }),
        );
      }
    },
  },
];
