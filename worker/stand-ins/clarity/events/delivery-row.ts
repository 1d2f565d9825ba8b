/** One event to the webhook, with what became of it. */
export interface DeliveryRow {
  id: string;
  /** `id` of the envelope and the `webhook-id` header; the same for every attempt. */
  eventId: string;
  type: string;
  destination: string;
  /** The very bytes sent, the same for every attempt. */
  body: string;
  at: string;
  /** Attempts made so far. */
  attempts: number;
  state: 'waiting' | 'delivered' | 'given up';
  /** When the next attempt is due; null when it is on its way or done. */
  dueAt: string | null;
  /** Answer to the last attempt, 0 for none in time; null before the first. */
  lastStatus: number | null;
}
