import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartBlock, type CartBlock } from '../../../src/compose/books/cart-block.ts';
import { bookCarts, cartsOf } from '../../../src/compose/books/cart-ledger.ts';
import type { CartNews, CartState } from '../../../src/compose/books/cart-state.ts';
import { mergePeople } from '../../../src/compose/people/merge-people.ts';
import { loadPeople, saveLessons } from '../../../src/compose/people/person.ts';
import { transaction } from '../../../src/shared/database/pool.ts';
import { recordKey, type OrgId, type PersonId, type ShopId } from '../../../src/shared/ids.ts';
import { abandoned, at, converted, seen } from '../books/carts.ts';
import { useDatabase } from '../use-database.ts';

const { pool, newOrg } = useDatabase();
const STOREFRONT = { url: 'https://shop.example', currency: 'USD' };
const NOW = new Date(at(20));

interface Heard {
  /** Of two people, until they are one. */
  person: 0 | 1;
  cart: string;
  news: CartNews;
}

/** News of a few carts of two people, in whatever order it arrives. */
const heard: fc.Arbitrary<Heard> = fc
  .record({ person: fc.constantFrom(0, 1), cart: fc.constantFrom('a', 'b', 'c') })
  .chain(({ person, cart }) =>
    fc
      .oneof(
        fc.integer({ min: 1, max: 9 }).map(seen),
        fc
          .tuple(fc.integer({ min: 5, max: 10 }), fc.integer({ min: 1, max: 9 }))
          .map(([left, touched]) => abandoned(left, touched)),
        fc.integer({ min: 1, max: 10 }).map(converted),
      )
      .map((news) => ({ person, cart: `${person}${cart}`, news })),
  );

async function newPeople(org: OrgId): Promise<[PersonId, PersonId]> {
  const { rows } = await pool().query<{ id: PersonId }>(
    `with shop as (
       insert into cartbridge.shop (id, org_id, platform, api_url, producer, name, secrets)
       values ($1, $1, 'bigcommerce', '', $1, '', '')
     )
     insert into cartbridge.person (org_id, customer_key, object, salesforce_id)
     values ($1, $1 || ':guest:a', 'Lead', '00Q1'), ($1, $1 || ':customer:1', 'Lead', '00Q2')
     returning id`,
    [org],
  );
  return rows.map(({ id }) => id) as [PersonId, PersonId];
}

/** What the worker would write of a person now; it is kept as written. */
async function writeBlock(id: PersonId): Promise<{ block: CartBlock; carts: CartState[] }> {
  const carts = (await cartsOf(pool(), [id])).get(id) ?? [];
  const before = (await loadPeople(pool(), [id])).get(id)?.cartBlock ?? null;
  const block = cartBlock(carts, before, STOREFRONT, NOW);
  await transaction(pool(), (db) => saveLessons(db, [{ id, cartBlock: block }]));
  return { block, carts };
}

/** When the abandoned cart that is written was last touched. */
function touchedAt({ abandonedAt }: CartBlock, carts: CartState[]): string {
  const left = carts.filter((cart) => {
    return cart.status === 'Abandoned' && cart.abandonedAt === abandonedAt;
  });
  return left.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), '');
}

describe('two people who become one', () => {
  it('are never told of a cart they left before a purchase, whosever purchase it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(heard, { minLength: 2, maxLength: 8 }),
        fc.nat(7),
        fc.boolean(),
        async (news, mergedAfter, isGuestFirst) => {
          const org = await newOrg();
          const people = await newPeople(org);
          const [winner, loser] = (isGuestFirst ? people : people.toReversed()) as typeof people;
          const bought = new Map<string, { person: 0 | 1; at: string }>();
          for (const [index, { person, cart, news: said }] of news.entries()) {
            const isOne = index >= mergedAfter;
            if (index === mergedAfter)
              await transaction(pool(), (db) => mergePeople(db, org, { winner, loser }));
            if (said.converted && !bought.has(cart))
              bought.set(cart, { person, at: said.converted.at });
            const id = isOne ? winner : people[person];
            const key = recordKey(org as string as ShopId, 'cart', cart);
            await bookCarts(pool(), org, [{ key, person: id, news: said }]);

            const { block, carts } = await writeBlock(id);
            if (block.status !== 'Abandoned') continue;
            const touched = touchedAt(block, carts);
            const later = [...bought.values()].filter(
              (purchase) => (isOne || purchase.person === person) && purchase.at >= touched,
            );
            expect(later).toEqual([]);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
