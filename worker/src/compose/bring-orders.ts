import { rowName } from '../deliver/row.ts';
import { findWritten } from '../deliver/written.ts';
import type { Pool } from '../shared/database/pool.ts';
import { idOf, type RecordKey } from '../shared/ids.ts';
import type { Order } from './canonical.ts';
import type { Records } from './read-records.ts';
import type { Seen } from './shops/heard.ts';
import { keyIn, type OpenShop } from './shops/open-shops.ts';

/** The order of each shipment and return that the shop has. */
export function ordersOfParts(
  open: OpenShop,
  { shipments, returns }: Pick<Records, 'shipments' | 'returns'>,
): Map<RecordKey, RecordKey> {
  return new Map(
    [...shipments, ...returns].flatMap(({ key, record }) =>
      record ? [[key, keyIn(open, 'order', record.orderId)] as const] : [],
    ),
  );
}

/**
 * A shipment or return may be heard of before its order: then the order is read along with it, so
 * that there is something to point at. A part whose order could not be read comes again later; one
 * whose order the shop no longer has stands alone.
 */
export async function bringOrders(pool: Pool, open: OpenShop, records: Records): Promise<Records> {
  const orderOf = ordersOfParts(open, records);
  const missing = await unwritten(pool, open, records, [...new Set(orderOf.values())]);
  if (missing.size === 0) return records;
  const failed = new Map(records.failed);
  const asked = [...missing].filter((key) => !failed.has(key));
  const answers = await open.reader.readOrders(asked.map(idOf));
  const brought = asked.flatMap((key): Seen<Order> | [] => {
    const answer = answers.get(idOf(key));
    if (answer && 'failed' in answer) failed.set(key, { result: 'failed', failure: answer.failed });
    return answer && 'found' in answer ? { key, heard: {}, record: answer.found } : [];
  });
  for (const [part, order] of orderOf) {
    const outcome = missing.has(order) ? failed.get(order) : undefined;
    if (outcome) failed.set(part, outcome);
  }
  const isRead = ({ key }: { key: RecordKey }): boolean => !failed.has(key);
  return {
    ...records,
    orders: [...records.orders, ...brought],
    shipments: records.shipments.filter(isRead),
    returns: records.returns.filter(isRead),
    failed,
  };
}

/** Those that Salesforce does not have and that were not read anyway. */
async function unwritten(
  pool: Pool,
  open: OpenShop,
  { orders }: Records,
  keys: RecordKey[],
): Promise<Set<RecordKey>> {
  const read = new Set(orders.map(({ key }) => key));
  const rows = keys.filter((key) => !read.has(key)).map((key) => ({ object: 'Order__c', key }));
  if (rows.length === 0) return new Set();
  const known = await findWritten(pool, open.shop.orgId, rows);
  return new Set(rows.filter((row) => !known.has(rowName(row))).map(({ key }) => key));
}
