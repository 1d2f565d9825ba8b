import { equal, ok } from 'node:assert/strict';
import type { Story, StoryContext } from '../story.ts';
import { holds, personWith } from './expect.ts';

const HOUR = 3_600_000;
const ITEMS = [
  { productId: 77, quantity: 1 },
  { productId: 80, quantity: 2 },
];

/** The block of somebody who has no cart to be reminded of. Nothing in it is blank. */
const NOTHING_LEFT = {
  Cart_Value__c: 0,
  Cart_Currency__c: 'USD',
  Cart_Item_Count__c: 0,
  Cart_First_Items__c: 'None',
  Cart_Image_URL__c: 'None',
  Cart_URL__c: 'https://store.example.com',
};

async function abandonedCart(t: StoryContext, email: string): Promise<string> {
  const { cartId } = await t.step('a shopper fills a cart and types an email', () =>
    t.shop.shopper<{ cartId: string }>('start-cart', { email, items: ITEMS }),
  );
  await t.step('the cart is open on the person', () =>
    t.eventually(async () => holds(await personWith(t, email), { Cart_Status__c: 'Open' })),
  );
  await t.step('an hour of silence passes', () => t.shop.advance(HOUR + 60_000));
  await t.step('the person’s cart block says Abandoned, with all a mail needs', () =>
    t.eventually(async () => {
      const person = await personWith(t, email);
      holds(person, {
        Cart_Status__c: 'Abandoned',
        Cart_Item_Count__c: 3,
        Cart_Currency__c: 'USD',
        Cart_Times_Abandoned__c: 1,
      });
      ok(Number(person.Cart_Value__c) > 0);
      ok(String(person.Cart_First_Items__c).includes('Linen Towel'));
      ok(String(person.Cart_URL__c).startsWith('https://'));
      ok(person.Cart_Abandoned_At__c !== null);
      holds(await t.org.one('SELECT Status__c, Times_Abandoned__c FROM Cart__c'), {
        Status__c: 'Abandoned',
        Times_Abandoned__c: 1,
      });
    }),
  );
  return cartId;
}

export const CARTS: Story[] = [
  {
    title: 'a cart is abandoned, then bought: Recovered with explicit values, whatever comes late',
    async run(t) {
      const email = 'dora.keim@example.com';
      const cartId = await abandonedCart(t, email);
      await t.step('she comes back and buys it', () => t.shop.shopper('pay-cart', { cartId }));
      await t.step('Recovered, without a blank', () =>
        t.eventually(async () => {
          const person = await personWith(t, email);
          holds(person, { Cart_Status__c: 'Recovered', Order_Count__c: 1, ...NOTHING_LEFT });
          holds(await t.org.one('SELECT Status__c, Recovered__c, Order_Key__c FROM Cart__c'), {
            Status__c: 'Converted',
            Recovered__c: true,
            Order_Key__c: `local-shop:order:${String(person.Last_Order_Number__c)}`,
          });
        }),
      );
      await t.step('the abandonment is delivered once more, late', async () => {
        await t.quiet();
        const late = (await t.shop.deliveries()).filter(
          ({ scope }) => scope === 'store/cart/abandoned',
        );
        equal(late.length, 1);
        await t.shop.deliver('redeliver', { ids: late.map(({ id }) => id) });
        await t.quiet();
      });
      await t.step('it changes nothing', async () => {
        holds(await personWith(t, email), { Cart_Status__c: 'Recovered', ...NOTHING_LEFT });
        holds(await t.org.one('SELECT Status__c FROM Cart__c'), { Status__c: 'Converted' });
      });
    },
  },
  {
    title: 'a purchase heard of before its cart’s abandonment never lets a cart mail start',
    async run(t) {
      const email = 'paul.ehlers@example.com';
      await t.step('the shop holds its deliveries back', () => t.shop.deliver('hold'));
      await t.step('a cart is filled, left for an hour, and bought after all', async () => {
        const { cartId } = await t.shop.shopper<{ cartId: string }>('start-cart', {
          email,
          items: ITEMS,
        });
        await t.shop.advance(HOUR + 60_000);
        await t.shop.shopper('pay-cart', { cartId });
      });
      await t.step('everything is delivered in reverse', async () => {
        await t.shop.deliver('release', { order: 'reversed' });
        await t.quiet();
      });
      await t.step('the person was never Abandoned', async () => {
        const person = await personWith(t, email);
        ok(['None', 'Recovered'].includes(String(person.Cart_Status__c)));
        holds(person, { Order_Count__c: 1, ...NOTHING_LEFT });
      });
    },
  },
  {
    title: 'a shopper who comes back to an abandoned cart is no longer to be reminded',
    async run(t) {
      const email = 'vera.lind@example.com';
      const cartId = await abandonedCart(t, email);
      await t.step('she adds something', () =>
        t.shop.shopper('add-to-cart', { cartId, items: [{ productId: 86, quantity: 1 }] }),
      );
      await t.step('the cart is open again, and its new item is there', () =>
        t.eventually(async () => {
          holds(await personWith(t, email), { Cart_Status__c: 'Open', Cart_Times_Abandoned__c: 1 });
          equal((await t.org.all('SELECT Id FROM Cart_Item__c')).length, 3);
        }),
      );
      await t.step('she leaves it for another hour', () => t.shop.advance(HOUR + 60_000));
      await t.step('abandoned for the second time', () =>
        t.eventually(async () =>
          holds(await personWith(t, email), {
            Cart_Status__c: 'Abandoned',
            Cart_Times_Abandoned__c: 2,
          }),
        ),
      );
      await t.step('she empties it: nothing to be reminded of', async () => {
        await t.shop.shopper('clear-cart', { cartId });
        await t.eventually(async () => {
          holds(await personWith(t, email), { Cart_Status__c: 'None', ...NOTHING_LEFT });
          holds(await t.org.one('SELECT Status__c FROM Cart__c'), { Status__c: 'Deleted' });
        });
      });
    },
  },
  {
    title: 'an anonymous cart is kept without inventing anybody, until checkout gives an email',
    async run(t) {
      const { cartId } = await t.step('somebody fills a cart without a name', () =>
        t.shop.shopper<{ cartId: string }>('start-cart', { items: ITEMS }),
      );
      await t.step('the cart is in Salesforce, and nobody else', () =>
        t.eventually(async () => {
          holds(
            await t.org.one('SELECT Status__c, Item_Count__c, Lead__c, Contact__c FROM Cart__c'),
            {
              Status__c: 'Open',
              Item_Count__c: 3,
              Lead__c: null,
              Contact__c: null,
            },
          );
          equal((await t.org.all('SELECT Id FROM Lead')).length, 0);
        }),
      );
      await t.step('at checkout they type an email', () =>
        t.shop.shopper('type-email', { cartId, email: 'jon.aas@example.com', firstName: 'Jon' }),
      );
      await t.step('now there is a person, and the cart is theirs', () =>
        t.eventually(async () => {
          const person = await personWith(t, 'jon.aas@example.com');
          holds(await t.org.one('SELECT Lead__c FROM Cart__c'), { Lead__c: person.Id ?? null });
        }),
      );
    },
  },
];
