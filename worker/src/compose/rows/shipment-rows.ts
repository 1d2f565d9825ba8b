import type { RecordKey } from '../../shared/ids.ts';
import type { Shipment } from '../canonical.ts';
import { shipmentInput, type PartOf } from '../mapping/input-of.ts';
import type { Linked } from './links.ts';
import { mapOwn, type Mapper, type RecordRows } from './map-row.ts';

/** @param around whose it is, and its order where Salesforce has it or gets it along with this */
export function shipmentRows(
  mapper: Mapper,
  key: RecordKey,
  shipment: Shipment,
  of: PartOf,
  around: Linked,
): RecordRows {
  const input = shipmentInput(mapper.shop, key, shipment, of);
  const own = { object: 'Shipment__c', key, input, linked: around, keepSource: true };
  const row = mapOwn(mapper, own);
  const sources = [{ kind: 'shipment' as const, input, linked: around }];
  return { rows: row ? [row] : [], sources, kept: [] };
}
