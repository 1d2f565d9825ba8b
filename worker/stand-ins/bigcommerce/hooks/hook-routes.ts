import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { answerData, notFound, read, Refusal } from '../api/answers.ts';
import { answerPage } from '../api/pages.ts';
import { query } from '../api/query.ts';
import type { Shop } from '../shop.ts';
import type { BlockList } from './block-list.ts';
import { checkHook, statusOf, view } from './hook-checks.ts';
import type { HookRow } from './hook-rows.ts';
import { isIdle } from './messages.ts';

const change = z.object({
  scope: z.string().optional(),
  destination: z.string().optional(),
  is_active: z.boolean().optional(),
  headers: z.record(z.string(), z.string()).nullable().optional(),
});
const creation = change.required({ scope: true, destination: true });

export function hookRoutes(shop: Shop, blockList: BlockList): Router {
  const { rows } = shop;
  const routes = express.Router();
  const seconds = (): number => Math.floor(shop.clock.now().getTime() / 1000);

  function one(request: Request): HookRow {
    const hook = rows.hooks.get(String(request.params.id));
    if (!hook) throw notFound();
    return awake(hook);
  }

  function awake(hook: HookRow): HookRow {
    if (!hook.is_active || !isIdle(hook, shop.clock.now())) return hook;
    const asleep = { ...hook, is_active: false, deactivated: true };
    rows.hooks.set(String(hook.id), asleep);
    return asleep;
  }

  routes.get('/hooks', (request, response) => {
    const active = query(request, 'is_active');
    const scope = query(request, 'scope');
    const destination = query(request, 'destination');
    const found = rows.hooks
      .values()
      .map(awake)
      .filter(
        (hook) =>
          (active === undefined || String(hook.is_active) === active) &&
          (scope === undefined || hook.scope === scope) &&
          (destination === undefined || hook.destination === destination),
      );
    answerPage(request, response, found.map(view));
  });

  routes.post('/hooks', (request, response) => {
    const body = read(request, creation);
    const now = seconds();
    const hook: HookRow = {
      id: 0,
      client_id: shop.identity.clientId,
      store_hash: shop.identity.storeHash,
      scope: body.scope,
      destination: body.destination,
      headers: body.headers ?? null,
      is_active: body.is_active ?? true,
      created_at: now,
      updated_at: now,
      used_at: now,
      deactivated: false,
    };
    checkHook(hook, rows.hooks.values());
    hook.id = shop.next('hook', 20_000_001);
    rows.hooks.set(String(hook.id), hook);
    answerData(response, view(hook));
  });

  routes.get('/hooks/admin', (_, response) => {
    answerData(response, {
      emails: [],
      hooks_list: rows.hooks.values().map((hook) => ({ ...view(hook), status: statusOf(hook) })),
      blocked_domains: blockList.list(),
    });
  });

  routes.get('/hooks/:id', (request, response) => answerData(response, view(one(request))));

  routes.put('/hooks/:id', (request, response) => {
    const hook = one(request);
    const body = read(request, change);
    if (Object.keys(body).length === 0)
      throw new Refusal(422, 'Send at least one field to change.');
    const changed: HookRow = {
      ...hook,
      scope: body.scope ?? hook.scope,
      destination: body.destination ?? hook.destination,
      is_active: body.is_active ?? hook.is_active,
      headers: body.headers === undefined ? hook.headers : body.headers,
      updated_at: seconds(),
      // Being looked after counts as being used, or it would fall asleep again at once.
      used_at: seconds(),
      deactivated: hook.deactivated && body.is_active !== true,
    };
    checkHook(
      changed,
      rows.hooks.values().filter((other) => other.id !== hook.id),
    );
    rows.hooks.set(String(hook.id), changed);
    answerData(response, view(changed));
  });

  routes.delete('/hooks/:id', (request, response) => {
    const hook = one(request);
    rows.hooks.delete(String(hook.id));
    answerData(response, view(hook));
  });

  return routes;
}
