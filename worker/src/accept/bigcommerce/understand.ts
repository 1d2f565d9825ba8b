import { z } from 'zod';
import { recordKey, type RecordKey, type RecordKind, type ShopId } from '../../shared/ids.ts';
import { Refused } from '../answers.ts';
import { idempotencyKeyOf, parseJson, storable, storableId } from '../storable.ts';
import type { Understood } from '../understood.ts';

const COMPLAINT =
  'The body is not a BigCommerce webhook: JSON with scope, producer, data, hash, created_at.';

const envelope = z.object({
  scope: storable(200),
  producer: z.string().min(1).max(200),
  data: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
  hash: z.string().min(1).max(200),
  created_at: z.number().int(),
});

/** Where the parts of a record's id stand in `data`; text before them says what kind of id it is. */
interface Place {
  kind: RecordKind;
  paths: string[][];
  prefix?: string;
}

/** Which record an event of a scope speaks of. */
const SCOPES: [pattern: RegExp, place: Place][] = [
  [
    /^store\/order\/(created|updated|statusUpdated|archived|refund\/created)$/,
    { kind: 'order', paths: [['id']] },
  ],
  [
    /^store\/cart\/(created|updated|abandoned|converted|deleted)$/,
    { kind: 'cart', paths: [['id']] },
  ],
  [/^store\/customer\/(created|updated|deleted)$/, { kind: 'customer', paths: [['id']] }],
  // For an address `data.id` is the address; the person stands one level down.
  [
    /^store\/customer\/address\/(created|updated|deleted)$/,
    { kind: 'customer', paths: [['address', 'customer_id']] },
  ],
  // Only the subscriber is named; the reader finds the customer with the same email.
  [
    /^store\/subscriber\/(created|updated)$/,
    { kind: 'customer', paths: [['id']], prefix: 'subscriber:' },
  ],
  [/^store\/product\/(created|updated|deleted)$/, { kind: 'product', paths: [['id']] }],
  // Of a variant's stock, too, the product is told.
  [
    /^store\/(product|sku)\/inventory\/(order\/)?updated$/,
    { kind: 'product', paths: [['inventory', 'product_id']] },
  ],
  // The shop asks for a shipment by its order and by itself.
  [
    /^store\/shipment\/(created|updated|deleted)$/,
    { kind: 'shipment', paths: [['orderId'], ['id']] },
  ],
];

/** Reads the envelope; throws `Refused` when it is none. An unknown scope is no error. */
export function understand(rawBody: Buffer, shop: ShopId): Understood {
  const read = envelope.safeParse(parseJson(rawBody, COMPLAINT));
  if (!read.success) throw new Refused('malformed', COMPLAINT);
  const { scope, producer, data, hash, created_at } = read.data;
  const known = SCOPES.find(([pattern]) => pattern.test(scope));
  return {
    scope,
    producer,
    recordKey: known ? keyAt(shop, known[1], data) : null,
    idempotencyKey: idempotencyKeyOf([scope, hash, data]),
    // What we did not ask for may hold what we must not keep, payment data above all.
    body: known ? rawBody.toString('utf8') : JSON.stringify({ scope, producer, hash, created_at }),
  };
}

function keyAt(shop: ShopId, { kind, paths, prefix = '' }: Place, data: unknown): RecordKey {
  return recordKey(shop, kind, prefix + paths.map((path) => readId(data, path)).join(':'));
}

function readId(data: unknown, path: string[]): string {
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | undefined)?.[key],
    data,
  );
  const read = storableId.safeParse(value);
  if (!read.success) throw new Refused('malformed', COMPLAINT);
  return read.data;
}
