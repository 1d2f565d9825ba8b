import type { PartItem, Return, Shipment } from '../../../src/compose/canonical.ts';
import { parse } from '../../../src/shared/money.ts';
import { parseInstant } from '../../../src/shared/time.ts';

const TOWELS: PartItem[] = [
  { productId: '77', sku: 'LT', name: 'Linen Towel', quantity: parse(2) },
];

/** A parcel of an order, on its way. */
export function shipmentOf(orderId: string, items = TOWELS, id = `${orderId}:1`): Shipment {
  return {
    id,
    orderId,
    carrier: 'UPS',
    trackingNumber: '1Z999AA10123456784',
    trackingUrl: 'https://track.example.com/1Z999AA10123456784',
    shippedAt: parseInstant('2026-11-20T15:00:00Z'),
    deliveredAt: null,
    items,
    modifiedAt: null,
    raw: null,
  };
}

/** What came back of an order. */
export function returnOf(orderId: string, items = TOWELS, id = `${orderId}-r`): Return {
  return {
    id,
    orderId,
    reason: 'Too small',
    status: 'Received',
    amount: parse('31.34'),
    currency: 'USD',
    items,
    createdAt: parseInstant('2026-11-21T09:00:00Z'),
    modifiedAt: parseInstant('2026-11-21T10:00:00Z'),
    raw: null,
  };
}
