import { z } from 'zod';
import { instantFromEpochSeconds, type Instant } from '../../../shared/time.ts';
import type { ShopEvent } from '../../task.ts';
import type { Heard } from '../heard.ts';

/** The part of a stored webhook that matters here; its envelope was checked when it came. */
const bodyShape = z.object({
  created_at: z.number(),
  data: z.object({ orderId: z.union([z.number(), z.string()]).optional() }),
});

/**
 * What BigCommerce's webhooks of one record say beyond "look": a cart's end and abandonment are
 * only told, never found in the shop, for a bought cart is gone when one asks for it.
 */
export function hear(events: ShopEvent[]): Heard {
  const heard: Heard = {};
  for (const { scope, body } of events) {
    const read = bodyShape.safeParse(JSON.parse(body));
    if (!read.success) continue;
    const at = instantFromEpochSeconds(read.data.created_at);
    const { orderId } = read.data.data;
    if (scope === 'store/cart/abandoned') heard.abandonedAt = later(heard.abandonedAt, at);
    if (scope === 'store/cart/deleted') heard.deletedAt = at;
    if (scope === 'store/order/refund/created') heard.refunded = true;
    if (scope === 'store/cart/converted' && orderId !== undefined) {
      heard.converted = { orderId: String(orderId), at };
    }
  }
  return heard;
}

function later(known: Instant | undefined, at: Instant): Instant {
  return known !== undefined && known > at ? known : at;
}
