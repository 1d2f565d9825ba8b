import { z } from 'zod';
import type { Return, Shipment } from '../../canonical.ts';
import { decimalOrZero, text, webAddress } from '../shape.ts';
import type { ClaritySettings } from './settings.ts';
import { currencyCode, loose, optionalMoment, partItem, recordId, type Moment } from './shapes.ts';
import type { Source } from './source.ts';

function shipmentShape(moment: Moment) {
  const date = optionalMoment(moment);
  return z.object({
    ...{ shipmentId: recordId, orderId: recordId, carrier: text, trackingNumber: loose },
    ...{ trackingUrl: webAddress, shippedDate: date, deliveredDate: date, updatedDate: date },
    items: z.array(partItem).nullish(),
  });
}

export function shipmentReader(
  source: Source,
  moment: Moment,
): (id: string) => Promise<Shipment | null> {
  return source.reader(shipmentShape(moment), (row, { id, own }) => ({
    id,
    orderId: row.orderId,
    carrier: row.carrier,
    trackingNumber: row.trackingNumber,
    trackingUrl: row.trackingUrl,
    shippedAt: row.shippedDate,
    deliveredAt: row.deliveredDate,
    items: row.items ?? [],
    modifiedAt: row.updatedDate ?? row.deliveredDate ?? row.shippedDate,
    raw: source.keptOf(own),
  }));
}

function returnShape(moment: Moment) {
  const date = optionalMoment(moment);
  return z.object({
    ...{ returnId: recordId, orderId: recordId, reason: text, status: loose },
    ...{ amount: decimalOrZero, currency: currencyCode.nullish() },
    ...{ createdDate: date, updatedDate: date, items: z.array(partItem).nullish() },
  });
}

export function returnReader(
  source: Source,
  moment: Moment,
  settings: ClaritySettings,
): (id: string) => Promise<Return | null> {
  return source.reader(returnShape(moment), (row, { id, own }) => ({
    id,
    orderId: row.orderId,
    reason: row.reason,
    status: row.status,
    amount: row.amount,
    currency: row.currency ?? settings.currency,
    items: row.items ?? [],
    createdAt: row.createdDate,
    modifiedAt: row.updatedDate ?? row.createdDate,
    raw: source.keptOf(own),
  }));
}
