import type { Story } from '../story.ts';
import { holds, itemsOf, orderOf, personWith } from './expect.ts';

export const FIRST_ORDER: Story = {
  title: 'a guest orders: the order, its items and the person are in the org',
  async run(t) {
    const nora = { email: 'nora.blum@example.com', firstName: 'Nora', lastName: 'Blum' };
    const order = await t.step('a guest orders', () =>
      t.shop.placeOrder(nora, { 'Linen Towel': 1 }),
    );
    await t.step('order, item and person are there', () =>
      t.eventually(async () => {
        const person = await personWith(t, nora.email);
        holds(person, { Order_Count__c: 1, Cart_Status__c: 'None' });
        holds(await orderOf(t, order, 'Lead__c'), { Lead__c: person.Id ?? null });
        if ((await itemsOf(t, order)).length !== 1) throw new Error('The item is missing.');
      }),
    );
  },
};
