import { equal } from 'node:assert/strict';
import type { PlacedOrder } from '../shop-driver.ts';
import type { Story, StoryContext } from '../story.ts';
import { arrived, holds, orderOf, peopleWith, personWith } from './expect.ts';

const BASKET = { 'Linen Towel': 1 };

async function ordered(
  t: StoryContext,
  email: string,
  lastName: string,
): Promise<{ order: PlacedOrder; id: string }> {
  const order = await t.shop.placeOrder({ email, firstName: 'Ida', lastName }, BASKET);
  await arrived(t, email);
  return { order, id: String((await personWith(t, email)).Id) };
}

async function keepContact(t: StoryContext, email: string, AccountId: string): Promise<void> {
  await t.org.create('Contact', { FirstName: 'Ida', LastName: 'Sund', Email: email, AccountId });
}

export const FOLLOWING: Story[] = [
  {
    title: 'two Contacts are merged in Salesforce: orders and totals move along',
    async run(t) {
      const emails = ['ida.sund@example.com', 'sund.office@example.com'] as const;
      await t.org.letWorkerFollow();
      const [kept, lost] = await t.step(
        'a shopper is two Contacts, each with an order',
        async () => {
          const AccountId = await t.org.create('Account', { Name: 'Sund Interiors' });
          for (const email of emails) await keepContact(t, email, AccountId);
          return Promise.all([ordered(t, emails[0], 'Sund'), ordered(t, emails[1], 'Sund')]);
        },
      );
      await t.step('a rep merges them', () => t.org.merge('Contact', kept.id, lost.id));
      await t.step('both orders are the winner’s, and nobody is made anew', () =>
        t.eventually(async () => {
          for (const { order } of [kept, lost])
            holds(await orderOf(t, order, 'Contact__c'), { Contact__c: kept.id });
          holds(await personWith(t, emails[0]), {
            Id: kept.id,
            Order_Count__c: 2,
            Total_Spend__c: await t.shop.totalOf(kept.order, lost.order),
          });
          equal((await peopleWith(t, emails[1])).length, 0);
        }),
      );
      const third = await t.step('she orders once more with the lost address', () =>
        t.shop.placeOrder({ email: emails[1], firstName: 'Ida', lastName: 'Sund' }, BASKET),
      );
      await t.step('it is the winner’s too', () =>
        t.eventually(async () =>
          holds(await orderOf(t, third, 'Contact__c'), { Contact__c: kept.id }),
        ),
      );
    },
  },
  {
    title: 'a Lead is converted: its orders point at the Contact',
    async run(t) {
      const email = 'jette.holm@example.com';
      await t.org.letWorkerFollow();
      const { order, id } = await t.step('a guest orders and is a Lead', () =>
        ordered(t, email, 'Holm'),
      );
      const contactId = await t.step('a rep converts it', () => t.org.convert(id));
      await t.step('order and totals are the Contact’s', () =>
        t.eventually(async () => {
          holds(await orderOf(t, order, 'Contact__c'), { Contact__c: contactId });
          holds(await personWith(t, email), { Id: contactId, Order_Count__c: 1 });
        }),
      );
      const second = await t.step('the next order', () =>
        t.shop.placeOrder({ email, firstName: 'Ida', lastName: 'Holm' }, BASKET),
      );
      await t.step('is the Contact’s from the start', () =>
        t.eventually(async () => {
          holds(await orderOf(t, second, 'Contact__c, Lead__c'), {
            Contact__c: contactId,
            Lead__c: null,
          });
          holds(await personWith(t, email), { Order_Count__c: 2 });
        }),
      );
    },
  },
];
