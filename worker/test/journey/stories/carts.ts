import { equal, ok } from 'node:assert/strict';
import type { SalesforceRecord } from '../org-driver.ts';
import type { Story, StoryContext } from '../story.ts';
import { arrived, cartOf, holds, personWith } from './expect.ts';

const HOUR = 3_600_000;
const BASKET = { 'Linen Towel': 1, 'Olive Oil Soap': 2 };

/** The block of somebody who has no cart to be reminded of. Nothing in it is blank. */
function nothingLeft({ shop }: StoryContext): SalesforceRecord {
  return {
    Cart_Value__c: 0,
    Cart_Currency__c: 'USD',
    Cart_Item_Count__c: 0,
    Cart_First_Items__c: 'None',
    Cart_Image_URL__c: 'None',
    Cart_URL__c: shop.home,
  };
}

async function abandonedCart(t: StoryContext, email: string): Promise<string> {
  const cartId = await t.step('a shopper fills a cart and types an email', () =>
    t.shop.startCart({ email }, BASKET),
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
      holds(await cartOf(t, cartId, 'Status__c, Times_Abandoned__c'), {
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
      await t.step('she comes back and buys it', () => t.shop.payCart(cartId));
      await t.step('Recovered, without a blank', () =>
        t.eventually(async () => {
          const person = await personWith(t, email);
          holds(person, { Cart_Status__c: 'Recovered', Order_Count__c: 1, ...nothingLeft(t) });
          const cart = await cartOf(t, cartId, 'Status__c, Recovered__c, Order_Key__c');
          holds(cart, { Status__c: 'Converted', Recovered__c: true });
          const bought = `WHERE External_Id__c = '${String(cart.Order_Key__c)}'`;
          holds(await t.org.one(`SELECT Name FROM Order__c ${bought}`), {
            Name: person.Last_Order_Number__c ?? null,
          });
        }),
      );
      await t.step('the abandonment is delivered once more, late', async () => {
        await t.quiet();
        const ids = await t.shop.abandonments(cartId);
        equal(ids.length, 1);
        await t.shop.deliver('redeliver', { ids });
        await t.quiet();
      });
      await t.step('it changes nothing', async () => {
        holds(await personWith(t, email), { Cart_Status__c: 'Recovered', ...nothingLeft(t) });
        holds(await cartOf(t, cartId, 'Status__c'), { Status__c: 'Converted' });
      });
    },
  },
  {
    title: 'a purchase heard of before its cart’s abandonment never lets a cart mail start',
    async run(t) {
      const email = 'paul.ehlers@example.com';
      await t.step('the shop holds its deliveries back', () => t.shop.deliver('hold'));
      await t.step('a cart is filled, left for an hour, and bought after all', async () => {
        const cartId = await t.shop.startCart({ email }, BASKET);
        await t.shop.advance(HOUR + 60_000);
        await t.shop.payCart(cartId);
      });
      await t.step('everything is delivered in reverse', async () => {
        await t.shop.deliver('release', { order: 'reversed' });
        await t.quiet();
      });
      await t.step('the person was never Abandoned', async () => {
        const person = await personWith(t, email);
        ok(['None', 'Recovered'].includes(String(person.Cart_Status__c)));
        holds(person, { Order_Count__c: 1, ...nothingLeft(t) });
      });
    },
  },
  {
    title: 'a shopper who comes back to an abandoned cart is no longer to be reminded',
    async run(t) {
      const email = 'vera.lind@example.com';
      const cartId = await abandonedCart(t, email);
      await t.step('she adds something', () => t.shop.addToCart(cartId, { 'Cast Iron Pan': 1 }));
      await t.step('the cart is open again, and its new item is there', () =>
        t.eventually(async () => {
          holds(await personWith(t, email), { Cart_Status__c: 'Open', Cart_Times_Abandoned__c: 1 });
          const inIt = `WHERE Cart__r.External_Id__c = '${t.shop.key('cart', cartId)}'`;
          equal((await t.org.all(`SELECT Id FROM Cart_Item__c ${inIt}`)).length, 3);
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
        await t.shop.emptyCart(cartId);
        await t.eventually(async () => {
          holds(await personWith(t, email), { Cart_Status__c: 'None', ...nothingLeft(t) });
          holds(await cartOf(t, cartId, 'Status__c'), { Status__c: 'Deleted' });
        });
      });
    },
  },
  {
    title: 'an anonymous cart is kept without inventing anybody, until checkout gives an email',
    async run(t) {
      const people = async (): Promise<number> => (await t.org.all('SELECT Id FROM Lead')).length;
      const before = await people();
      const cartId = await t.step('somebody fills a cart without a name', () =>
        t.shop.startCart({}, BASKET),
      );
      await t.step('the cart is in Salesforce, and nobody else', () =>
        t.eventually(async () => {
          holds(await cartOf(t, cartId, 'Status__c, Item_Count__c, Lead__c, Contact__c'), {
            Status__c: 'Open',
            Item_Count__c: 3,
            Lead__c: null,
            Contact__c: null,
          });
          equal(await people(), before);
        }),
      );
      await t.step('at checkout they type an email', () =>
        t.shop.typeEmail(cartId, 'jon.aas@example.com', 'Jon'),
      );
      await t.step('now there is a person, and the cart is theirs', () =>
        t.eventually(async () => {
          const person = await personWith(t, 'jon.aas@example.com');
          holds(await cartOf(t, cartId, 'Lead__c'), { Lead__c: person.Id ?? null });
        }),
      );
    },
  },
  {
    title: 'whoever refused cart mail is never Abandoned, and their purchase still counts',
    async run(t) {
      const email = 'hanne.moe@example.com';
      const customerId = await t.step('Hanne registers and wants no mail', () =>
        t.shop.register({ email, firstName: 'Hanne', lastName: 'Moe', agrees: false }),
      );
      const cartId = await t.step('she fills a cart and leaves it for an hour', async () => {
        const cart = await t.shop.startCart({ customerId }, BASKET);
        await t.eventually(async () => {
          holds(await cartOf(t, cart, 'Status__c'), { Status__c: 'Open' });
        });
        await t.shop.advance(HOUR + 60_000);
        return cart;
      });
      await t.step('her cart is abandoned; she is not, so that no program begins', async () => {
        await t.eventually(async () => {
          holds(await cartOf(t, cartId, 'Status__c'), { Status__c: 'Abandoned' });
        });
        await t.quiet();
        holds(await personWith(t, email), {
          Cart_Mail_Consent__c: 'Refused',
          Cart_Status__c: 'None',
          ...nothingLeft(t),
        });
      });
      await t.step('she buys it: an order like any other', async () => {
        await t.shop.payCart(cartId);
        await arrived(t, email);
      });
    },
  },
];
