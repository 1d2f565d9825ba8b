import { z } from 'zod';
import type { Shop } from '../../shared/shops.ts';
import type { Typed } from '../shop-form.ts';

const settingsShape = z
  .object({
    feed: z.string().default('webhooks'),
    idleMinutes: z.coerce.string().default('60'),
    paths: z.record(z.string(), z.string()).default({}),
    access: z.partialRecord(z.enum(['method', 'tokenUrl', 'scope', 'header']), z.string()),
    proof: z.partialRecord(z.enum(['method', 'header']), z.string()),
  })
  .partial();

/** A shop as its form would have it: everything but what is secret. */
export function typedOf({ settings, producer, ...shop }: Shop): Typed {
  const { name, storefrontUrl, currency, timeZone, apiUrl } = shop;
  const { feed, idleMinutes, paths = {}, access, proof } = settingsShape.catch({}).parse(settings);
  const typed: Record<string, string | undefined> = {
    ...{ name, storefrontUrl, currency, timeZone, apiUrl, shopId: producer, feed, idleMinutes },
    ...{ accessMethod: access?.method, tokenUrl: access?.tokenUrl, scope: access?.scope },
    ...{ apiKeyHeader: access?.header, proofMethod: proof?.method, proofHeader: proof?.header },
    paths: Object.keys(paths).length > 0 ? JSON.stringify(paths, null, 2) : '',
  };
  const known = Object.entries(typed).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as Typed;
}
