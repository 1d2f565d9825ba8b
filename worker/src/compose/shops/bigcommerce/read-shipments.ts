import { z } from 'zod';
import { asFailure } from '../../../shared/failure.ts';
import type { Shipment } from '../../canonical.ts';
import { readEach } from '../read-each.ts';
import { decimal, id, moment, optionalId, readShape, text, webAddress, withRaw } from '../shape.ts';
import type { Read } from '../shop-reader.ts';
import type { BigCommerceClient } from './client.ts';

const shipmentFields = z.object({
  id,
  order_id: id,
  date_created: moment,
  tracking_number: text,
  tracking_carrier: text,
  tracking_link: webAddress,
  generated_tracking_link: webAddress,
  shipping_provider: text,
  shipping_provider_display_name: text,
  items: z.array(z.object({ product_id: optionalId, quantity: decimal })).nullish(),
});
const shipmentShape = withRaw(shipmentFields);
type ShipmentAnswer = z.output<typeof shipmentShape>;

/**
 * Shipments by `<order>:<shipment>`, since the store lists them by order only: one call for each
 * order, however many of its shipments are wanted. An order without any answers 204.
 */
export async function readShipments(
  client: BigCommerceClient,
  ids: string[],
): Promise<Map<string, Read<Shipment>>> {
  const orders = new Set(ids.flatMap((one) => orderOf(one) ?? []));
  const reads = await readEach(orders, (order) => readOfOrder(client, order));
  return new Map(
    ids.map((one): [string, Read<Shipment>] => {
      const read = reads.get(orderOf(one) ?? '');
      if (read && 'failed' in read) return [one, read];
      const rows = read && 'found' in read ? read.found : new Map<string, unknown>();
      return [one, readRow(rows.get(one))];
    }),
  );
}

/** Null for what is no id of a shipment. */
function orderOf(one: string): string | null {
  return /^(\d+):\d+$/.exec(one)?.[1] ?? null;
}

const ASKED_PER_PAGE = 250;
// The documented default: a page with less is the last one, even where 250 are not granted.
const FULL_PAGE = 50;

async function readOfOrder(
  client: BigCommerceClient,
  order: string,
): Promise<Map<string, unknown>> {
  const path = `/v2/orders/${order}/shipments`;
  const rows = new Map<string, unknown>();
  for (let page = 1; ; page += 1) {
    const paging = page === 1 ? {} : { page };
    const answer = await client.get(path, { limit: ASKED_PER_PAGE, ...paging });
    const list = readShape(z.array(z.unknown()), answer ?? [], path);
    const before = rows.size;
    for (const row of list) {
      const key = z.object({ id }).safeParse(row).data?.id;
      if (key !== undefined) rows.set(`${order}:${key}`, row);
    }
    // A page that brings nothing new would come again for ever.
    if (list.length < FULL_PAGE || rows.size === before) return rows;
  }
}

function readRow(row: unknown): Read<Shipment> {
  if (row === undefined) return { missing: true };
  try {
    return { found: toShipment(readShape(shipmentShape, row, 'a shipment')) };
  } catch (thrown) {
    return { failed: asFailure(thrown) };
  }
}

/** An item is named by its product only; its name stands in the order. */
function toShipment(row: ShipmentAnswer): Shipment {
  return {
    id: `${row.order_id}:${row.id}`,
    orderId: row.order_id,
    carrier: row.shipping_provider_display_name ?? row.tracking_carrier ?? row.shipping_provider,
    trackingNumber: row.tracking_number,
    trackingUrl: row.tracking_link ?? row.generated_tracking_link,
    shippedAt: row.date_created,
    deliveredAt: null,
    items: (row.items ?? []).map(({ product_id: productId, quantity }) => ({
      productId,
      sku: null,
      name: null,
      quantity,
    })),
    modifiedAt: null,
    raw: row.raw,
  };
}
