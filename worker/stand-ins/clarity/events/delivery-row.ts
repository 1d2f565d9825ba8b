import type { Posted } from '../../kit/outbox.ts';

/** One event to the webhook, with what became of it. */
export interface DeliveryRow extends Posted {
  /** `id` of the envelope and the `webhook-id` header; the same for every attempt. */
  eventId: string;
  type: string;
}
