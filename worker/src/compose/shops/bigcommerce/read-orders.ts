import { z } from 'zod';
import { add, compare, parse, subtract, type Money } from '../../../shared/money.ts';
import type { Order } from '../../canonical.ts';
import type { BigCommerceClient } from './client.ts';
import { readList } from './lists.ts';
import { orderItems } from './order-items.ts';
import { readOrderLines } from './order-lines.ts';
import {
  order as orderShape,
  refund as refundShape,
  type OrderAnswer,
  type OrderLine,
} from './order-shape.ts';
import { toOrder } from './order-to-canonical.ts';
import { ownOrder } from './own-record.ts';
import { id as idShape, readShape } from './shape.ts';

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
  const refunded =
    hasRefunds || showsRefunds(order, lines) ? await readRefunded(client, id) : parse(0);
  const placedAtSource = z.object({ date_created: z.string() }).parse(answer).date_created;
  const raw = ownOrder(answer);
  return toOrder({ order, items: orderItems(lines), refunded, placedAtSource, raw });
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

/** The order's own `refunded_amount` is always 0, so the refunds are added up. */
async function readRefunded(client: BigCommerceClient, id: string): Promise<Money> {
  const path = `/v3/orders/${id}/payment_actions/refunds`;
  const rows = await readList(client, path, {});
  const refunds = readShape(z.array(refundShape), rows, path);
  const paidBack = refunds.map(({ total_amount, payments }) => {
    const declined = (payments ?? []).filter((payment) => payment.is_declined);
    return subtract(total_amount, ...declined.map((payment) => payment.amount));
  });
  return paidBack.reduce((sum, each) => (compare(each, 0) > 0 ? add(sum, each) : sum), parse(0));
}
