import type { RecordKey } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';

/** What a shop's events said beyond "this record changed", whatever the platform. */
export interface Heard {
  /** The latest time the cart was called abandoned. */
  abandonedAt?: Instant;
  /** The cart was bought. */
  converted?: { orderId: string; at: Instant };
  deletedAt?: Instant;
  /** The order has a refund, whatever its status says. */
  refunded?: true;
}

/** A record's present state in the shop, and what was heard of it. */
export interface Seen<Record> {
  key: RecordKey;
  heard: Heard;
  /** Null: the shop no longer has it. */
  record: Record | null;
}
