import { z } from 'zod';
import type { RecordKey } from '../../shared/ids.ts';
import { parseInstant, type Instant } from '../../shared/time.ts';
import type { ShopEvent } from '../task.ts';

/**
 * The scope under which Cartbridge itself says of a cart that nobody touches it any more; in the
 * place of a delivery, with `occurredAt`: when the shop's threshold had passed.
 */
export const IDLE_CART = 'cart.idle';

const idleShape = z.object({ occurredAt: z.string() });

/** When the threshold of an idle cart had passed; undefined for every other event. */
export function idleSince({ scope, body }: ShopEvent): Instant | undefined {
  return scope === IDLE_CART
    ? parseInstant(idleShape.parse(JSON.parse(body)).occurredAt)
    : undefined;
}

/** The later one; several events of one record may come in any order. */
export function laterOf(known: Instant | undefined, at: Instant): Instant {
  return known !== undefined && known > at ? known : at;
}

/** What a shop's events said beyond "this record changed", whatever the platform. */
export interface Heard {
  /** The latest time the cart was called abandoned. */
  abandonedAt?: Instant;
  /** The cart was bought. */
  converted?: { orderId: string; at: Instant };
  deletedAt?: Instant;
  /** The order has a refund, whatever its status says. */
  refunded?: true;
  /** Ids of the shop's customers that became this one. */
  absorbed?: string[];
}

/** A record's present state in the shop, and what was heard of it. */
export interface Seen<Record> {
  key: RecordKey;
  heard: Heard;
  /** Null: the shop no longer has it. */
  record: Record | null;
}
