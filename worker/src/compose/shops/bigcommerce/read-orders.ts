import { z } from 'zod';
import { parse } from '../../../shared/money.ts';
import type { Order } from '../../canonical.ts';
import type { BigCommerceClient } from './client.ts';
import { orderItems } from './order-items.ts';
import { readOrderLines } from './order-lines.ts';
import { order as orderShape, type OrderAnswer, type OrderLine } from './order-shape.ts';
import { toOrder } from './order-to-canonical.ts';
import { ownOrder } from './own-record.ts';
import { readRefunds } from './read-refunds.ts';
import { id as idShape, readShape } from '../shape.ts';

const WITH_LINES = {
  include: 'consignments,consignments.line_items,fees',
  consignment_structure: 'object',
};

/** One order in one call, and one more where there are refunds; null when there is none. */
export async function readOrder(
  client: BigCommerceClient,
  id: string,
  hasRefunds: boolean,
): Promise<Order | null> {
  const path = `/v2/orders/${id}`;
  const answer = await client.get(path, WITH_LINES);
  if (answer === null) return null;
  const order = readShape(orderShape, answer, path);
  const lines = await readOrderLines(client, order);
  const refunds =
    hasRefunds || showsRefunds(order, lines)
      ? await readRefunds(client, order, lines)
      : { refunded: parse(0), returns: [] };
  const placedAtSource = z.object({ date_created: z.string() }).parse(answer).date_created;
  const raw = ownOrder(answer);
  return toOrder({ order, items: orderItems(lines), ...refunds, placedAtSource, raw });
}

/** Unfinished checkouts are numbered like orders; so many of them in a row are more than a shop has. */
const LOOKED_AT = 50;
const INCOMPLETE = 0;

export async function readNewestOrderId(client: BigCommerceClient): Promise<string | null> {
  const path = '/v2/orders';
  const answer = await client.get(path, { sort: 'date_created:desc', limit: LOOKED_AT });
  const rows = readShape(
    z.array(z.object({ id: idShape, status_id: z.number() })),
    answer ?? [],
    path,
  );
  return rows.find(({ status_id }) => status_id !== INCOMPLETE)?.id ?? null;
}

const REFUNDED_STATUSES = new Set([4, 14]);
const REFUNDED_PAYMENTS = new Set(['refunded', 'partially refunded']);

/**
 * A merchant may move a refunded order on to another status, and a refund of shipping touches no
 * line; one of the three signs is there whenever there was a refund.
 */
function showsRefunds(order: OrderAnswer, lines: OrderLine[]): boolean {
  return (
    REFUNDED_STATUSES.has(order.status_id) ||
    REFUNDED_PAYMENTS.has(order.payment_status?.toLowerCase() ?? '') ||
    lines.some((line) => line.quantity_refunded !== '0')
  );
}
