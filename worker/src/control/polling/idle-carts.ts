import type { PgBoss } from 'pg-boss';
import { storeEvents, type IncomingEvent } from '../../buffer/inbox.ts';
import { IDLE_CART } from '../../compose/shops/heard.ts';
import { transaction, type Pool } from '../../shared/database/pool.ts';
import { idOf, type RecordKey } from '../../shared/ids.ts';
import { instantOf } from '../../shared/time.ts';
import { IDLE, rememberMet } from './poll-marks.ts';
import type { PolledShop } from './polled-shop.ts';

/** What nobody touched for longer is history, such as all carts of a shop that was away for weeks. */
const OLDEST_DAYS = 7;
const AT_ONCE = 500;

interface IdleCart {
  key: RecordKey;
  changedAt: Date;
}

/**
 * Calls every open shopping cart abandoned that nobody touched for the shop's threshold: an event
 * says since when, and the cart is looked at once more before anybody is told. Each state of a cart
 * is called so once, whatever becomes of the event.
 * @returns how many
 */
export async function callIdleCarts(
  pool: Pool,
  boss: PgBoss,
  shop: PolledShop,
  now = new Date(),
): Promise<number> {
  return transaction(pool, async (client) => {
    const { rows } = await client.query<IdleCart>(
      `select key, changed_at as "changedAt" from cartbridge.cart_ledger as cart
       where org_id = $1 and status = 'Open' and starts_with(key, $2 || ':cart:')
         and coalesce(cart.cart->>'kind', 'Shopping') = 'Shopping'
         and changed_at <= $7::timestamptz - make_interval(mins => $3)
         and changed_at > $7::timestamptz - make_interval(mins => $3, days => $4)
         and not exists (
           select from cartbridge.polled
           where shop_id = $2 and kind = $5 and record_id = substr(cart.key, length($2 || ':cart:') + 1)
             and version = floor(extract(epoch from changed_at) * 1000)::text)
       order by changed_at limit $6`,
      [shop.orgId, shop.id, shop.idleMinutes, OLDEST_DAYS, IDLE, AT_ONCE, now],
    );
    const news = await rememberMet(
      client,
      shop.id,
      rows.map((cart) => ({
        ...{ kind: IDLE, recordId: idOf(cart.key), cart },
        version: String(cart.changedAt.getTime()),
      })),
    );
    await storeEvents(
      client,
      boss,
      news.map(({ cart }) => eventOf(shop, cart)),
    );
    return news.length;
  });
}

function eventOf(
  { id, orgId, idleMinutes }: PolledShop,
  { key, changedAt }: IdleCart,
): IncomingEvent {
  const occurredAt = instantOf(changedAt.getTime() + idleMinutes * 60_000);
  return {
    ...{ orgId, shopId: id, scope: IDLE_CART, recordKey: key },
    idempotencyKey: [IDLE_CART, key, changedAt.toISOString()].join(' '),
    body: JSON.stringify({ type: IDLE_CART, occurredAt, data: {} }),
  };
}
