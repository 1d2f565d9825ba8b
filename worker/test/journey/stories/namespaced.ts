import { holds, personWith } from './expect.ts';
import type { Story } from '../story.ts';

export const NAMESPACED: Story[] = [
  {
    title: 'an org with the installed package gets everything under its namespace',
    namespace: 'cartbridge',
    async run(t) {
      await t.step('a guest orders', () =>
        t.shop.shopper('place-order', {
          email: 'nora.blum@example.com',
          firstName: 'Nora',
          lastName: 'Blum',
          items: [{ productId: 77, quantity: 1 }],
        }),
      );
      await t.step('order, item and person are there, with the namespace', () =>
        t.eventually(async () => {
          const person = await personWith(t, 'nora.blum@example.com');
          holds(person, { Order_Count__c: 1, Cart_Status__c: 'None' });
          holds(await t.org.one('SELECT Lead__c FROM Order__c'), { Lead__c: person.Id ?? null });
          await t.org.one('SELECT Id FROM Order_Item__c');
        }),
      );
    },
  },
];
