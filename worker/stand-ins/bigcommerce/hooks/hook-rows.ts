/** A hook as the API shows it; epoch seconds. */
export interface HookRow {
  id: number;
  client_id: string;
  store_hash: string;
  scope: string;
  destination: string;
  headers: Record<string, string> | null;
  is_active: boolean;
  created_at: number;
  updated_at: number;
  /** When it last had something to deliver; 90 days without put it to sleep. */
  used_at: number;
  /** Switched off by the shop, not by its owner. */
  deactivated: boolean;
}

/** One message to one hook, with what became of it. */
export interface DeliveryRow {
  id: string;
  hookId: number;
  /** The `webhook-id` header; the same for every attempt. */
  webhookId: string;
  scope: string;
  destination: string;
  /** The very bytes sent, the same for every attempt. */
  body: string;
  at: string;
  /** Attempts made so far. */
  attempts: number;
  state: 'waiting' | 'delivered' | 'given up';
  /** When the next attempt is due; null when it is on its way or done. */
  dueAt: string | null;
  /** Answer to the last attempt; null when there was none. */
  lastStatus: number | null;
}
