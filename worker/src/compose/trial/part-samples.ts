import type { Sample } from '#mapping-engine';
import type { Pool } from '../../shared/database/pool.ts';
import { idOf, type RecordKey } from '../../shared/ids.ts';
import { newestParts } from '../books/order-parts.ts';
import type { Order, Return, Shipment } from '../canonical.ts';
import { returnInput, shipmentInput, type PartOf } from '../mapping/input-of.ts';
import { keyIn, type OpenShop } from '../shops/open-shops.ts';
import type { Read } from '../shops/shop-reader.ts';
import { returnTitle, shipmentTitle } from './titles.ts';

/**
 * The newest shipments and returns as the worker would map them: those the shop lists, or else those
 * the books know, and the returns that came with these orders.
 */
export async function partSamples(
  pool: Pool,
  open: OpenShop,
  orders: Order[],
  most: number,
): Promise<{ samples: Sample[]; reads: Read<Shipment | Return>[] }> {
  const { reader, shop } = open;
  const idsOf = async (kind: 'shipment' | 'return'): Promise<string[]> =>
    (await reader.newestIds(kind, most)) ??
    (await newestParts(pool, shop.orgId, shop.id, kind, most)).map(idOf);
  const shipments = await reader.readShipments(await idsOf('shipment'));
  const returns = await reader.readReturns(await idsOf('return'));
  const sent = found(shipments);
  const back = [...found(returns), ...orders.flatMap((order) => order.returns)].slice(0, most);
  const of = await ownersOf(pool, open, [...sent, ...back]);
  return {
    samples: [
      ...sent.map((one): Sample => {
        const input = shipmentInput(shop, keyIn(open, 'shipment', one.id), one, of(one));
        return { kind: 'shipment', id: one.id, title: shipmentTitle(one), input };
      }),
      ...back.map((one): Sample => {
        const input = returnInput(shop, keyIn(open, 'return', one.id), one, of(one));
        return { kind: 'return', id: one.id, title: returnTitle(one), input };
      }),
    ],
    reads: [...shipments.values(), ...returns.values()],
  };
}

function found<Found>(reads: Map<string, Read<Found>>): Found[] {
  return [...reads.values()].flatMap((read) => ('found' in read ? read.found : []));
}

/** Whose part of which order each is, as far as the books know. */
async function ownersOf(
  pool: Pool,
  open: OpenShop,
  parts: { orderId: string }[],
): Promise<(part: { orderId: string }) => PartOf> {
  const orderKey = ({ orderId }: { orderId: string }): RecordKey => keyIn(open, 'order', orderId);
  const { rows } = await pool.query<{ key: RecordKey; customerKey: string }>(
    `select order_ledger.key, customer_key as "customerKey"
     from cartbridge.order_ledger join cartbridge.person on person.id = person_id
     where order_ledger.key = any($1)`,
    [parts.map(orderKey)],
  );
  const keys = new Map(rows.map(({ key, customerKey }) => [key, customerKey]));
  return (part) => ({
    orderKey: orderKey(part),
    customerKey: keys.get(orderKey(part)) ?? null,
  });
}
