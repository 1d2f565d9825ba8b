import { shopInput } from '../mapping/input-of.ts';
import { mapOwn, type MappedRow, type Mapper } from './map-row.ts';

/** The shop's own record; it goes along with every unit and is written when it changed. */
export function shopRow(mapper: Mapper): MappedRow[] {
  const { shop } = mapper;
  const row = mapOwn(mapper, {
    ...{ object: 'Shop__c', key: shop.id },
    ...{ input: shopInput(shop), linked: {} },
  });
  return row ? [row] : [];
}
