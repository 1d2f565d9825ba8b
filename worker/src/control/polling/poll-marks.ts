import { POLLED_KINDS, type PolledKind } from '../../compose/shops/shop-reader.ts';
import type { Client, Queryable } from '../../shared/database/pool.ts';
import type { ShopId } from '../../shared/ids.ts';

/**
 * How far each kind was asked for. One that was never asked for begins now: what was before is
 * history, and comes another way.
 */
export async function findMarks(db: Queryable, shop: ShopId): Promise<Map<PolledKind, Date>> {
  await db.query(
    `insert into cartbridge.poll_mark (shop_id, kind, polled_to)
     select $1, kind, now() from unnest($2::text[]) as kinds (kind)
     on conflict do nothing`,
    [shop, POLLED_KINDS],
  );
  const { rows } = await db.query<{ kind: PolledKind; polledTo: Date }>(
    'select kind, polled_to as "polledTo" from cartbridge.poll_mark where shop_id = $1',
    [shop],
  );
  return new Map(rows.map(({ kind, polledTo }) => [kind, polledTo]));
}

/** Never moves a mark back. */
export async function moveMark(
  db: Queryable,
  shop: ShopId,
  kind: PolledKind,
  to: Date,
): Promise<void> {
  await db.query(
    `update cartbridge.poll_mark set polled_to = greatest(polled_to, $3), polled_at = now()
     where shop_id = $1 and kind = $2`,
    [shop, kind, to],
  );
}

/** A state in which a record was met. */
export interface Met {
  kind: string;
  recordId: string;
  version: string;
}

/**
 * Remembers the states in which records were met, and answers those that are news. Two processes
 * that meet the same one wait for each other, and one of them has the news.
 */
export async function rememberMet<One extends Met>(
  client: Client,
  shop: ShopId,
  met: One[],
): Promise<One[]> {
  const nameOf = ({ kind, recordId }: Met): string => `${kind} ${recordId}`;
  // The last of several states of one record is the one it is in; one order keeps locks in step.
  const latest = [...new Map(met.map((one) => [nameOf(one), one])).values()].sort((one, other) =>
    nameOf(one) < nameOf(other) ? -1 : 1,
  );
  const { rows } = await client.query<Omit<Met, 'version'>>(
    `insert into cartbridge.polled as known (shop_id, kind, record_id, version)
     select $1, kind, record_id, version
     from unnest($2::text[], $3::text[], $4::text[]) as met (kind, record_id, version)
     on conflict (shop_id, kind, record_id) do update
       set version = excluded.version, seen_at = now()
       where known.version <> excluded.version
     returning kind, record_id as "recordId"`,
    [
      shop,
      latest.map(({ kind }) => kind),
      latest.map(({ recordId }) => recordId),
      latest.map(({ version }) => version),
    ],
  );
  const news = new Set(rows.map((row) => nameOf({ ...row, version: '' })));
  return latest.filter((one) => news.has(nameOf(one)));
}

/** Under this kind the carts are remembered that were called idle. */
export const IDLE = 'idle';

/** Longer than any question looks back. */
const KEPT = { polled: '1 day', idle: '8 days' };

/** Forgets states that no question brings up any more. */
export async function sweepMet(db: Queryable): Promise<void> {
  await db.query(
    `delete from cartbridge.polled
     where seen_at < now() - case when kind = $1 then $2::interval else $3::interval end`,
    [IDLE, KEPT.idle, KEPT.polled],
  );
}
