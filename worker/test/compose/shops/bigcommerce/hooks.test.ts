import { afterEach, describe, it, expect } from 'vitest';
import { HOOK_SCOPES } from '../../../../src/compose/shops/bigcommerce/hook-scopes.ts';
import { ensureHooks } from '../../../../src/compose/shops/bigcommerce/hooks.ts';
import type { HookReport } from '../../../../src/compose/shops/hook-report.ts';
import { startSmallStore, type SmallStore, type StoreAnswer } from './small-store.ts';

const DESTINATION = 'https://cartbridge.example.com/hooks/shop-1';

interface Hook {
  id: number;
  scope: string;
  destination: string;
  is_active: boolean;
  headers: Record<string, string> | null;
}

let store: SmallStore | undefined;
afterEach(async () => {
  await store?.close();
});

/** A store with hooks, ten to a page; it refuses a second one of the same scope and destination. */
async function startHookStore(hooks: Hook[], hidden: Hook[] = []): Promise<void> {
  store = await startSmallStore(({ method, path, body }): StoreAnswer => {
    if (method === 'GET') {
      const page = Number(/page=(\d+)/.exec(path)?.[1] ?? 1);
      const pagination = { total_pages: Math.max(1, Math.ceil(hooks.length / 10)) };
      return { body: { data: hooks.slice(page * 10 - 10, page * 10), meta: { pagination } } };
    }
    const change = body as Partial<Hook>;
    if (method === 'PUT') {
      const hook = hooks.find(({ id }) => path === `/v3/hooks/${id}`);
      return hook ? { body: { data: Object.assign(hook, change) } } : { status: 404 };
    }
    // Made by somebody else between our look and our try.
    hooks.push(...hidden.splice(0));
    const taken = hooks.some(
      ({ scope, destination }) => scope === change.scope && destination === change.destination,
    );
    if (taken) return { status: 409 };
    hooks.push({ ...change, id: hooks.length + 1 } as Hook);
    return { body: { data: hooks.at(-1) } };
  });
}

function ensure(secret = 'secret-1'): Promise<HookReport> {
  return ensureHooks({
    apiUrl: store?.url ?? '',
    accessToken: 'token-1',
    destination: DESTINATION,
    secretHeader: { name: 'X-Cartbridge-Secret', value: secret },
  });
}

function hook(changes: Partial<Hook> = {}): Hook {
  return {
    id: 900,
    scope: 'store/order/created',
    destination: DESTINATION,
    is_active: true,
    headers: { 'x-cartbridge-secret': 'secret-1' },
    ...changes,
  };
}

describe('ensureHooks', () => {
  it('makes a hook for every scope, active and with the secret', async () => {
    const hooks: Hook[] = [];
    await startHookStore(hooks);
    expect(await ensure()).toEqual({ created: [...HOOK_SCOPES], updated: [], kept: [] });
    expect(hooks).toHaveLength(HOOK_SCOPES.length);
    expect(hooks[0]).toMatchObject({
      destination: DESTINATION,
      is_active: true,
      headers: { 'X-Cartbridge-Secret': 'secret-1' },
    });
  });

  it('changes nothing the second time, over all pages', async () => {
    await startHookStore([]);
    await ensure();
    expect(await ensure()).toEqual({ created: [], updated: [], kept: [...HOOK_SCOPES] });
  });

  it('puts the new secret into every hook', async () => {
    const hooks: Hook[] = [];
    await startHookStore(hooks);
    await ensure();
    expect((await ensure('secret-2')).updated).toEqual([...HOOK_SCOPES]);
    expect(new Set(hooks.map(({ headers }) => headers?.['X-Cartbridge-Secret']))).toEqual(
      new Set(['secret-2']),
    );
  });

  it('wakes a hook the store has put to sleep', async () => {
    const hooks = [hook({ is_active: false })];
    await startHookStore(hooks);
    expect((await ensure()).updated).toEqual(['store/order/created']);
    expect(hooks[0]?.is_active).toBe(true);
  });

  it('leaves hooks with another destination alone', async () => {
    const other = hook({ destination: 'https://other.example.com', is_active: false });
    await startHookStore([other]);
    expect((await ensure()).created).toContain('store/order/created');
    expect(other.is_active).toBe(false);
  });

  it('is content when somebody else was faster', async () => {
    await startHookStore([], [hook()]);
    expect((await ensure()).kept).toEqual(['store/order/created']);
  });

  it('fails when the store takes no hooks', async () => {
    store = await startSmallStore(({ method }) =>
      method === 'GET' ? { body: { data: [] } } : { status: 422 },
    );
    await expect(ensure()).rejects.toMatchObject({ kind: 'shop_shape' });
  });
});
