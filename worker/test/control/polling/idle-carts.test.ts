import { expect, it } from 'vitest';
import { callIdleCarts } from '../../../src/control/polling/idle-carts.ts';
import { findPolledShops } from '../../../src/control/polling/polled-shop.ts';
import { recordKey, type ShopId } from '../../../src/shared/ids.ts';
import { ORG, SHOP, usePolling, type UsedPolling } from './polling-kit.ts';

const polling = usePolling();

interface CartWishes {
  idleFor: number;
  kind?: string;
  status?: string;
  shop?: string;
}

async function putCart(used: UsedPolling, id: string, wishes: CartWishes): Promise<void> {
  const { idleFor, kind = 'Shopping', status = 'Open', shop = SHOP } = wishes;
  await used.pool.query(
    `insert into cartbridge.cart_ledger (key, org_id, status, cart, changed_at)
     values ($1, $2, $3, $4, now() - make_interval(mins => $5))
     on conflict (key) do update set status = excluded.status, changed_at = excluded.changed_at`,
    [recordKey(shop as ShopId, 'cart', id), ORG, status, { kind }, idleFor],
  );
}

async function callIdle({ pool, boss }: UsedPolling): Promise<void> {
  for (const shop of await findPolledShops(pool, [ORG])) await callIdleCarts(pool, boss, shop);
}

it('an open shopping cart that nobody touched for the threshold is called idle, and nothing else', async () => {
  const used = await polling();
  await used.addShop(SHOP, { feed: 'polling', idleMinutes: 45 });
  await putCart(used, 'k:1', { idleFor: 46 });
  await putCart(used, 'k2', { idleFor: 44 });
  await putCart(used, 'k3', { idleFor: 46, kind: 'Quote' });
  await putCart(used, 'k4', { idleFor: 46, status: 'Converted' });
  await putCart(used, 'k5', { idleFor: 46, status: 'Abandoned' });
  await putCart(used, 'k6', { idleFor: 46, shop: 'shop-12' });
  await putCart(used, 'k7', { idleFor: 10 * 24 * 60 });

  await callIdle(used);

  expect(await used.events()).toEqual(['cart.idle shop-1:cart:k:1']);
  const { rows } = await used.pool.query<{ body: string; at: Date }>(
    `select body, changed_at as at from cartbridge.event
     join cartbridge.cart_ledger on key = record_key`,
  );
  const { occurredAt } = JSON.parse(rows[0]?.body ?? '') as { occurredAt: string };
  expect(Date.parse(occurredAt)).toBe((rows[0]?.at.getTime() ?? 0) + 45 * 60_000);
});

it('a cart is called idle once, whatever became of the event, and again after somebody touched it', async () => {
  const used = await polling();
  await used.addShop();
  await putCart(used, 'k1', { idleFor: 90 });
  await callIdle(used);
  await used.pool.query(`delete from cartbridge.event`);

  await callIdle(used);
  const repeated = await used.events();
  await putCart(used, 'k1', { idleFor: 61 });
  await callIdle(used);

  expect(repeated).toEqual([]);
  expect(await used.events()).toEqual(['cart.idle shop-1:cart:k1']);
});

it('a shop that tells by webhooks is watched only where an admin wants it', async () => {
  const used = await polling();
  await used.addShop('told' as ShopId, { feed: 'webhooks', idleMinutes: 60 });
  await used.addShop('half' as ShopId, { watchesCarts: true, idleMinutes: 30 });
  await used.addShop('asked' as ShopId, { feed: 'polling' });

  const shops = await findPolledShops(used.pool, [ORG]);

  expect(shops.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
    { id: 'asked', orgId: ORG, isAsked: true, idleMinutes: 60 },
    { id: 'half', orgId: ORG, isAsked: false, idleMinutes: 30 },
  ]);
});
