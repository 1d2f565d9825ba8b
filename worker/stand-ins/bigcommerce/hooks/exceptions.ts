import type { Clock } from '../../kit/clock.ts';
import type { HookRow } from './hook-rows.ts';
import { DELIVERY_EXCEPTION } from './scopes.ts';

const QUIET_MS = 600_000;

/** Tells `store/hook/deliveryException` hooks what goes wrong with the others. */
export interface Exceptions {
  /** At most once in ten minutes for a destination. */
  failed: (hook: HookRow) => void;
  givenUp: (hook: HookRow) => void;
  blocked: (hook: HookRow) => void;
  reset: () => void;
}

export function createExceptions(
  clock: Clock,
  emit: (scope: string, data: object) => void,
): Exceptions {
  const told = new Map<string, number>();

  function tell(hook: HookRow, code: number, message: string): void {
    // An exception about the exceptions' own hook would feed itself.
    if (hook.scope === DELIVERY_EXCEPTION) return;
    emit(DELIVERY_EXCEPTION, { type: 'webhook', id: hook.id, error_code: code, message });
  }

  return {
    failed(hook) {
      const now = clock.now().getTime();
      if (now - (told.get(hook.destination) ?? -QUIET_MS) < QUIET_MS) return;
      told.set(hook.destination, now);
      tell(hook, 90001, 'Non-200 response received, will retry');
    },
    givenUp: (hook) => tell(hook, 90002, 'All attempts exhausted, the hook will be disabled'),
    blocked: (hook) => tell(hook, 90003, 'Domain blocked'),
    reset: () => told.clear(),
  };
}
