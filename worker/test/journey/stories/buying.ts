import { equal, ok } from 'node:assert/strict';
import type { Story } from '../story.ts';
import { holds, personWith, peopleWith, totalOf } from './expect.ts';

const TOWEL_AND_PAN = [
  { productId: 77, quantity: 2 },
  { productId: 80, quantity: 3 },
];

export const BUYING: Story[] = [
  {
    title: 'a registered customer orders, and a second order adds up',
    async run(t) {
      const email = 'mira.lang@example.com';
      const customerId = await t.step('Mira registers in the shop', () =>
        t.shop.register(email, 'Mira', 'Lang'),
      );
      await t.step('Salesforce has her as a Lead, with nothing bought yet', () =>
        t.eventually(async () => {
          holds(await personWith(t, email), {
            Customer_Key__c: `local-shop:customer:${customerId}`,
            FirstName: 'Mira',
            Order_Count__c: 0,
            Total_Spend__c: 0,
            Cart_Status__c: 'None',
          });
        }),
      );
      const order = (): Promise<{ orderId: number }> =>
        t.shop.shopper('place-order', { customerId, items: TOWEL_AND_PAN });
      const first = await t.step('she orders', order);
      await t.step('the order, its items and her totals are in Salesforce, to the cent', () =>
        t.eventually(async () => {
          const total = await totalOf(t, [first.orderId]);
          holds(await personWith(t, email), {
            Order_Count__c: 1,
            Total_Spend__c: total,
            Average_Order_Value__c: total,
            Last_Order_Number__c: String(first.orderId),
            Spend_Currency__c: 'USD',
          });
          holds(
            await t.org.one(`SELECT Status__c, Total__c, Item_Count__c, Email__c FROM Order__c`),
            {
              Status__c: 'Awaiting Fulfillment',
              Total__c: Number((await t.shop.order(first.orderId)).total_inc_tax),
              Item_Count__c: 5,
            },
          );
          equal((await t.org.all('SELECT Id FROM Order_Item__c')).length, 2);
        }),
      );
      const second = await t.step('she orders again', order);
      await t.step('count, total and average follow', () =>
        t.eventually(async () => {
          const total = await totalOf(t, [first.orderId, second.orderId]);
          holds(await personWith(t, email), { Order_Count__c: 2, Total_Spend__c: total });
          equal((await t.org.all('SELECT Id FROM Order__c')).length, 2);
          ok(String((await personWith(t, email)).Interests__c).includes('Bath'));
        }),
      );
    },
  },
  {
    title: 'a guest orders, then registers with the same email, and is one person',
    async run(t) {
      const email = 'otto.brandt@example.com';
      const guest = await t.step('Otto orders as a guest', () =>
        t.shop.shopper<{ orderId: number }>('place-order', {
          email,
          firstName: 'Otto',
          lastName: 'Brandt',
          items: TOWEL_AND_PAN,
        }),
      );
      await t.step('Salesforce has a Lead with one order', () =>
        t.eventually(async () => holds(await personWith(t, email), { Order_Count__c: 1 })),
      );
      const customerId = await t.step('he registers', () =>
        t.shop.register(email, 'Otto', 'Brandt'),
      );
      const later = await t.step('and orders as a customer', () =>
        t.shop.shopper<{ orderId: number }>('place-order', { customerId, items: TOWEL_AND_PAN }),
      );
      await t.step('still one person, with both orders and the customer’s key', () =>
        t.eventually(async () => {
          holds(await personWith(t, email), {
            Customer_Key__c: `local-shop:customer:${customerId}`,
            Order_Count__c: 2,
            Total_Spend__c: await totalOf(t, [guest.orderId, later.orderId]),
          });
        }),
      );
    },
  },
  {
    title: 'a Contact the sales team already has is found by email, and stays theirs',
    async run(t) {
      const email = 'rosa.vidal@example.com';
      await t.step('a rep keeps a Contact', async () => {
        const AccountId = await t.org.create('Account', { Name: 'Vidal-Costa' });
        const name = { FirstName: 'Rosa', LastName: 'Vidal-Costa' };
        await t.org.create('Contact', { ...name, Email: email, AccountId });
      });
      const { orderId } = await t.step('a guest with that email orders under another name', () =>
        t.shop.shopper<{ orderId: number }>('place-order', {
          email,
          firstName: 'R.',
          lastName: 'V.',
          items: TOWEL_AND_PAN,
        }),
      );
      await t.step('the order hangs on the Contact, whose name is untouched', () =>
        t.eventually(async () => {
          const contact = await personWith(t, email);
          holds(contact, { FirstName: 'Rosa', LastName: 'Vidal-Costa', Order_Count__c: 1 });
          const order = await t.org.one('SELECT Name, Contact__c, Lead__c FROM Order__c');
          holds(order, { Name: String(orderId), Contact__c: contact.Id ?? null, Lead__c: null });
        }),
      );
    },
  },
  {
    title: 'several Contacts with one email are for people to decide, never a guess',
    async run(t) {
      const email = 'info@example.com';
      await t.step('two Contacts share an address', async () => {
        const AccountId = await t.org.create('Account', { Name: 'Vidal-Costa' });
        const shared = { Email: email, AccountId };
        await t.org.create('Contact', { ...shared, LastName: 'Front Desk' });
        await t.org.create('Contact', { ...shared, LastName: 'Back Office' });
      });
      await t.step('somebody orders with it', () =>
        t.shop.shopper('place-order', {
          email,
          firstName: 'A',
          lastName: 'B',
          items: TOWEL_AND_PAN,
        }),
      );
      await t.step('the order is parked, and neither Contact got it', async () => {
        await t.eventually(async () => equal((await t.worker.parked()).join(), 'ambiguous_person'));
        for (const person of await peopleWith(t, email)) holds(person, { Customer_Key__c: null });
      });
    },
  },
];
