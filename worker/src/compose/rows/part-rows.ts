import type { RecordKey } from '../../shared/ids.ts';
import type { OrderPart } from '../book-records.ts';
import { returnInput, shipmentInput } from '../mapping/input-of.ts';
import type { Linked } from './links.ts';
import { mapOwn, type Mapper, type RecordRows } from './map-row.ts';

/**
 * What belongs to an order and came as a record of its own.
 * @param around whose it is, and its order where Salesforce has it or gets it along with this
 */
export function partRows(
  mapper: Mapper,
  key: RecordKey,
  part: OrderPart,
  customerKey: string | null,
  around: Linked,
): RecordRows {
  const of = { orderKey: part.orderKey, customerKey };
  const { kind, object, input } =
    'shipment' in part
      ? {
          ...{ kind: 'shipment' as const, object: 'Shipment__c' },
          input: shipmentInput(mapper.shop, key, part.shipment, of),
        }
      : {
          ...{ kind: 'return' as const, object: 'Return__c' },
          input: returnInput(mapper.shop, key, part.back, of),
        };
  const row = mapOwn(mapper, { object, key, input, linked: around, keepSource: true });
  return { rows: row ? [row] : [], sources: [{ kind, input, linked: around }], kept: [] };
}
