import { equal } from 'node:assert/strict';
import type { Story } from '../story.ts';
import { holds, itemsOf, orderOf, peopleWith, personWith } from './expect.ts';

const BASKET = { 'Linen Towel': 1, 'Cast Iron Pan': 2 };

export const ORDERS: Story[] = [
  {
    title: 'the same deliveries five times and in reverse give the same as once in order',
    async run(t) {
      const ines = { email: 'ines.roth@example.com', firstName: 'Ines', lastName: 'Roth' };
      const before = (await t.shop.deliveries()).length;
      const told = async (): Promise<string[]> =>
        (await t.shop.deliveries()).slice(before).map(({ id }) => id);
      await t.step('the shop holds its deliveries back', () => t.shop.deliver('hold'));
      const order = await t.step('Ines orders, and the order is changed twice', async () => {
        const made = await t.shop.placeOrder(ines, BASKET);
        await t.shop.changeStatus(made, 'Awaiting Shipment');
        await t.shop.changeStatus(made, 'Shipped');
        return made;
      });
      await t.step('everything is delivered in reverse, then four times more', async () => {
        await t.shop.deliver('release', { order: 'reversed' });
        await t.quiet();
        const ids = await told();
        for (let time = 0; time < 4; time += 1) await t.shop.deliver('redeliver', { ids });
        await t.quiet();
      });
      await t.step('one person, one order, one set of items, and the last state', async () => {
        holds(await personWith(t, ines.email), {
          Order_Count__c: 1,
          Total_Spend__c: await t.shop.totalOf(order),
        });
        holds(await orderOf(t, order, 'Name, Status__c'), {
          Name: order.number,
          Status__c: 'Shipped',
        });
        equal((await itemsOf(t, order)).length, 2);
      });
      await t.step('a further repeat writes nothing at all', async () => {
        const person = await personWith(t, ines.email);
        await t.org.forgetRequests();
        await t.shop.deliver('redeliver', { ids: await told() });
        await t.quiet();
        equal(await t.org.count('POST', /\/composite$/, new RegExp(order.key)), 0);
        holds(await personWith(t, ines.email), { SystemModstamp: person.SystemModstamp ?? null });
      });
    },
  },
  {
    title: 'five changes within a second cost the shop at most two reads',
    async run(t) {
      const order = await t.step('an order is there', async () => {
        const buyer = { email: 'five@example.com', firstName: 'Lena', lastName: 'Vogt' };
        const made = await t.shop.enterOrder({ buyer });
        await t.quiet();
        return made;
      });
      await t.step('it changes five times at once', async () => {
        await t.shop.forgetRequests();
        const statuses = ['Awaiting Payment', 'Awaiting Shipment', 'Awaiting Pickup', 'Shipped'];
        await Promise.all(
          [...statuses, 'Completed'].map((status) => t.shop.changeStatus(order, status)),
        );
        await t.quiet();
      });
      await t.step('the shop was asked twice at most', async () => {
        const reads = await t.shop.reads(order);
        equal(reads >= 1 && reads <= 2, true, `The order was read ${reads} times.`);
      });
    },
  },
  {
    title: 'an incomplete order is no order, a paid one is, and cancelling and refunding follow',
    async run(t) {
      const email = 'lena.vogt@example.com';
      const order = await t.step('Lena reaches the payment page', () =>
        t.shop.enterOrder({
          buyer: { email, firstName: 'Lena', lastName: 'Vogt' },
          basket: { 'Linen Towel': 3 },
          isPaid: false,
        }),
      );
      await t.step('nothing is in Salesforce', async () => {
        await t.quiet();
        const there = `SELECT Id FROM Order__c WHERE External_Id__c = '${order.key}'`;
        equal((await t.org.all(there)).length, 0);
        equal((await peopleWith(t, email)).length, 0);
      });
      await t.step('she pays', () => t.shop.changeStatus(order, 'Awaiting Fulfillment'));
      await t.step('everything is in Salesforce', () =>
        t.eventually(async () => {
          holds(await personWith(t, email), {
            Order_Count__c: 1,
            Total_Spend__c: await t.shop.totalOf(order),
          });
        }),
      );
      const refunded = await t.step('one of three pieces is paid back', () =>
        t.shop.refundOne(order),
      );
      await t.step('refund, net and totals follow', () =>
        t.eventually(async () => {
          const there = await orderOf(t, order, 'Status__c, Total__c, Refunded__c, Net_Total__c');
          holds(there, { Status__c: 'Partially Refunded', Refunded__c: refunded });
          const net = Number(there.Total__c) - refunded;
          equal(Number(there.Net_Total__c).toFixed(4), net.toFixed(4));
          holds(await personWith(t, email), { Total_Spend__c: Number(net.toFixed(2)) });
        }),
      );
      await t.step('the rest is cancelled: nothing counts any more', async () => {
        await t.shop.changeStatus(order, 'Cancelled');
        await t.eventually(async () => {
          holds(await personWith(t, email), { Order_Count__c: 0, Total_Spend__c: 0 });
          holds(await orderOf(t, order, 'Status__c'), { Status__c: 'Cancelled' });
        });
      });
    },
  },
];
