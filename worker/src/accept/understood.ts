import type { RecordKey } from '../shared/ids.ts';

/** What a delivery says, whatever the platform: which record of the shop to look at. */
export interface Understood {
  /** What the platform calls the event. */
  scope: string;
  /** The shop, as it calls itself. */
  producer: string;
  /** Null: an event that is none of ours. */
  recordKey: RecordKey | null;
  /** The same for the same event told twice. */
  idempotencyKey: string;
  /** What may be kept of the body. */
  body: string;
}
