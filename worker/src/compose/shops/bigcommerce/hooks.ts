import { z } from 'zod';
import { asFailure } from '../../../shared/failure.ts';
import {
  createBigCommerceClient,
  type BigCommerceAccess,
  type BigCommerceClient,
} from './client.ts';
import { HOOK_SCOPES } from './hook-scopes.ts';
import { readList } from './lists.ts';
import type { HookReport } from '../hook-report.ts';
import { id, readShape } from '../shape.ts';

export interface HookOptions extends BigCommerceAccess {
  /** Where the store delivers to: https, port 443. */
  destination: string;
  /** Comes back with every delivery and proves that the hook is ours. */
  secretHeader: { name: string; value: string };
}

const hookShape = z.object({
  id,
  scope: z.string(),
  destination: z.string(),
  headers: z.record(z.string(), z.string()).nullish(),
  is_active: z.boolean(),
});
type Hook = z.output<typeof hookShape>;

const PATH = '/v3/hooks';

/**
 * Makes the store tell us everything we listen to; safe to repeat, and to run twice at a time.
 * Hooks with another destination are left alone. Throws a Failure; what was done by then stays.
 */
export async function ensureHooks(options: HookOptions): Promise<HookReport> {
  const client = createBigCommerceClient(options);
  const report: HookReport = { created: [], updated: [], kept: [] };
  const existing = await listHooks(client, options.destination);
  for (const scope of HOOK_SCOPES) {
    const hook = existing.get(scope);
    report[hook ? await putRight(client, hook, options) : await make(client, scope, options)].push(
      scope,
    );
  }
  return report;
}

/**
 * How many of the hooks we need are there, active and with our secret. Throws a Failure when the
 * store does not say.
 */
export async function countHooks(options: HookOptions): Promise<{ alive: number; wanted: number }> {
  const client = createBigCommerceClient(options);
  const existing = await listHooks(client, options.destination);
  const alive = HOOK_SCOPES.filter((scope) => {
    const hook = existing.get(scope);
    return hook !== undefined && isRight(hook, options);
  });
  return { alive: alive.length, wanted: HOOK_SCOPES.length };
}

async function listHooks(
  client: BigCommerceClient,
  destination: string,
): Promise<Map<string, Hook>> {
  const rows = await readList(client, PATH, { limit: 250 });
  const hooks = readShape(z.array(hookShape), rows, PATH);
  const ours = hooks.filter((hook) => hook.destination === destination);
  return new Map(ours.map((hook) => [hook.scope, hook]));
}

async function make(
  client: BigCommerceClient,
  scope: string,
  options: HookOptions,
): Promise<keyof HookReport> {
  const { destination } = options;
  try {
    await client.send('POST', PATH, { scope, destination, ...wanted(options) });
    return 'created';
  } catch (thrown) {
    // The store refuses a second hook of the same scope and destination; somebody was faster.
    const hook = (await listHooks(client, destination)).get(scope);
    if (!hook) throw asFailure(thrown);
    return putRight(client, hook, options);
  }
}

async function putRight(
  client: BigCommerceClient,
  hook: Hook,
  options: HookOptions,
): Promise<keyof HookReport> {
  if (isRight(hook, options)) return 'kept';
  await client.send('PUT', `${PATH}/${hook.id}`, wanted(options));
  return 'updated';
}

function isRight(hook: Hook, options: HookOptions): boolean {
  return hook.is_active && sameHeaders(hook.headers ?? {}, wanted(options).headers);
}

function wanted({ secretHeader }: HookOptions): {
  is_active: true;
  headers: Record<string, string>;
} {
  return { is_active: true, headers: { [secretHeader.name]: secretHeader.value } };
}

/** Header names mean the same in any case. */
function sameHeaders(a: Record<string, string>, b: Record<string, string>): boolean {
  const text = (headers: Record<string, string>): string =>
    JSON.stringify(
      Object.entries(headers)
        .map(([name, value]) => [name.toLowerCase(), value])
        .sort(),
    );
  return text(a) === text(b);
}
