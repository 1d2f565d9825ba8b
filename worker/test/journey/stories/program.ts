import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Story, StoryContext } from '../story.ts';
import { holds, personWith } from './expect.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const BASKET = { 'Linen Towel': 1 };
const FIRST = 'Cart 1: still there';

/** A cart with an email, and an hour in which nothing happens to it. */
async function leaveCart(t: StoryContext, email: string): Promise<string> {
  const cartId = await t.step('a shopper fills a cart, types an email and leaves', () =>
    t.shop.startCart({ email }, BASKET),
  );
  await t.eventually(async () => holds(await personWith(t, email), { Cart_Status__c: 'Open' }));
  await t.step('an hour later her person in Salesforce says Abandoned', async () => {
    await t.shop.advance(HOUR + MINUTE);
    await t.eventually(async () =>
      holds(await personWith(t, email), { Cart_Status__c: 'Abandoned' }),
    );
  });
  return cartId;
}

async function buy(t: StoryContext, cartId: string, email: string): Promise<void> {
  await t.shop.payCart(cartId);
  await t.eventually(async () =>
    holds(await personWith(t, email), { Cart_Status__c: 'Recovered', Order_Count__c: 1 }),
  );
}

async function templates(t: StoryContext, email: string): Promise<string[]> {
  return (await t.unit.mailsTo(email)).map(({ template }) => template);
}

export const PROGRAM: Story[] = [
  {
    title: 'an abandoned cart starts the program at the next sync, and the purchase stops it',
    async run(t) {
      const email = 'lena.falk@example.com';
      const cartId = await leaveCart(t, email);
      await t.step('nothing is mailed before Account Engagement syncs', async () =>
        deepEqual(await templates(t, email), []),
      );
      await t.step('two minutes later the program sends the first mail', async () => {
        await t.unit.advance(2 * MINUTE);
        const [mail] = await t.unit.mailsTo(email);
        equal(mail?.template, FIRST);
        ok(mail.text.includes('Linen Towel'));
        ok(mail.text.includes('https://'));
      });
      await t.step('she buys, and the next sync tells the prospect', async () => {
        await buy(t, cartId, email);
        await t.unit.advance(2 * MINUTE);
        deepEqual(await t.unit.prospects(email, 'Cart_Status__c,Order_Count__c'), [
          { Cart_Status__c: 'Recovered', Order_Count__c: 1 },
        ]);
      });
      await t.step('days later no further mail was sent', async () => {
        await t.unit.pass(2 * DAY);
        deepEqual(await templates(t, email), [FIRST]);
        deepEqual(await t.unit.troubles(), []);
      });
    },
  },
  {
    title: 'who buys before the next sync gets no cart mail at all; who does not, gets three',
    async run(t) {
      const buyer = 'rosa.winter@example.com';
      const hesitant = 'emil.sand@example.com';
      const cartId = await leaveCart(t, buyer);
      await t.step('she buys within those two minutes', () => buy(t, cartId, buyer));
      await leaveCart(t, hesitant);
      await t.step('four days pass', () => t.unit.pass(4 * DAY));
      await t.step('she was never written to', async () => {
        deepEqual(await t.unit.prospects(buyer, 'Cart_Status__c'), [
          { Cart_Status__c: 'Recovered' },
        ]);
        deepEqual(await templates(t, buyer), []);
      });
      await t.step('the other one got all three reminders', async () => {
        deepEqual(await templates(t, hesitant), [
          FIRST,
          'Cart 2: can we help',
          'Cart 3: last reminder',
        ]);
        deepEqual(await t.unit.troubles(), []);
      });
    },
  },
];
