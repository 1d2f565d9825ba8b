import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../../shared/time.ts';
import { readShape } from '../shape.ts';
import type { Change, ChangeHint, PolledKind } from '../shop-reader.ts';
import { loose, optionalRecordId, recordId, type Moment } from './shapes.ts';
import type { Row, Source } from './source.ts';

/** The largest page of the contract. */
const PAGE = 200;

/** A page of what changed in a kind; a kind the shop does not have never changes. */
export async function readChanges(
  source: Source,
  kind: PolledKind,
  moment: Moment,
  since: Instant,
  cursor: string | null,
): Promise<{ changes: Change[]; next: string | null }> {
  const page = { modifiedSince: since, limit: PAGE, ...(cursor !== null && { cursor }) };
  const { rows, next } = await source.page(page);
  const changes = rows.map((row) => toChange(row, kind, source, moment, since));
  return { changes, next };
}

function toChange(
  { record, own }: Row,
  kind: PolledKind,
  source: Source,
  moment: Moment,
  since: Instant,
): Change {
  const { idField, path } = source;
  const { [idField]: id = '' } = readShape(z.object({ [idField]: recordId }), record, path);
  const hint = hintOf(kind, record);
  return {
    id,
    // An unreadable date is told when the record itself is read; here it only says no time.
    modifiedAt: modifiedAt(record, kind, moment) ?? since,
    // Two changes within the shop's smallest step of time are two.
    version: createHash('sha256').update(JSON.stringify(own)).digest('base64url').slice(0, 22),
    ...(kind === 'inventory' && { part: placeOf(record) }),
    ...(hint && { hint }),
  };
}

function modifiedAt(record: unknown, kind: PolledKind, moment: Moment): Instant | undefined {
  const field = kind === 'cart' ? 'lastModified' : 'updatedDate';
  return z.object({ [field]: moment }).safeParse(record).data?.[field];
}

const placeShape = z.object({ location: loose, sku: loose });

function placeOf(record: unknown): string {
  const { location, sku } = placeShape.safeParse(record).data ?? {};
  return JSON.stringify([location ?? null, sku ?? null]);
}

const boughtShape = z.object({ orderId: optionalRecordId });
const mergedShape = z.object({ mergedCustomerIds: z.array(recordId).min(1) });

function hintOf(kind: PolledKind, record: unknown): ChangeHint | undefined {
  if (kind === 'customer') return mergedShape.safeParse(record).data;
  const orderId = kind === 'cart' ? boughtShape.safeParse(record).data?.orderId : null;
  return orderId ? { orderId } : undefined;
}
