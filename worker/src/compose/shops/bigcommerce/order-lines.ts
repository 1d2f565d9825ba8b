import { z } from 'zod';
import type { BigCommerceClient } from './client.ts';
import { consignments, orderLine, type OrderAnswer, type OrderLine } from './order-shape.ts';
import { readShape } from '../shape.ts';

/**
 * The lines of an order: those that came with it, or, where they were left out or came in a form
 * not known, from the order's own list of products.
 */
export async function readOrderLines(
  client: BigCommerceClient,
  order: OrderAnswer,
): Promise<OrderLine[]> {
  const included = includedLines(order);
  const expectsLines = order.items_total !== '0';
  if (included && (included.length > 0 || !expectsLines)) return included;
  return listLines(client, order.id);
}

function includedLines(order: OrderAnswer): OrderLine[] | undefined {
  const parsed = consignments.safeParse(order.consignments);
  if (!parsed.success || !isConsignments(order.consignments)) return undefined;
  const { pickups, shipping, downloads, email } = parsed.data;
  const groups = [shipping, pickups, downloads, email?.gift_certificates];
  return groups.flatMap((group) => (group ?? []).flatMap((each) => each.line_items));
}

/** A bare link, `{ url, resource }`, passes for consignments without any list. */
function isConsignments(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('resource' in value);
}

const ASKED_PER_PAGE = 250;
// The documented default: a page with less is the last one, even where 250 are not granted.
const FULL_PAGE = 50;

async function listLines(client: BigCommerceClient, orderId: string): Promise<OrderLine[]> {
  const path = `/v2/orders/${orderId}/products`;
  const lines = new Map<string, OrderLine>();
  for (let page = 1; ; page += 1) {
    const answer = await client.get(path, { page, limit: ASKED_PER_PAGE });
    const rows = readShape(z.array(orderLine), answer ?? [], path);
    const before = lines.size;
    for (const row of rows) lines.set(row.id, row);
    // A page that brings nothing new would come again for ever.
    if (rows.length < FULL_PAGE || lines.size === before) return [...lines.values()];
  }
}
