import { Refusal } from '../api/answers.ts';
import type { HookRow } from './hook-rows.ts';
import { DELIVERY_EXCEPTION, isKnownScope } from './scopes.ts';

const MOST_PER_SCOPE = 10;

/** Refuses what the shop would not deliver to, and one hook too many. */
export function checkHook(hook: HookRow, others: HookRow[]): void {
  if (!isKnownScope(hook.scope)) {
    throw new Refusal(422, 'The scope is unknown.', { scope: `${hook.scope} is no valid scope` });
  }
  if (!/^(https:\/\/[^/]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)(\/|$)/.test(hook.destination)) {
    throw new Refusal(422, 'The destination must be an https URL.', { destination: 'not https' });
  }
  const same = others.filter((other) => other.scope === hook.scope);
  if (same.some((other) => other.destination === hook.destination)) {
    throw new Refusal(409, 'A hook with this scope and destination exists.', {
      destination: 'duplicate',
    });
  }
  const most = hook.scope === DELIVERY_EXCEPTION ? 1 : MOST_PER_SCOPE;
  if (same.length >= most) throw new Refusal(422, `No more than ${most} hooks for one scope.`);
  const elsewhere = others.some(
    (other) =>
      other.destination === hook.destination &&
      (other.scope === DELIVERY_EXCEPTION) !== (hook.scope === DELIVERY_EXCEPTION),
  );
  if (elsewhere) {
    throw new Refusal(422, 'Delivery exceptions need a destination of their own.', {
      destination: 'used by another hook',
    });
  }
}

/** What the API shows of it. */
export function view(hook: HookRow): Omit<HookRow, 'used_at' | 'deactivated'> {
  return {
    id: hook.id,
    client_id: hook.client_id,
    store_hash: hook.store_hash,
    scope: hook.scope,
    destination: hook.destination,
    headers: hook.headers,
    is_active: hook.is_active,
    created_at: hook.created_at,
    updated_at: hook.updated_at,
  };
}

export function statusOf(hook: HookRow): string {
  if (hook.is_active) return 'active';
  return hook.deactivated ? 'deactivated' : 'inactive';
}
