import { isDeepStrictEqual } from 'node:util';
import { transaction, type Client, type Pool, type Queryable } from '../../shared/database/pool.ts';
import type { OrgId, PersonId, RecordKey, ShopId } from '../../shared/ids.ts';
import { instantOf } from '../../shared/time.ts';
import { nextCartState, type CartNews, type CartState, type CartStatus } from './cart-state.ts';

interface CartRow {
  key: RecordKey;
  personId: PersonId | null;
  status: CartStatus;
  timesAbandoned: number;
  abandonedAt: Date | null;
  convertedAt: Date | null;
  orderKey: string | null;
  cart: CartState['cart'];
  changedAt: Date;
}

const COLUMNS = `key, person_id as "personId", status, times_abandoned as "timesAbandoned",
  abandoned_at as "abandonedAt", converted_at as "convertedAt", order_key as "orderKey", cart,
  changed_at as "changedAt"`;

/** A cart as the books have it, and whose it is. */
export interface BookedCart {
  key: RecordKey;
  personId: PersonId | null;
  state: CartState;
}

/** Something heard or seen of a cart. */
export interface NewsOf {
  key: RecordKey;
  /** Whose it is, where the news says so; once known it stays known. */
  person: PersonId | null;
  news: CartNews;
}

/**
 * Books news of carts, one after the other, and returns each one's cart as it is then; null where
 * there is nothing to know of it. A cart may come several times. Three queries, however many.
 */
export async function bookCarts(
  pool: Pool,
  org: OrgId,
  all: NewsOf[],
): Promise<(BookedCart | null)[]> {
  if (all.length === 0) return [];
  return transaction(pool, async (client) => {
    await lockCarts(client, org);
    const before = await loadCarts(
      client,
      all.map(({ key }) => key),
    );
    const carts = new Map(before);
    const booked = all.map(({ key, person, news }) => {
      const known = carts.get(key);
      const state = nextCartState(known?.state ?? null, news);
      if (!state) return null;
      const cart = { key, personId: person ?? known?.personId ?? null, state };
      carts.set(key, cart);
      return cart;
    });
    await saveCarts(
      client,
      org,
      [...carts.values()].filter((cart) => !isDeepStrictEqual(cart, before.get(cart.key))),
    );
    return booked;
  });
}

/**
 * A cart's own events and the order it became arrive side by side, and a cart nobody knew yet has
 * no row to lock. An org's carts are booked by one worker at a time: the wait is one insert long,
 * and a lock for each cart would use up the server's room for locks.
 */
async function lockCarts(client: Client, org: OrgId): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [org]);
}

/** These carts as the books have them. */
export async function loadCarts(
  db: Queryable,
  keys: RecordKey[],
): Promise<Map<RecordKey, BookedCart>> {
  const { rows } = await db.query<CartRow>(
    `select ${COLUMNS} from cartbridge.cart_ledger where key = any($1)`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, toBooked(row)]));
}

async function saveCarts(client: Client, org: OrgId, carts: BookedCart[]): Promise<void> {
  if (carts.length === 0) return;
  await client.query(
    // A row locks its person, and everybody locks people in the order of their ids.
    `insert into cartbridge.cart_ledger
       (key, org_id, person_id, status, times_abandoned, abandoned_at, converted_at, order_key, cart, changed_at)
     select key, $1, person_id, status, times_abandoned, abandoned_at, converted_at, order_key, cart, changed_at
     from unnest($2::text[], $3::uuid[], $4::text[], $5::int[], $6::timestamptz[],
                 $7::timestamptz[], $8::text[], $9::jsonb[], $10::timestamptz[])
       as news (key, person_id, status, times_abandoned, abandoned_at, converted_at, order_key, cart, changed_at)
     order by person_id, key
     on conflict (key) do update set
       person_id = excluded.person_id, status = excluded.status,
       times_abandoned = excluded.times_abandoned, abandoned_at = excluded.abandoned_at,
       converted_at = excluded.converted_at, order_key = excluded.order_key, cart = excluded.cart,
       changed_at = excluded.changed_at`,
    [
      org,
      carts.map(({ key }) => key),
      carts.map(({ personId }) => personId),
      carts.map(({ state }) => state.status),
      carts.map(({ state }) => state.timesAbandoned),
      carts.map(({ state }) => state.abandonedAt),
      carts.map(({ state }) => state.convertedAt),
      carts.map(({ state }) => state.orderKey),
      carts.map(({ state }) => state.cart && JSON.stringify(state.cart)),
      carts.map(({ state }) => state.changedAt),
    ],
  );
}

/** Every cart of these people. */
export async function cartsOf(
  db: Queryable,
  people: PersonId[],
): Promise<Map<PersonId, CartState[]>> {
  const { rows } = await db.query<CartRow>(
    `select ${COLUMNS} from cartbridge.cart_ledger where person_id = any($1::uuid[])`,
    [people],
  );
  const carts = new Map<PersonId, CartState[]>();
  for (const row of rows) {
    if (row.personId)
      carts.set(row.personId, [...(carts.get(row.personId) ?? []), toBooked(row).state]);
  }
  return carts;
}

/** The carts of a shop that changed last, latest first. */
export async function newestCarts(
  db: Queryable,
  org: OrgId,
  shop: ShopId,
  most: number,
): Promise<RecordKey[]> {
  const { rows } = await db.query<{ key: RecordKey }>(
    `select key from cartbridge.cart_ledger
     where org_id = $1 and starts_with(key, $2) and cart is not null
     order by changed_at desc, key limit $3`,
    [org, `${shop}:cart:`, most],
  );
  return rows.map(({ key }) => key);
}

/** Whose these carts are, as far as the books know. */
export async function cartPeople(
  db: Queryable,
  keys: RecordKey[],
): Promise<Map<RecordKey, PersonId>> {
  const { rows } = await db.query<{ key: RecordKey; person: PersonId }>(
    `select key, person_id as person from cartbridge.cart_ledger
     where key = any($1) and person_id is not null`,
    [keys],
  );
  return new Map(rows.map(({ key, person }) => [key, person]));
}

function toBooked({
  key,
  personId,
  abandonedAt,
  convertedAt,
  changedAt,
  ...row
}: CartRow): BookedCart {
  return {
    key,
    personId,
    state: {
      ...row,
      abandonedAt: abandonedAt && instantOf(abandonedAt),
      convertedAt: convertedAt && instantOf(convertedAt),
      changedAt: instantOf(changedAt),
    },
  };
}
