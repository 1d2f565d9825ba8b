import { equal } from 'node:assert/strict';
import type { Story } from '../story.ts';
import { holds, personWith, totalOf } from './expect.ts';

const ITEMS = [
  { productId: 77, quantity: 1 },
  { productId: 86, quantity: 2 },
];

export const ORDERS: Story[] = [
  {
    title: 'the same deliveries five times and in reverse give the same as once in order',
    async run(t) {
      const email = 'ines.roth@example.com';
      await t.step('the shop holds its deliveries back', () => t.shop.deliver('hold'));
      const { orderId } = await t.step('Ines orders, and the order is changed twice', async () => {
        const made = await t.shop.shopper<{ orderId: number }>('place-order', {
          email,
          firstName: 'Ines',
          lastName: 'Roth',
          items: ITEMS,
        });
        await t.shop.api('PUT', `v2/orders/${made.orderId}`, { status_id: 9 });
        await t.shop.api('PUT', `v2/orders/${made.orderId}`, { status_id: 2 });
        return made;
      });
      await t.step('everything is delivered in reverse, then four times more', async () => {
        await t.shop.deliver('release', { order: 'reversed' });
        await t.quiet();
        const ids = (await t.shop.deliveries()).map(({ id }) => id);
        for (let time = 0; time < 4; time += 1) await t.shop.deliver('redeliver', { ids });
        await t.quiet();
      });
      await t.step('one person, one order, one set of items, and the last state', async () => {
        holds(await personWith(t, email), {
          Order_Count__c: 1,
          Total_Spend__c: await totalOf(t, [orderId]),
        });
        holds(await t.org.one('SELECT Name, Status__c FROM Order__c'), {
          Name: String(orderId),
          Status__c: 'Shipped',
        });
        equal((await t.org.all('SELECT Id FROM Order_Item__c')).length, 2);
      });
      await t.step('a further repeat writes nothing at all', async () => {
        const before = await personWith(t, email);
        await t.org.forgetRequests();
        const ids = (await t.shop.deliveries()).map(({ id }) => id);
        await t.shop.deliver('redeliver', { ids });
        await t.quiet();
        equal(await t.org.count('POST', /\/composite$/), 0);
        holds(await personWith(t, email), { SystemModstamp: before.SystemModstamp ?? null });
      });
    },
  },
  {
    title: 'five changes within a second cost the shop at most two reads',
    async run(t) {
      const { orderId } = await t.step('an order is there', async () => {
        const made = await t.shop.api<{ id: number }>('POST', 'v2/orders', guestOrder(11));
        await t.quiet();
        return { orderId: made.id };
      });
      await t.step('it changes five times at once', async () => {
        await t.shop.forgetRequests();
        await Promise.all(
          [1, 2, 3, 4, 5].map((number) =>
            t.shop.api('PUT', `v2/orders/${orderId}`, { staff_notes: `Change ${number}` }),
          ),
        );
        await t.quiet();
      });
      await t.step('the shop was asked twice at most', async () => {
        const reads = await t.shop.count('GET', new RegExp(`/v2/orders/${orderId}\\?`));
        equal(reads >= 1 && reads <= 2, true, `The order was read ${reads} times.`);
      });
    },
  },
  {
    title: 'an incomplete order is no order, a paid one is, and cancelling and refunding follow',
    async run(t) {
      const email = 'lena.vogt@example.com';
      const made = await t.step('Lena reaches the payment page', () =>
        t.shop.api<{ id: number }>('POST', 'v2/orders', guestOrder(0, email)),
      );
      await t.step('nothing is in Salesforce', async () => {
        await t.quiet();
        equal((await t.org.all('SELECT Id FROM Order__c')).length, 0);
        equal((await t.org.all('SELECT Id FROM Lead')).length, 0);
      });
      await t.step('she pays', () => t.shop.api('PUT', `v2/orders/${made.id}`, { status_id: 11 }));
      await t.step('everything is in Salesforce', () =>
        t.eventually(async () => {
          holds(await personWith(t, email), {
            Order_Count__c: 1,
            Total_Spend__c: await totalOf(t, [made.id]),
          });
        }),
      );
      const line = await orderLine(t, made.id);
      await t.step('one of three pieces is paid back', () =>
        t.shop.api('POST', `v3/orders/${made.id}/payment_actions/refunds`, {
          items: [{ item_type: 'PRODUCT', item_id: line.id, quantity: 1 }],
          payments: [{ provider_id: 'custom', amount: line.price, offline: true }],
        }),
      );
      await t.step('refund, net and totals follow', () =>
        t.eventually(async () => {
          const order = await t.org.one(
            'SELECT Status__c, Total__c, Refunded__c, Net_Total__c FROM Order__c',
          );
          holds(order, { Status__c: 'Partially Refunded', Refunded__c: line.price });
          const net = Number(order.Total__c) - line.price;
          equal(Number(order.Net_Total__c).toFixed(4), net.toFixed(4));
          holds(await personWith(t, email), { Total_Spend__c: Number(net.toFixed(2)) });
        }),
      );
      await t.step('the rest is cancelled: nothing counts any more', async () => {
        await t.shop.api('PUT', `v2/orders/${made.id}`, { status_id: 5 });
        await t.eventually(async () => {
          holds(await personWith(t, email), { Order_Count__c: 0, Total_Spend__c: 0 });
          holds(await t.org.one('SELECT Status__c FROM Order__c'), { Status__c: 'Cancelled' });
        });
      });
    },
  },
];

function guestOrder(statusId: number, email = 'guest@example.com'): object {
  return {
    status_id: statusId,
    billing_address: { first_name: 'Lena', last_name: 'Vogt', email },
    products: [{ product_id: 77, quantity: 3 }],
  };
}

async function orderLine(
  t: Parameters<Story['run']>[0],
  orderId: number,
): Promise<{ id: number; price: number }> {
  const [line] = await t.shop.api<{ id: number; price_inc_tax: string }[]>(
    'GET',
    `v2/orders/${orderId}/products`,
  );
  if (!line) throw new Error('The order has no line.');
  return { id: line.id, price: Number(line.price_inc_tax) };
}
