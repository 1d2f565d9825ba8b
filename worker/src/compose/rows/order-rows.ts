import type { Reference } from '../../deliver/row.ts';
import type { RecordKey } from '../../shared/ids.ts';
import type { Shop } from '../../shared/shops.ts';
import { recordKey } from '../../shared/ids.ts';
import type { Order } from '../canonical.ts';
import { mapRow, referenceTo, type MappedRow } from './map-row.ts';
import { shopReference } from './shop-row.ts';

/** An order and its items. */
export function orderRows(
  shop: Shop,
  key: RecordKey,
  order: Order,
  customerKey: string | null,
  person: Record<string, Reference>,
): MappedRow[] {
  const input = {
    key,
    shopKey: shop.id,
    customerKey,
    cartKey: order.cartId && recordKey(shop.id, 'cart', order.cartId),
    order,
  };
  const head = mapRow('Order__c', input, { ...shopReference(shop), ...person });
  const parent = { Order__c: referenceTo('Order__c', 'External_Id__c', key) };
  const items = order.items.map((item) =>
    mapRow(
      'Order_Item__c',
      {
        key: recordKey(shop.id, 'order-item', item.id),
        orderKey: key,
        productKey: item.productId && recordKey(shop.id, 'product', item.productId),
        order,
        item,
      },
      parent,
      key,
    ),
  );
  return [head, ...items];
}
