import { z } from 'zod';
import { pathsShape } from '../../compose/shops/clarity/paths.ts';
import type { ShopToSave } from '../platform.ts';
import { IDLE_MINUTES, idleMinutes } from '../../shared/idle-minutes.ts';
import { shopId } from '../shop-id.ts';

/** An HTTP header's name (RFC 9110, 5.1), in the spelling Node gives it. */
export const headerName = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, { error: 'must be the name of a header' })
  .toLowerCase();

/** Settings are kept in the open and shown again: no place for `https://user:password@…`. */
export const callable = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !URL.parse(url)?.username && !URL.parse(url)?.password, {
    error: 'may hold no user and no password',
  });

/** What goes into a header: no blanks, no line breaks. */
const secret = z.string().regex(/^[\x21-\x7e]+$/, { error: 'may hold no blanks' });

/**
 * As Standard Webhooks spells it: base64 of 24 to 64 random bytes after `whsec_`. Shorter ones of
 * older installations are taken down to 16 bytes.
 */
export const signingSecret = z.string().regex(/^(whsec_)?[A-Za-z0-9+/]{22,}={0,2}$/, {
  error: 'must be whsec_ and the base64 of at least 16 bytes',
});

const access = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('oauth'),
    tokenUrl: callable,
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    scope: z.string().optional(),
  }),
  z.object({ method: z.literal('apiKey'), header: headerName, apiKey: secret }),
]);

const proof = z.discriminatedUnion('method', [
  z.object({ method: z.literal('signature'), secrets: z.array(signingSecret) }),
  z.object({ method: z.literal('header'), header: headerName, secrets: z.array(secret) }),
]);

/** The currency is ISO 4217; checked against what the runtime knows, as the time zone is. */
export const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/, { error: 'must be a currency code such as USD' })
  .toUpperCase();

export const timeZone = z.string().refine(isTimeZone, {
  error: 'must be a time zone such as America/Chicago',
});

export const connectShape: z.ZodType<ShopToSave> = z
  .object({
    id: shopId,
    apiUrl: callable,
    webhookUrl: z.url(),
    name: z.string().min(1),
    storefrontUrl: z.url().transform((url) => url.replace(/\/+$/, '')),
    currency,
    timeZone,
    /** As its events name it, `shop.id`. */
    shopId: z.string().min(1).max(100),
    access,
    proof: proof.default({ method: 'signature', secrets: [] }),
    feed: z.enum(['webhooks', 'polling']).default('webhooks'),
    idleMinutes: idleMinutes.default(IDLE_MINUTES),
    paths: pathsShape.default({}),
  })
  .refine(({ feed, proof: { secrets } }) => feed === 'polling' || secrets.length > 0, {
    path: ['proof', 'secrets'],
    error: 'must hold at least one secret where the shop sends webhooks',
  })
  .transform(({ name, storefrontUrl, currency, timeZone, shopId: producer, ...shop }) => ({
    ...{ id: shop.id, apiUrl: shop.apiUrl, webhookUrl: shop.webhookUrl, producer },
    facts: { name, url: storefrontUrl, currency, timeZone },
    secrets: {
      api: apiSecrets(shop.access),
      clientSecrets: shop.proof.method === 'signature' ? shop.proof.secrets : [],
      webhookSecrets: shop.proof.method === 'header' ? shop.proof.secrets : [],
    },
    settings: {
      ...{ feed: shop.feed, idleMinutes: shop.idleMinutes, paths: shop.paths },
      ...{ access: openPartOf(shop.access), proof: { ...shop.proof, secrets: undefined } },
    },
  }));

function apiSecrets(given: z.output<typeof access>): Record<string, string> {
  return given.method === 'apiKey'
    ? { apiKey: given.apiKey }
    : { clientId: given.clientId, clientSecret: given.clientSecret };
}

/** What of the access is no secret, for the shop's settings. */
function openPartOf(given: z.output<typeof access>): Record<string, string> {
  if (given.method === 'apiKey') return { method: given.method, header: given.header };
  const { method, tokenUrl, scope } = given;
  return { method, tokenUrl, ...(scope !== undefined && { scope }) };
}

function isTimeZone(name: string): boolean {
  try {
    return name !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
