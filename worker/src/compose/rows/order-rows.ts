import { rowName } from '../../deliver/row.ts';
import type { RecordKey } from '../../shared/ids.ts';
import type { Order } from '../canonical.ts';
import { orderInput, orderItemInput } from '../mapping/input-of.ts';
import { orderLink, type Linked } from './links.ts';
import { mapOwn, type Mapper, type RecordRows } from './map-row.ts';

/** An order and its items; without the order its items have nowhere to be. */
export function orderRows(
  mapper: Mapper,
  key: RecordKey,
  order: Order,
  customerKey: string | null,
  around: Linked,
): RecordRows {
  const input = orderInput(mapper.shop, key, order, customerKey);
  const object = 'Order__c';
  const head = mapOwn(mapper, { object, key, input, linked: around, keepSource: true });
  const linked = { ...around, ...(head && orderLink(key)) };
  const items = order.items.map((item) => orderItemInput(input, item));
  const lines = items.map((line) =>
    head
      ? mapOwn(mapper, {
          ...{ object: 'Order_Item__c', key: line.key, input: line, linked },
          parentKey: key,
        })
      : null,
  );
  return {
    rows: [head, ...lines].flatMap((row) => row ?? []),
    sources: [
      { kind: 'order', input, linked },
      ...items.map((line) => ({ kind: 'orderItem' as const, input: line, linked })),
    ],
    kept: items.map((line) => rowName({ object: 'Order_Item__c', key: line.key })),
  };
}
