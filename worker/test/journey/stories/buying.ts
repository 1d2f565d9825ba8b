import { equal, ok } from 'node:assert/strict';
import type { Story } from '../story.ts';
import { arrived, holds, itemsOf, orderOf, personWith, peopleWith } from './expect.ts';

const BASKET = { 'Linen Towel': 2, 'Olive Oil Soap': 3 };

export const BUYING: Story[] = [
  {
    title: 'a registered customer orders, and a second order adds up',
    async run(t) {
      const email = 'mira.lang@example.com';
      const customerId = await t.step('Mira registers in the shop', () =>
        t.shop.register({ email, firstName: 'Mira', lastName: 'Lang' }),
      );
      await t.step('Salesforce has her as a Lead, with nothing bought yet', () =>
        t.eventually(async () => {
          holds(await personWith(t, email), {
            Customer_Key__c: t.shop.key('customer', customerId),
            FirstName: 'Mira',
            Order_Count__c: 0,
            Total_Spend__c: 0,
            Cart_Status__c: 'None',
          });
        }),
      );
      const first = await t.step('she orders', () => t.shop.placeOrder({ customerId }, BASKET));
      await t.step('the order, its items and her totals are in Salesforce, to the cent', () =>
        t.eventually(async () => {
          const total = await t.shop.totalOf(first);
          holds(await personWith(t, email), {
            Order_Count__c: 1,
            Total_Spend__c: total,
            Average_Order_Value__c: total,
            Last_Order_Number__c: first.number,
            Spend_Currency__c: 'USD',
          });
          holds(await orderOf(t, first, 'Name, Status__c, Total__c, Item_Count__c'), {
            Name: first.number,
            Status__c: 'Awaiting Fulfillment',
            Total__c: await t.shop.priceOf(first),
            Item_Count__c: 5,
          });
          equal((await itemsOf(t, first)).length, 2);
        }),
      );
      const second = await t.step('she orders again', () =>
        t.shop.placeOrder({ customerId }, BASKET),
      );
      await t.step('count, total and average follow', () =>
        t.eventually(async () => {
          const total = await t.shop.totalOf(first, second);
          holds(await personWith(t, email), { Order_Count__c: 2, Total_Spend__c: total });
          await orderOf(t, second, 'Id');
          ok(String((await personWith(t, email)).Interests__c).includes('Bath'));
        }),
      );
    },
  },
  {
    title: 'a guest orders, then registers with the same email, and is one person',
    async run(t) {
      const otto = { email: 'otto.brandt@example.com', firstName: 'Otto', lastName: 'Brandt' };
      const guest = await t.step('Otto orders as a guest', () => t.shop.placeOrder(otto, BASKET));
      await t.step('Salesforce has a Lead with one order', () => arrived(t, otto.email));
      const customerId = await t.step('he registers', () => t.shop.register(otto));
      const later = await t.step('and orders as a customer', () =>
        t.shop.placeOrder({ customerId }, BASKET),
      );
      await t.step('still one person, with both orders and the customer’s key', () =>
        t.eventually(async () => {
          holds(await personWith(t, otto.email), {
            Customer_Key__c: t.shop.key('customer', customerId),
            Order_Count__c: 2,
            Total_Spend__c: await t.shop.totalOf(guest, later),
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
      const order = await t.step('a guest with that email orders under another name', () =>
        t.shop.placeOrder({ email, firstName: 'R.', lastName: 'V.' }, BASKET),
      );
      await t.step('the order hangs on the Contact, whose name is untouched', () =>
        t.eventually(async () => {
          const contact = await personWith(t, email);
          holds(contact, { FirstName: 'Rosa', LastName: 'Vidal-Costa', Order_Count__c: 1 });
          holds(await orderOf(t, order, 'Contact__c, Lead__c'), {
            Contact__c: contact.Id ?? null,
            Lead__c: null,
          });
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
      const { key } = await t.step('somebody orders with it', () =>
        t.shop.placeOrder({ email, firstName: 'A', lastName: 'B' }, BASKET),
      );
      await t.step('the order is parked, and neither Contact got it', async () => {
        await t.eventually(async () =>
          equal((await t.worker.parked(key)).join(), 'ambiguous_person'),
        );
        for (const person of await peopleWith(t, email)) holds(person, { Customer_Key__c: null });
      });
    },
  },
];
