import type { RecordKey } from '../../shared/ids.ts';
import type { OrderPart } from '../book-records.ts';
import type { Linked } from './links.ts';
import type { Mapper, RecordRows } from './map-row.ts';
import { returnRows } from './return-rows.ts';
import { shipmentRows } from './shipment-rows.ts';

/** What belongs to an order and came as a record of its own. */
export function partRows(
  mapper: Mapper,
  key: RecordKey,
  part: OrderPart,
  customerKey: string | null,
  around: Linked,
): RecordRows {
  const of = { orderKey: part.orderKey, customerKey };
  return 'shipment' in part
    ? shipmentRows(mapper, key, part.shipment, of, around)
    : returnRows(mapper, key, part.back, of, around);
}
