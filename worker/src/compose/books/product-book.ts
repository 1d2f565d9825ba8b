import type { Pool } from '../../shared/database/pool.ts';
import { Failure } from '../../shared/failure.ts';
import type { OrgId } from '../../shared/ids.ts';
import { add } from '../../shared/money.ts';
import type { Order, Product } from '../canonical.ts';
import type { Seen } from '../shops/heard.ts';
import { keyIn, type OpenShop } from '../shops/open-shops.ts';
import type { Interest } from './order-ledger.ts';

/** Read again after this long, in case a product's own event was missed. */
const FRESH_HOURS = 24;

/** Keeps what product events told; orders then need not ask the shop. */
export async function bookProducts(
  pool: Pool,
  org: OrgId,
  products: Seen<Product>[],
): Promise<void> {
  if (products.length === 0) return;
  await pool.query(
    `insert into cartbridge.product (key, org_id, product, read_at)
     select key, $1, product, now() from unnest($2::text[], $3::jsonb[]) as seen (key, product)
     on conflict (key) do update set product = excluded.product, read_at = excluded.read_at`,
    [
      org,
      products.map(({ key }) => key),
      products.map(({ record }) => record && JSON.stringify(record)),
    ],
  );
}

/** What the orders were spent on, by category, for each order's id. */
export async function interestsOf(
  pool: Pool,
  org: OrgId,
  open: OpenShop,
  orders: Order[],
): Promise<Map<string, Interest[]>> {
  const ids = [
    ...new Set(orders.flatMap(({ items }) => items.flatMap(({ productId }) => productId ?? []))),
  ];
  const categories = await categoriesOf(pool, org, open, ids);
  return new Map(orders.map((order) => [order.id, sumByCategory(order, categories)]));
}

async function categoriesOf(
  pool: Pool,
  org: OrgId,
  open: OpenShop,
  ids: string[],
): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ key: string; product: Product | null }>(
    `select key, product from cartbridge.product
     where key = any($1) and read_at > now() - make_interval(hours => $2)`,
    [ids.map((id) => keyIn(open, 'product', id)), FRESH_HOURS],
  );
  const known = new Map(rows.map(({ key, product }) => [key, product]));
  const missing = ids.filter((id) => !known.has(keyIn(open, 'product', id)));
  for (const { key, record } of await readMissing(pool, org, open, missing)) known.set(key, record);
  return new Map(ids.map((id) => [id, known.get(keyIn(open, 'product', id))?.categories ?? []]));
}

async function readMissing(
  pool: Pool,
  org: OrgId,
  open: OpenShop,
  ids: string[],
): Promise<Seen<Product>[]> {
  if (ids.length === 0) return [];
  const answers = await open.reader.readProducts(ids);
  const seen = [...answers].flatMap(([id, answer]) => {
    if ('failed' in answer) return passable(answer.failed);
    return [
      {
        key: keyIn(open, 'product', id),
        heard: {},
        record: 'found' in answer ? answer.found : null,
      },
    ];
  });
  await bookProducts(pool, org, seen);
  return seen;
}

/** A product nobody can read must not hold an order up; a shop that is away does so anyway. */
function passable(failure: Failure): [] {
  if (failure.kind === 'shop_shape') return [];
  throw failure;
}

function sumByCategory(order: Order, categories: Map<string, string[]>): Interest[] {
  const amounts = new Map<string, string>();
  for (const { productId, total } of order.items) {
    for (const name of (productId === null ? undefined : categories.get(productId)) ?? []) {
      amounts.set(name, add(amounts.get(name) ?? '0', total));
    }
  }
  return [...amounts].map(([name, amount]) => ({ name, amount }));
}
