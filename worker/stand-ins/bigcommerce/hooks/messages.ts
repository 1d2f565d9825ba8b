import { createHash, randomUUID } from 'node:crypto';
import type { Identity } from '../shop.ts';
import type { DeliveryRow, HookRow } from './hook-rows.ts';
import { covers } from './scopes.ts';

const IDLE_SECONDS = 90 * 86_400;

/** The envelope's bytes. Its hash covers the data only, so each later change of a record repeats it. */
export function envelope(identity: Identity, scope: string, data: object, now: Date): string {
  return JSON.stringify({
    scope,
    store_id: String(identity.storeId),
    data,
    hash: createHash('sha1').update(JSON.stringify(data)).digest('hex'),
    created_at: Math.floor(now.getTime() / 1000),
    producer: `stores/${identity.storeHash}`,
  });
}

export function newDelivery(
  id: number,
  hook: HookRow,
  scope: string,
  body: string,
  now: Date,
): DeliveryRow {
  return {
    id: String(id),
    hookId: hook.id,
    webhookId: `msg_${randomUUID().replaceAll('-', '')}`,
    scope,
    destination: hook.destination,
    body,
    at: now.toISOString(),
    attempts: 0,
    state: 'waiting',
    dueAt: null,
    lastStatus: null,
  };
}

/** A hook that had nothing to deliver for 90 days is asleep, without a word to anybody. */
export function isIdle(hook: HookRow, now: Date): boolean {
  return now.getTime() / 1000 - hook.used_at > IDLE_SECONDS;
}

export function listens(hook: HookRow, scope: string): boolean {
  return hook.is_active && covers(hook.scope, scope);
}
