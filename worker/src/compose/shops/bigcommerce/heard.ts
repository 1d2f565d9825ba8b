import { z } from 'zod';
import { instantFromEpochSeconds } from '../../../shared/time.ts';
import type { ShopEvent } from '../../task.ts';
import { idleSince, laterOf, type Heard } from '../heard.ts';

/** The part of a stored webhook that matters here; its envelope was checked when it came. */
const bodyShape = z.object({
  created_at: z.number(),
  data: z.object({ orderId: z.union([z.number(), z.string()]).optional() }),
});

/**
 * What BigCommerce's webhooks of one record say beyond "look": a cart's end and abandonment are
 * only told, never found in the shop, for a bought cart is gone when one asks for it. So nothing
 * follows of an idle cart that is gone: the store says what became of it.
 */
export function hear(events: ShopEvent[]): Heard {
  const heard: Heard = {};
  for (const event of events) {
    const { scope, body } = event;
    const idleAt = idleSince(event);
    if (idleAt) heard.abandonedAt = laterOf(heard.abandonedAt, idleAt);
    const read = bodyShape.safeParse(JSON.parse(body));
    if (!read.success) continue;
    const at = instantFromEpochSeconds(read.data.created_at);
    const { orderId } = read.data.data;
    if (scope === 'store/cart/abandoned') heard.abandonedAt = laterOf(heard.abandonedAt, at);
    if (scope === 'store/cart/deleted') heard.deletedAt = at;
    if (scope === 'store/order/refund/created') heard.refunded = true;
    if (scope === 'store/cart/converted' && orderId !== undefined) {
      heard.converted = { orderId: String(orderId), at };
    }
  }
  return heard;
}
