import { describe, it, expect } from 'vitest';
import { bookCarts, type BookedCart } from '../../../src/compose/books/cart-ledger.ts';
import { bookOrders } from '../../../src/compose/books/order-ledger.ts';
import { identify, type Mention } from '../../../src/compose/people/identify.ts';
import { shopRecord } from '../../../src/compose/shops/raw.ts';
import { recordKey, type OrgId, type PersonId, type ShopId } from '../../../src/shared/ids.ts';
import { settingsShape } from '../../../src/shared/orgs.ts';
import { useDatabase } from '../use-database.ts';
import { abandoned, cartOf, converted, seen } from './carts.ts';
import { orderOf } from './order-fixture.ts';

const { pool, newOrg } = useDatabase();
let shops = 0;

/** A shop nobody used before: keys of records hold for all orgs. */
function newShop(): ShopId {
  shops += 1;
  return `batch${shops}` as ShopId;
}

function statusOf(cart: BookedCart | null | undefined): string | undefined {
  return cart?.state.status;
}

describe('a batch of carts', () => {
  it('answers news of one cart in their order, each with the state of its moment', async () => {
    const org = await newOrg();
    const shop = newShop();
    const [one, other] = ['1', '2'].map((id) => recordKey(shop, 'cart', id));
    if (!one || !other) throw new Error('Two keys were made.');

    const booked = await bookCarts(pool(), org, [
      { key: one, person: null, news: seen(9) },
      { key: other, person: null, news: {} },
      { key: one, person: null, news: abandoned(10, 9) },
      { key: one, person: null, news: converted(11) },
    ]);

    expect(booked.map(statusOf)).toEqual(['Open', undefined, 'Abandoned', 'Converted']);
    const [again] = await bookCarts(pool(), org, [{ key: one, person: null, news: seen(12) }]);
    expect(again).toEqual(booked[3]);
  });

  it('keeps whose a cart is when later news does not say', async () => {
    const org = await newOrg();
    const shop = newShop();
    const key = recordKey(shop, 'cart', '1');
    const [person = null] = await meetAll(org, shop, [
      { customerId: null, email: 'kim@example.com' },
    ]);

    await bookCarts(pool(), org, [{ key, person, news: seen(9) }]);
    const [later] = await bookCarts(pool(), org, [{ key, person: null, news: seen(10) }]);

    expect(later?.personId).toBe(person);
  });

  it('writes no row where the shop’s own record came once more, whatever is in it', async () => {
    const org = await newOrg();
    const key = recordKey(newShop(), 'cart', '1');
    const version = async (): Promise<unknown> =>
      (await pool().query('select xmin from cartbridge.cart_ledger where key = $1', [key])).rows;
    const book = async (): Promise<void> => {
      const said: unknown = JSON.parse(
        '{"note":"a\\u0000b\\ud83d","tiny":-0,"large":1e21,"part":0.1,"\\u00e9":[[],{},null]}',
      );
      const cart = cartOf(9, { raw: shopRecord(said) });
      await bookCarts(pool(), org, [{ key, person: null, news: { cart } }]);
    };

    await book();
    const before = await version();
    await book();

    expect(before).toHaveLength(1);
    expect(await version()).toEqual(before);
  });

  it('writes no row where nothing changed', async () => {
    const org = await newOrg();
    const key = recordKey(newShop(), 'cart', '1');
    const version = async (): Promise<unknown> =>
      (await pool().query('select xmin from cartbridge.cart_ledger where key = $1', [key])).rows;
    await bookCarts(pool(), org, [{ key, person: null, news: abandoned(10, 9) }]);
    const before = await version();

    await bookCarts(pool(), org, [{ key, person: null, news: abandoned(10, 9) }]);
    expect(await version()).toEqual(before);
    await bookCarts(pool(), org, [{ key, person: null, news: seen(11) }]);
    expect(await version()).not.toEqual(before);
  });

  it('ends as Converted when two workers book one cart at once', async () => {
    const org = await newOrg();
    const shop = newShop();
    const keys = Array.from({ length: 30 }, (_, id) => recordKey(shop, 'cart', String(id)));
    const batch = (news: Parameters<typeof bookCarts>[2][number]['news']) =>
      keys.map((key) => ({ key, person: null, news }));

    await Promise.all([
      bookCarts(pool(), org, batch(seen(9))),
      bookCarts(pool(), org, batch(converted(11)).toReversed()),
      bookCarts(pool(), org, batch(abandoned(10, 9))),
    ]);

    const ends = await bookCarts(pool(), org, batch({}));
    expect(new Set(ends.map(statusOf))).toEqual(new Set(['Converted']));
  });
});

describe('workers whose batches are about the same people', () => {
  it('never wait for each other in a circle', async () => {
    const org = await newOrg();
    const shop = newShop();
    for (let round = 0; round < 5; round += 1) {
      const guests = Array.from({ length: 400 }, (_, number) => guest(`${round}-${number}`));
      const people = (await meetAll(org, shop, guests)).filter((id) => id !== null);
      const registered = guests.map((mention, number) => ({
        ...mention,
        customerId: `${round}-${number}`,
      }));
      await Promise.all([
        meetAll(org, shop, registered),
        meetAll(org, shop, registered.toReversed()),
        ...[people, people.toReversed()].flatMap((owners, turn) => [
          bookCarts(pool(), org, cartsOf(shop, owners, `${round}-${turn}`)),
          bookOrdersOf(org, shop, owners, `${round}-${turn}`),
        ]),
      ]);

      expect(await meetAll(org, shop, registered)).toEqual(people);
    }
  });

  function guest(name: string): Mention {
    return { customerId: null, email: `${name}@example.com` };
  }

  function cartsOf(shop: ShopId, owners: PersonId[], batch: string) {
    return owners.map((person, index) => ({
      key: recordKey(shop, 'cart', `${batch}-${index}`),
      person,
      news: seen(9),
    }));
  }

  function bookOrdersOf(org: OrgId, shop: ShopId, owners: PersonId[], batch: string) {
    const news = owners.map((person, index) => ({
      key: recordKey(shop, 'order', `${batch}-${index}`),
      order: orderOf({ id: `${batch}-${index}` }),
      person,
      interests: [],
    }));
    return bookOrders(pool(), org, 'EUR', news);
  }
});

async function meetAll(
  org: OrgId,
  shop: ShopId,
  mentions: Mention[],
): Promise<(PersonId | null)[]> {
  const found = await identify(pool(), org, shop, mentions, settingsShape.parse({}));
  return found.map((one) => one?.person ?? null);
}
