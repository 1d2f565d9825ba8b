import { equal } from 'node:assert/strict';
import type { Story, StoryContext } from '../story.ts';
import { holds, personWith } from './expect.ts';

interface Wish {
  email: string;
  prices: string[];
  currency?: string;
  created?: string;
}

async function order(t: StoryContext, { email, prices, currency, created }: Wish): Promise<number> {
  const { id } = await t.shop.api<{ id: number }>('POST', 'v2/orders', {
    status_id: 11,
    billing_address: { first_name: 'Kim', last_name: 'Berg', email },
    products: prices.map((price, index) => ({
      name: `Sample ${index + 1}`,
      quantity: 1,
      price_inc_tax: price,
      price_ex_tax: price,
    })),
    ...(currency && { default_currency_code: currency }),
    ...(created && { date_created: created }),
  });
  return id;
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
          await order(t, { email: 'small@example.com', prices: ['10.0049', '10.0001'] });
          await t.eventually(async () => {
            holds(await personWith(t, 'small@example.com'), { Total_Spend__c: 20.01 });
            const placed = "WHERE Email__c = 'small@example.com'";
            holds(await t.org.one(`SELECT Total__c FROM Order__c ${placed}`), { Total__c: 20.005 });
          });
        },
      );
      await t.step(
        'yen have no cents, and are worth what they are worth in the shop’s currency',
        async () => {
          const id = await order(t, {
            email: 'yen@example.com',
            prices: ['3000'],
            currency: 'JPY',
          });
          const { store_default_to_transactional_exchange_rate: rate } = await t.shop.api<{
            store_default_to_transactional_exchange_rate: string;
          }>('GET', `v2/orders/${id}`);
          await t.eventually(async () => {
            const placed = "WHERE Email__c = 'yen@example.com'";
            holds(await t.org.one(`SELECT Total__c, Currency__c FROM Order__c ${placed}`), {
              Total__c: 3000,
              Currency__c: 'JPY',
            });
            holds(await personWith(t, 'yen@example.com'), {
              Spend_Currency__c: 'USD',
              Total_Spend__c: Number((3000 / Number(rate)).toFixed(2)),
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
        { created: 'Sun, 29 Mar 2026 01:30:00 +0000', utc: '2026-03-29T01:30:00.000+0000' },
        { created: '2026-10-25T02:30:00+02:00', utc: '2026-10-25T00:30:00.000+0000' },
        { created: '2026-03-08T02:30:00-06:00', utc: '2026-03-08T08:30:00.000+0000' },
      ];
      for (const [index, { created, utc }] of moments.entries()) {
        const email = `time${index}@example.com`;
        await t.step(`an order of ${created}`, () => order(t, { email, prices: ['5'], created }));
        await t.step(`is one of ${utc}`, () =>
          t.eventually(async () => {
            const placed = await t.org.one(
              `SELECT Placed_At__c, Placed_At_Source__c FROM Order__c WHERE Email__c = '${email}'`,
            );
            equal(placed.Placed_At__c, utc);
            equal(typeof placed.Placed_At_Source__c, 'string');
          }),
        );
      }
    },
  },
];
