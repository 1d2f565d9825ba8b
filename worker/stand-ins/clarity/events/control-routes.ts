import express, { type Router } from 'express';
import { z } from 'zod';
import type { Quota } from '../../kit/quota.ts';
import { answerRefusal, read } from '../api/answers.ts';
import {
  changeInstallation,
  installationOf,
  newSecret,
  rotateSecret,
  type Installation,
} from '../installation.ts';
import type { Shop } from '../shop.ts';
import type { Deliveries } from './deliveries.ts';

const nothing = z.strictObject({});
const installationBody = z.strictObject({
  webhookUrl: z.url().nullable().optional(),
  renamed: z.boolean().optional(),
  proof: z
    .union([
      z.strictObject({ method: z.literal('signature') }),
      z.strictObject({ method: z.literal('header'), header: z.string().toLowerCase() }),
    ])
    .optional(),
});
const rotateBody = z.strictObject({
  secret: z.string().startsWith('whsec_').optional(),
  /** How long the former secrets go on signing; a day when absent. */
  overlapMs: z.number().int().min(0).default(86_400_000),
});
const redeliverBody = z.strictObject({
  ids: z.array(z.string()).optional(),
  /** The last so many, in the order in which they came about. */
  last: z.number().int().optional(),
  reversed: z.boolean().optional(),
});

/** A hand on the deliveries and on what the shop's owner has set up. */
export function eventControlRoutes(
  shop: Shop,
  { deliveries, quota }: { deliveries: Deliveries; quota: Quota },
): Router {
  const routes = express.Router();
  const rows = shop.rows.installation;

  function order<Body>(path: string, shape: z.ZodType<Body>, obey: (body: Body) => unknown): void {
    routes.post(path, async (request, response) => {
      const result = await obey(read(request, shape));
      if (result === undefined) response.status(204).end();
      else response.json(result);
    });
  }

  routes.get('/deliveries', (_, response) => void response.json(deliveries.list()));
  order('/deliveries/hold', nothing, () => deliveries.hold());
  order(
    '/deliveries/release',
    z.strictObject({ order: z.enum(['sent', 'reversed']).optional() }),
    (body) => deliveries.release(body.order),
  );
  order('/deliveries/settled', nothing, () => deliveries.settled());
  order('/deliveries/redeliver', redeliverBody, ({ ids, last = 1, reversed }) => {
    const newest = deliveries.list().slice(-last);
    const chosen = ids ?? newest.map(({ id }) => id);
    return deliveries.redeliver(reversed ? chosen.toReversed() : chosen);
  });

  routes.get('/installation', (_, response) => void response.json(installationOf(rows)));
  order('/installation', installationBody, (body) =>
    changeInstallation(rows, body as Partial<Installation>),
  );
  order('/installation/rotate-secret', rotateBody, ({ secret = newSecret(), overlapMs }) => {
    const endsAt = new Date(shop.clock.now().getTime() + overlapMs).toISOString();
    rotateSecret(rows, secret, endsAt);
    return { secret };
  });
  order('/tokens/expire', nothing, () => {
    for (const { token } of shop.rows.tokens.values()) shop.rows.tokens.delete(token);
  });
  order('/quota', z.strictObject({ limit: z.number().int().min(0) }), ({ limit }) => {
    quota.limit = limit;
    return { limit };
  });

  routes.use(answerRefusal);
  return routes;
}
