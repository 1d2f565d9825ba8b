import type { RecordKey } from '../../shared/ids.ts';
import { ordersOfParts } from '../bring-orders.ts';
import type { Records } from '../read-records.ts';
import type { OpenShop } from '../shops/open-shops.ts';
import type { Outcome } from '../task.ts';
import type { Mentions } from './mentions.ts';
import { allNames, namesOf } from './names.ts';

/** Why records of people who were erased are not taken in; their event's body is blanked by it. */
export const ERASED = 'erased';

const IGNORED: Outcome = { result: 'ignored', details: { why: ERASED } };

/**
 * Leaves out what is of people who were erased, before the books learn of it: records that name them,
 * and records that were theirs, by whatever name those go now. What is part of an order goes with it.
 */
export async function withoutErased(
  open: OpenShop,
  records: Records,
  { mentioned, failed }: Mentions,
): Promise<Mentions> {
  if (!open.whoIsErased) return { mentioned, failed };
  const names = namesByRecord(open, records, mentioned);
  const erased = await open.whoIsErased([...new Set([...names.values()].flat())]);
  if (erased.size === 0) return { mentioned, failed };
  const gone = [...names].flatMap(([key, own]) =>
    own.some((name) => erased.has(name)) ? [[key, IGNORED] as const] : [],
  );
  const ignored = new Map<RecordKey, Outcome>(gone);
  return {
    mentioned: mentioned.filter(({ key }) => !ignored.has(key)),
    failed: new Map([...failed, ...ignored]),
  };
}

function namesByRecord(
  open: OpenShop,
  records: Records,
  mentioned: Mentions['mentioned'],
): Map<RecordKey, string[]> {
  const { orders, carts, customers, shipments, returns } = records;
  const all = [...orders, ...carts, ...customers, ...shipments, ...returns];
  const names = new Map<RecordKey, string[]>(all.map(({ key }) => [key, [key]]));
  const add = (key: RecordKey, more: string[]): void => {
    names.set(key, [...(names.get(key) ?? []), ...more]);
  };
  for (const [part, order] of ordersOfParts(open, records)) add(part, [order]);
  for (const { key, mention } of mentioned) add(key, allNames(namesOf(open.shop.id, mention)));
  return names;
}
