import type { RecordKey } from '../../shared/ids.ts';
import type { Return } from '../canonical.ts';
import { returnInput, type PartOf } from '../mapping/input-of.ts';
import type { Linked } from './links.ts';
import { mapOwn, type Mapper, type RecordRows } from './map-row.ts';

/** @param around whose it is, and its order where Salesforce has it or gets it along with this */
export function returnRows(
  mapper: Mapper,
  key: RecordKey,
  back: Return,
  of: PartOf,
  around: Linked,
): RecordRows {
  const input = returnInput(mapper.shop, key, back, of);
  const own = { object: 'Return__c', key, input, linked: around, keepSource: true };
  const row = mapOwn(mapper, own);
  const sources = [{ kind: 'return' as const, input, linked: around }];
  return { rows: row ? [row] : [], sources, kept: [] };
}
