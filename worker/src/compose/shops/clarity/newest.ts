import { z } from 'zod';
import { statusOf } from './order-status.ts';
import { loose, recordId, type Moment } from './shapes.ts';
import type { Source } from './source.ts';

/** The contract's word for the order in which the newest change comes first. */
const NEWEST = 'newest';
const LARGEST_PAGE = 200;

/** Unfinished checkouts may be told as orders; so many of them in a row are more than a shop has. */
const LOOKED_PAST = 50;

/** The records that changed last, newest first; rows without a readable id are passed over. */
export async function newestIds(source: Source, most: number): Promise<string[]> {
  const rows = await newestRows(source, most);
  const { idField } = source;
  const shape = z.object({ [idField]: recordId });
  return rows.flatMap((record) => shape.safeParse(record).data?.[idField] ?? []).slice(0, most);
}

/** The orders that changed last, without unfinished ones. */
export async function newestOrders(
  source: Source,
  moment: Moment,
  most: number,
): Promise<{ id: string; placedAt: string }[]> {
  const shape = z.object({ orderId: recordId, status: loose, orderDate: moment });
  const rows = await newestRows(source, most + LOOKED_PAST);
  return rows
    .flatMap((record) => shape.safeParse(record).data ?? [])
    .filter(({ status }) => statusOf(status) !== 'Incomplete')
    .map(({ orderId, orderDate }) => ({ id: orderId, placedAt: orderDate }))
    .slice(0, most);
}

async function newestRows(source: Source, most: number): Promise<unknown[]> {
  const { rows } = await source.page({ sort: NEWEST, limit: Math.min(most, LARGEST_PAGE) });
  return rows.map(({ record }) => record);
}
