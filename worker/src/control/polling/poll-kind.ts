import type { PgBoss } from 'pg-boss';
import { storeEvents, type IncomingEvent } from '../../buffer/inbox.ts';
import type { OpenShop } from '../../compose/shops/open-shops.ts';
import type { Change, PolledKind } from '../../compose/shops/shop-reader.ts';
import { transaction, type Pool } from '../../shared/database/pool.ts';
import { recordKey } from '../../shared/ids.ts';
import type { Shop } from '../../shared/shops.ts';
import { instantOf } from '../../shared/time.ts';
import { moveMark, rememberMet, type Met } from './poll-marks.ts';

export interface Polling {
  pool: Pool;
  boss: PgBoss;
  /** False once this process has to leave the org to another one. */
  goesOn: () => boolean;
}

interface Page {
  changes: Change[];
  next: string | null;
}

/** What was written late in the shop carries an earlier time than what was already seen. */
const LOOK_BACK_MS = 5 * 60_000;
/** A mark follows the shop's own clock, which may be wrong by less than this. */
const CLOCKS_DIFFER_MS = 60 * 60_000;

/**
 * Asks for what changed in a kind since the mark, page by page. The events of a page, the memory of
 * what they were made of and the mark are one commit: after a crash the same page brings no event
 * twice, and none is missing. Throws a Failure of a `shop_` kind.
 * @returns how many events came of it
 */
export async function pollKind(
  { pool, boss, goesOn }: Polling,
  { shop, reader }: OpenShop,
  kind: PolledKind,
  mark: Date,
): Promise<number> {
  const begun = Date.now();
  const since = instantOf(mark.getTime() - LOOK_BACK_MS);
  const asked = new Set<string>();
  let events = 0;
  let cursor: string | null = null;
  while (goesOn()) {
    const page: Page | undefined = await reader.changedSince?.(kind, since, cursor);
    if (!page) break;
    const { changes, next }: Page = page;
    // A shop whose pages lead back to one that was read would be asked for ever.
    const isLast = next === null || asked.has(next);
    const newest = latestOf(changes, begun) ?? mark.getTime();
    const to = new Date(isLast ? Math.max(newest, begun - CLOCKS_DIFFER_MS) : newest);
    events += await transaction(pool, async (client) => {
      const news = await rememberMet(
        client,
        shop.id,
        changes.map((change) => metIn(kind, change)),
      );
      await storeEvents(
        client,
        boss,
        news.map(({ change }) => eventOf(shop, kind, change)),
      );
      await moveMark(client, shop.id, kind, to);
      return news.length;
    });
    if (isLast) break;
    asked.add(next);
    cursor = next;
  }
  return events;
}

/** A time ahead of ours must not lead past what is still to come. */
function latestOf(changes: Change[], now: number): number | undefined {
  const times = changes.map(({ modifiedAt }) => Date.parse(modifiedAt));
  return times.length > 0 ? Math.min(Math.max(...times), now) : undefined;
}

function metIn(kind: PolledKind, change: Change): Met & { change: Change } {
  const { id, part, version } = change;
  return { kind, recordId: part === undefined ? id : `${id} ${part}`, version, change };
}

/** As a delivery of the shop would be stored; what `hear` needs is in `data`. */
function eventOf(shop: Shop, kind: PolledKind, change: Change): IncomingEvent {
  const scope = `${kind}.polled`;
  return {
    ...{ orgId: shop.orgId, shopId: shop.id, scope },
    recordKey: recordKey(shop.id, kind === 'inventory' ? 'product' : kind, change.id),
    idempotencyKey: [scope, change.id, change.part ?? '', change.version].join(' '),
    body: JSON.stringify({
      ...{ type: scope, occurredAt: change.modifiedAt, data: change.hint ?? {} },
    }),
  };
}
