import { describe, expect, it } from 'vitest';
import { bookCarts } from '../../../src/compose/books/cart-ledger.ts';
import { identify } from '../../../src/compose/people/identify.ts';
import { withPeopleLocked } from '../../../src/compose/people/lock-people.ts';
import { rehearse } from '../../../src/compose/trial/rehearse.ts';
import { transaction } from '../../../src/shared/database/pool.ts';
import type { PersonId, RecordKey, ShopId } from '../../../src/shared/ids.ts';
import { settingsShape } from '../../../src/shared/orgs.ts';
import { useDatabase } from '../use-database.ts';
import { cartOf } from '../books/carts.ts';
import { dumpBooks, heldLocks } from './dump.ts';

const { pool, newOrg } = useDatabase();
const SHOP = 'bc1' as ShopId;
const POLICY = settingsShape.parse({});
const guest = (email: string) => [{ customerId: null, email }];

describe('a rehearsal', () => {
  it('sees what it writes, and keeps none of it', async () => {
    const org = await newOrg();
    const before = await dumpBooks(pool());

    const seen = await rehearse(pool(), async (books) => {
      const first = await identify(books, org, SHOP, guest('kim@example.com'), POLICY);
      return [first, await identify(books, org, SHOP, guest('kim@example.com'), POLICY)];
    });

    expect(seen[0]).toEqual(seen[1]);
    expect(await dumpBooks(pool())).toEqual(before);
    expect(await heldLocks(pool())).toEqual([]);
  });

  it('undoes a transaction within that fails, and goes on', async () => {
    const org = await newOrg();
    const names = await rehearse(pool(), async (books) => {
      const rename = (name: string, fail: boolean) =>
        transaction(books, async (client) => {
          await client.query('update cartbridge.org set name = $2 where id = $1', [org, name]);
          if (fail) throw new Error('Not so.');
        });
      await rename('first', false);
      await expect(rename('second', true)).rejects.toThrow('Not so.');
      await Promise.all([rename('third', false), rename('fourth', false)]);
      return (
        await books.query<{ name: string }>('select name from cartbridge.org where id = $1', [org])
      ).rows;
    });

    expect(names).toEqual([{ name: 'fourth' }]);
    const { rows } = await pool().query('select name from cartbridge.org where id = $1', [org]);
    expect(rows).toEqual([{ name: org }]);
  });

  it('is run again when live work makes the same person in the same moment', async () => {
    const org = await newOrg();
    const make = `insert into cartbridge.person (org_id, customer_key) values ($1, 'bc1:customer:1')`;
    let runs = 0;

    const seen = await rehearse(pool(), async (books) => {
      runs += 1;
      const known = await books.query('select id from cartbridge.person where org_id = $1', [org]);
      if (runs === 1) await pool().query(make, [org]);
      if (known.rows.length === 0) await books.query(make, [org]);
      return known.rows.length;
    });

    expect({ runs, seen }).toEqual({ runs: 2, seen: 1 });
  });

  it('takes no turn from live work, which goes on while it is open', async () => {
    const org = await newOrg();
    const person = '00000000-0000-4000-8000-000000000001' as PersonId;
    const cart = (id: string) => [
      { key: `${SHOP}:cart:${id}` as RecordKey, person: null, news: { cart: cartOf(9, { id }) } },
    ];

    await rehearse(pool(), async (books) => {
      await identify(books, org, SHOP, guest('kim@example.com'), POLICY);
      await bookCarts(books, org, cart('1'));
      await withPeopleLocked(books, [person], async (mine) => {
        expect([...mine]).toEqual([person]);
        await identify(pool(), org, SHOP, guest('lee@example.com'), POLICY);
        await bookCarts(pool(), org, cart('2'));
        await withPeopleLocked(pool(), [person], (live) => {
          expect([...live]).toEqual([person]);
          return Promise.resolve();
        });
      });
    });

    const { rows } = await pool().query(
      'select key from cartbridge.cart_ledger where org_id = $1',
      [org],
    );
    expect(rows).toEqual([{ key: `${SHOP}:cart:2` }]);
  });

  it('gives way where live work has the row, instead of making it wait', async () => {
    const org = await newOrg();
    await transaction(pool(), async (live) => {
      await live.query('update cartbridge.org set name = $2 where id = $1', [org, 'live']);
      await expect(
        rehearse(pool(), (books) =>
          books.query('update cartbridge.org set name = $2 where id = $1', [org, 'trial']),
        ),
      ).rejects.toMatchObject({ code: '55P03' });
    });
    expect(await heldLocks(pool())).toEqual([]);
  });
});
