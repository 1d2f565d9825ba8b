import { transaction, type Client, type Pool, type Queryable } from '../../shared/database/pool.ts';
import type { OrgId, PersonId, RecordKey } from '../../shared/ids.ts';
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

/**
 * Books news of a cart and returns its new state; null when there is nothing to know of it. The row
 * is locked meanwhile: a cart's own events and the order it became arrive side by side.
 * @param person whose it is, where the news says so; once known it stays known
 */
export async function bookCart(
  pool: Pool,
  org: OrgId,
  key: RecordKey,
  person: PersonId | null,
  news: CartNews,
): Promise<BookedCart | null> {
  return transaction(pool, async (client) => {
    const before = await lockCart(client, key);
    const state = nextCartState(before?.state ?? null, news);
    if (!state) return null;
    const personId = person ?? before?.personId ?? null;
    await saveCart(client, org, { key, personId, state });
    return { key, personId, state };
  });
}

async function lockCart(client: Client, key: RecordKey): Promise<BookedCart | null> {
  // The key itself is locked, for a cart nobody knew yet has no row to lock.
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [key]);
  const { rows } = await client.query<CartRow>(
    `select ${COLUMNS} from cartbridge.cart_ledger where key = $1`,
    [key],
  );
  return rows[0] ? toBooked(rows[0]) : null;
}

async function saveCart(
  client: Client,
  org: OrgId,
  { key, personId, state }: BookedCart,
): Promise<void> {
  await client.query(
    `insert into cartbridge.cart_ledger
       (key, org_id, person_id, status, times_abandoned, abandoned_at, converted_at, order_key, cart, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (key) do update set
       person_id = excluded.person_id, status = excluded.status,
       times_abandoned = excluded.times_abandoned, abandoned_at = excluded.abandoned_at,
       converted_at = excluded.converted_at, order_key = excluded.order_key, cart = excluded.cart,
       changed_at = excluded.changed_at`,
    [
      key,
      org,
      personId,
      state.status,
      state.timesAbandoned,
      state.abandonedAt,
      state.convertedAt,
      state.orderKey,
      state.cart && JSON.stringify(state.cart),
      state.changedAt,
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
