import type { PgBoss } from 'pg-boss';
import { describe, expect, it } from 'vitest';
import { pollShop } from '../../../src/control/polling/poll-shop.ts';
import { sweepMet } from '../../../src/control/polling/poll-marks.ts';
import { Failure } from '../../../src/shared/failure.ts';
import { change, usePolling, type ListedShop, type UsedPolling } from './polling-kit.ts';

const polling = usePolling();

/** Asks the shop for everything, as often as is said. */
async function poll({ pool, boss }: UsedPolling, shop: ListedShop, goesOn = () => true) {
  return pollShop({ pool, boss, goesOn }, await shop.open());
}

function minutesAgo(moment: string): number {
  return (Date.now() - Date.parse(moment)) / 60_000;
}

describe('a shop that is asked what changed', () => {
  it('begins with the moment it is asked first, a few minutes apart for what is written late', async () => {
    const used = await polling();
    const shop = await used.addShop();

    await poll(used, shop);

    expect(shop.asked.map(([kind]) => kind)).toEqual([
      ...['customer', 'product', 'inventory', 'order', 'cart', 'shipment', 'return'],
    ]);
    for (const [, since] of shop.asked) expect(minutesAgo(since)).toBeCloseTo(5, 1);
  });

  it('brings each change once, however often it is asked, and the next state of a record again', async () => {
    const used = await polling();
    const shop = await used.addShop();
    shop.pages = {
      order: [[change('o1', 3), change('o2', 2)]],
      inventory: [
        [
          { ...change('p1', 1), part: 'main' },
          { ...change('p1', 1), part: 'north' },
        ],
      ],
    };

    await poll(used, shop);
    await poll(used, shop);
    shop.pages = { order: [[change('o2', 2), change('o1', 0, 'v2')]] };
    await poll(used, shop);

    expect(await used.events()).toEqual([
      ...['inventory.polled shop-1:product:p1', 'inventory.polled shop-1:product:p1'],
      ...['order.polled shop-1:order:o1', 'order.polled shop-1:order:o2'],
      'order.polled shop-1:order:o1',
    ]);
  });

  it('keeps with an event what its list said', async () => {
    const used = await polling();
    const shop = await used.addShop();
    const bought = { ...change('k1', 1), hint: { orderId: 'o1' } };
    shop.pages = { cart: [[bought]] };

    await poll(used, shop);

    const { rows } = await used.pool.query<{ body: string }>('select body from cartbridge.event');
    expect(JSON.parse(rows[0]?.body ?? '')).toEqual({
      ...{ type: 'cart.polled', occurredAt: bought.modifiedAt, data: { orderId: 'o1' } },
    });
  });

  it('is read page by page, and not for ever where its pages lead in a circle', async () => {
    const used = await polling();
    const shop = await used.addShop();
    shop.pages = { order: [[change('o1', 3)], [change('o2', 2)], [change('o3', 1)]] };
    await poll(used, shop);
    expect(await used.events()).toHaveLength(3);

    const open = await shop.open();
    let asked = 0;
    open.reader.changedSince = () => {
      asked += 1;
      return Promise.resolve({ changes: [], next: 'again' });
    };
    await pollShop({ ...used, goesOn: () => true }, open);

    expect(asked).toBe(2 * 7);
  });

  it('goes on where it was after a crash between two pages: nothing is lost and nothing comes twice', async () => {
    const used = await polling();
    const shop = await used.addShop();
    shop.pages = { order: [[change('o1', 3)], [change('o2', 2)]] };
    const full = { insert: () => Promise.reject(new Error('The disk is full.')) };
    await poll({ ...used, boss: full as unknown as PgBoss }, shop);
    expect(await used.events()).toEqual([]);
    shop.meanwhile = (_, cursor) =>
      cursor === null ? Promise.resolve() : Promise.reject(new Error('The process died.'));
    await poll(used, shop);
    shop.meanwhile = () => Promise.resolve();

    await poll(used, shop);

    expect(await used.events()).toEqual([
      ...['order.polled shop-1:order:o1', 'order.polled shop-1:order:o2'],
    ]);
  });

  it('that says a time ahead of ours loses nothing that comes after', async () => {
    const used = await polling();
    const shop = await used.addShop();
    shop.pages = { order: [[change('o1', -60 * 24 * 365)]] };

    await poll(used, shop);
    shop.asked.length = 0;
    await poll(used, shop);

    const [, since = ''] = shop.asked.find(([kind]) => kind === 'order') ?? [];
    expect(minutesAgo(since)).toBeGreaterThan(4.9);
  });

  it('whose clock goes after ours is asked from its own last change on', async () => {
    const used = await polling();
    const shop = await used.addShop();
    await poll(used, shop);
    await used.pool.query(
      `update cartbridge.poll_mark set polled_to = now() - interval '50 minutes'`,
    );
    shop.pages = { order: [[change('o1', 40)]] };

    await poll(used, shop);
    shop.asked.length = 0;
    await poll(used, shop);

    const [, since = ''] = shop.asked.find(([kind]) => kind === 'order') ?? [];
    expect(minutesAgo(since)).toBeCloseTo(45, 1);
  });

  it('is left alone at once when it is away, and loses only the kinds that it refuses', async () => {
    const used = await polling();
    const shop = await used.addShop();
    shop.pages = { return: [[change('r1', 1)]] };
    shop.meanwhile = (kind) =>
      kind === 'customer' ? Promise.reject(new Failure('shop_auth', 'No.')) : Promise.resolve();
    const refused = await poll(used, shop);
    shop.asked.length = 0;
    shop.meanwhile = () => Promise.reject(new Failure('shop_unavailable', 'Away.'));
    const away = await poll(used, shop);

    expect(refused.map(({ kind }) => kind)).toEqual(['shop_auth']);
    expect(await used.events()).toEqual(['return.polled shop-1:return:r1']);
    expect(away.map(({ kind }) => kind)).toEqual(['shop_unavailable']);
    expect(shop.asked).toHaveLength(1);
  });

  it('asked by two processes at once brings each change once', async () => {
    const used = await polling();
    const shop = await used.addShop();
    shop.pages = { order: [[change('o1', 3), change('o2', 2)]] };

    await Promise.all([poll(used, shop), poll(used, shop)]);

    expect((await used.events()).toSorted()).toEqual([
      ...['order.polled shop-1:order:o1', 'order.polled shop-1:order:o2'],
    ]);
  });

  it('is not asked on once the org is somebody else’s', async () => {
    const used = await polling();
    const shop = await used.addShop();

    await poll(used, shop, () => false);

    expect(shop.asked).toEqual([]);
  });
});

it('states met more than a day ago are forgotten, and idle carts after eight', async () => {
  const { pool, addShop } = await polling();
  await addShop();
  await pool.query(
    `insert into cartbridge.polled (shop_id, kind, record_id, version, seen_at)
     select 'shop-1', kind, kind || days, 'v', now() - make_interval(days => days, mins => 1)
     from unnest('{order,idle}'::text[]) as kind, unnest('{0,1,8}'::int[]) as days`,
  );

  await sweepMet(pool);

  const { rows } = await pool.query<{ id: string }>(
    'select record_id as id from cartbridge.polled order by 1',
  );
  expect(rows.map(({ id }) => id)).toEqual(['idle0', 'idle1', 'order0']);
});
