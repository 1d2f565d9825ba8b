import type { Posted } from '../../kit/outbox.ts';

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
export interface DeliveryRow extends Posted {
  hookId: number;
  /** The `webhook-id` header; the same for every attempt. */
  webhookId: string;
  scope: string;
}
