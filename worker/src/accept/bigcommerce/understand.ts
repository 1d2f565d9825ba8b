import { createHash } from 'node:crypto';
import { z } from 'zod';
import { recordKey, type RecordKey, type RecordKind, type ShopId } from '../../shared/ids.ts';
import { Refused } from '../answers.ts';

/** What a delivery says: which record of the shop to look at. */
export interface Understood {
  scope: string;
  producer: string;
  /** Null: a scope that is none of ours. */
  recordKey: RecordKey | null;
  /** The same for the same change told twice. */
  idempotencyKey: string;
  /** What may be kept of the body. */
  body: string;
}

/** PostgreSQL's text holds every character but the zero byte; refused here, it cannot fail there. */
const storable = (longest: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^\0]*$/);

const id = z.union([z.number().int(), storable(100)]).transform(String);

const envelope = z.object({
  scope: storable(200),
  producer: z.string().min(1).max(200),
  data: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
  hash: z.string().min(1).max(200),
  created_at: z.number().int(),
});

/** Which record an event of a scope speaks of, and where in `data` its id stands. */
const SCOPES: [pattern: RegExp, kind: RecordKind, path: string[]][] = [
  [/^store\/order\/(created|updated|statusUpdated|archived|refund\/created)$/, 'order', ['id']],
  [/^store\/cart\/(created|updated|abandoned|converted|deleted)$/, 'cart', ['id']],
  [/^store\/customer\/(created|updated|deleted)$/, 'customer', ['id']],
  // For an address `data.id` is the address; the person stands one level down.
  [/^store\/customer\/address\/(created|updated|deleted)$/, 'customer', ['address', 'customer_id']],
  [/^store\/product\/(created|updated|deleted)$/, 'product', ['id']],
];

/** Reads the envelope; throws `Refused` when it is none. An unknown scope is no error. */
export function understand(rawBody: Buffer, shop: ShopId): Understood {
  const read = envelope.safeParse(parse(rawBody));
  if (!read.success) throw new Refused('malformed');
  const { scope, producer, data, hash, created_at } = read.data;
  const known = SCOPES.find(([pattern]) => pattern.test(scope));
  return {
    scope,
    producer,
    recordKey: known ? recordKey(shop, known[1], readId(data, known[2])) : null,
    idempotencyKey: createHash('sha256')
      .update(JSON.stringify([scope, hash, data]))
      .digest('base64url'),
    // What we did not ask for may hold what we must not keep, payment data above all.
    body: known ? rawBody.toString('utf8') : JSON.stringify({ scope, producer, hash, created_at }),
  };
}

function readId(data: unknown, path: string[]): string {
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | undefined)?.[key],
    data,
  );
  const read = id.safeParse(value);
  if (!read.success) throw new Refused('malformed');
  return read.data;
}

function parse(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8')) as unknown;
  } catch {
    throw new Refused('malformed');
  }
}
