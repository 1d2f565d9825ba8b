import type { RecordKey } from '../../shared/ids.ts';
import type { Product } from '../canonical.ts';
import { productInput } from '../mapping/input-of.ts';
import { shopLink } from './links.ts';
import { mapOwn, type Mapper, type RecordRows } from './map-row.ts';

/** A product as the shop's catalogue has it. */
export function productRows(mapper: Mapper, key: RecordKey, product: Product): RecordRows {
  const input = productInput(mapper.shop, key, product);
  const linked = shopLink(mapper.shop.id);
  const row = mapOwn(mapper, {
    ...{ object: 'Commerce_Product__c', key, input, linked },
    keepSource: true,
  });
  return { rows: row ? [row] : [], sources: [{ kind: 'product', input, linked }], kept: [] };
}
