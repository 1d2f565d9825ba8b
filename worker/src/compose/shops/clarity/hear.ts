import { z } from 'zod';
import { parseInstant, type Instant } from '../../../shared/time.ts';
import type { ShopEvent } from '../../task.ts';
import { IDLE_CART, laterOf, type Heard } from '../heard.ts';
import { recordId } from './shapes.ts';

/** What is kept of a delivery, and of a change that was found by asking. */
const hintShape = z.object({
  occurredAt: z.string(),
  data: z
    .object({ orderId: recordId.nullish(), mergedCustomerIds: z.array(recordId).nullish() })
    .nullish(),
});

const ABANDONED = new Set(['cart.abandoned', IDLE_CART]);
// An idle cart that is no longer there was given up; of one that is, the shop's own record speaks.
const DELETED = new Set(['cart.deleted', IDLE_CART]);
/** Carts by whatever name; an order that comes along is what they became. */
const CARTS = /^(?:cart|quote|sample)\./;

/** What the events of one record say beyond "look". */
export function hear(events: ShopEvent[]): Heard {
  const heard: Heard = {};
  for (const { scope, body } of events) {
    const hint = readHint(body);
    if (!hint) continue;
    const { at, orderId, mergedCustomerIds = [] } = hint;
    if (ABANDONED.has(scope)) heard.abandonedAt = laterOf(heard.abandonedAt, at);
    if (DELETED.has(scope)) heard.deletedAt = laterOf(heard.deletedAt, at);
    if (scope === 'order.refunded') heard.refunded = true;
    if (CARTS.test(scope) && orderId) heard.converted = { orderId, at };
    if (scope.startsWith('customer.') && mergedCustomerIds.length > 0)
      heard.absorbed = [...new Set([...(heard.absorbed ?? []), ...mergedCustomerIds])];
  }
  return heard;
}

interface Hint {
  at: Instant;
  orderId?: string | null | undefined;
  mergedCustomerIds?: string[] | undefined;
}

/** Undefined for what says nothing, such as a look that we asked for ourselves. */
function readHint(body: string): Hint | undefined {
  try {
    const { occurredAt, data } = hintShape.parse(JSON.parse(body));
    const { orderId, mergedCustomerIds } = data ?? {};
    return {
      at: parseInstant(occurredAt),
      orderId,
      mergedCustomerIds: mergedCustomerIds ?? undefined,
    };
  } catch {
    return undefined;
  }
}
