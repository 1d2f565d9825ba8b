import { z } from 'zod';
import { recordKey, type RecordKey, type ShopId } from '../../shared/ids.ts';
import { Refused } from '../answers.ts';
import { idempotencyKeyOf, parseJson, storable, storableId } from '../storable.ts';
import type { Understood } from '../understood.ts';
import { SUBJECTS, type Subject } from './types.ts';
import { valueAt, type Paths } from './value-at.ts';

const NO_ENVELOPE =
  'The body is not an event of the published contract: JSON with id, type, version "1", ' +
  'occurredAt, shop.id and data.';

const envelope = z.object({
  id: storable(200),
  type: storable(100),
  version: z.literal('1'),
  occurredAt: z.iso.datetime({ offset: true }),
  shop: z.object({ id: storableId }),
  sequence: z.number().optional(),
  data: z.record(z.string(), z.unknown()),
  dataVersion: z.union([z.number(), storable(200)]).optional(),
});
type Envelope = z.output<typeof envelope>;

/** Reads the envelope; throws `Refused` when it is none. An unknown type is no error. */
export function understand(rawBody: Buffer, shop: ShopId, paths: Paths): Understood {
  const read = envelope.safeParse(parseJson(rawBody, NO_ENVELOPE));
  if (!read.success) throw new Refused('malformed', NO_ENVELOPE);
  const { id, type, occurredAt } = read.data;
  const subject = SUBJECTS.get(type);
  return {
    scope: type,
    producer: read.data.shop.id,
    recordKey: subject ? keyOf(read.data, subject, shop, paths) : null,
    idempotencyKey: idempotencyKeyOf([id]),
    body: JSON.stringify(
      subject ? hintOf(read.data, subject, paths) : { id, type, occurredAt: utc(occurredAt) },
    ),
  };
}

function keyOf(event: Envelope, subject: Subject, shop: ShopId, paths: Paths): RecordKey {
  const { kind, data, id } = subject;
  const read = storableId.safeParse(valueAt(paths, data, id, event.data));
  if (read.success) return recordKey(shop, kind, read.data);
  throw new Refused('malformed', `The data of ${event.type} names no ${id}.`);
}

/** The ids that events are heard by; everything else is read from the shop when it is needed. */
const KEPT = [
  ...['customerId', 'orderId', 'cartId', 'productId', 'shipmentId', 'returnId'],
  'mergedCustomerIds',
];

const keptShape = z.union([storableId, z.array(storableId).max(1000)]);

/**
 * The record that came along may hold a whole person. It is looked at in the shop anyway, so of the
 * delivery only this stays: what happened when, and the ids it names, under the contract's names.
 */
function hintOf(event: Envelope, subject: Subject, paths: Paths): object {
  const { id, type, occurredAt, sequence, dataVersion } = event;
  const data = KEPT.flatMap((name) => {
    const read = keptShape.safeParse(valueAt(paths, subject.data, name, event.data));
    return read.success ? [[name, read.data]] : [];
  });
  return {
    ...{ id, type, occurredAt: utc(occurredAt), sequence, dataVersion },
    data: Object.fromEntries(data) as object,
  };
}

/** Moments are kept in one spelling, so that text sorts as time. */
function utc(moment: string): string {
  return new Date(moment).toISOString();
}
