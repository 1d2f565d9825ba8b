import { recordKey, type RecordKey } from '../../shared/ids.ts';
import type { Order } from '../canonical.ts';
import { orderInput, orderItemInput } from '../mapping/input-of.ts';
import { headAndItems } from './head-and-items.ts';
import { orderLink, type Linked } from './links.ts';
import { joined, type Mapper, type RecordRows } from './map-row.ts';
import { partRows } from './part-rows.ts';

/** An order, its items, and the returns the shop tells with it. */
export function orderRows(
  mapper: Mapper,
  key: RecordKey,
  order: Order,
  customerKey: string | null,
  around: Linked,
): RecordRows {
  const input = orderInput(mapper.shop, key, order, customerKey);
  const head = headAndItems(
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
  const linked = { ...around, ...(head.rows.length > 0 && orderLink(key)) };
  const returns = order.returns.map((back) => {
    const returnKey = recordKey(mapper.shop.id, 'return', back.id);
    return partRows(mapper, returnKey, { orderKey: key, back }, customerKey, linked);
  });
  return joined([head, ...returns]);
}
