import { randomUUID } from 'node:crypto';
import { SHOP_CURRENCY } from '../records/money.ts';
import type { About, Identity } from '../shop.ts';

/** One event as it is sent, and what it is kept under. */
export interface Envelope {
  id: string;
  body: string;
}

export function envelope(
  identity: Identity,
  event: { type: string; about: About; data: object; sequence: number; occurredAt: string },
): Envelope {
  const id = `evt_${randomUUID().replaceAll('-', '')}`;
  const body = JSON.stringify({
    id,
    type: event.type,
    version: '1',
    occurredAt: event.occurredAt,
    shop: shopOf(identity),
    sequence: event.sequence,
    data: event.data,
    dataVersion: event.about.version,
  });
  return { id, body };
}

/** The shop as every envelope names it. */
export function shopOf({ shopId, name, timezone }: Identity): object {
  return { id: shopId, name, currency: SHOP_CURRENCY, timezone };
}
