import { CART_ITEM_ROWS, CART_ROWS } from './default-cart.ts';
import { ORDER_ITEM_ROWS, ORDER_ROWS, SHOP_ROWS } from './default-order.ts';
import { CONTACT_ROWS, LEAD_ROWS } from './default-person.ts';
import type { Mapping } from './mapping.ts';

/**
 * What a new shop begins with. Plain data: it survives JSON unchanged. Lookups are not part of it,
 * they are set where the records they lead to are known.
 */
export const DEFAULT_MAPPING: Mapping = {
  Shop__c: SHOP_ROWS,
  Order__c: ORDER_ROWS,
  Order_Item__c: ORDER_ITEM_ROWS,
  Cart__c: CART_ROWS,
  Cart_Item__c: CART_ITEM_ROWS,
  Lead: LEAD_ROWS,
  Contact: CONTACT_ROWS,
};
