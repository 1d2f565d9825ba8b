import type { RecordKey } from '../../shared/ids.ts';
import type { Order } from '../canonical.ts';
import { orderInput, orderItemInput } from '../mapping/input-of.ts';
import { headAndItems } from './head-and-items.ts';
import { orderLink, type Linked } from './links.ts';
import type { Mapper, RecordRows } from './map-row.ts';

/** An order and its items. */
export function orderRows(
  mapper: Mapper,
  key: RecordKey,
  order: Order,
  customerKey: string | null,
  around: Linked,
): RecordRows {
  const input = orderInput(mapper.shop, key, order, customerKey);
  return headAndItems(
    mapper,
    {
      key,
      head: { kind: 'order', object: 'Order__c', input },
      items: {
        ...{ kind: 'orderItem', object: 'Order_Item__c' },
        inputs: order.items.map((item) => orderItemInput(input, item)),
      },
      link: orderLink(key),
    },
    around,
  );
}
