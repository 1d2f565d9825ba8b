import type { MappingRow } from './mapping.ts';
import { checkbox, dateTime, email, key, number, picklist, text, url, whole } from './rows.ts';

export const CART_ROWS: readonly MappingRow[] = [
  key('key', 'External_Id__c'),
  picklist('cart.status', 'Status__c', ['Open', 'Abandoned', 'Converted', 'Deleted']),
  checkbox('cart.recovered', 'Recovered__c'),
  number('cart.value', 'Value__c', 18, 4),
  text('cart.currency', 'Currency__c', 3),
  whole('cart.itemCount', 'Item_Count__c', 8),
  email('cart.email', 'Email__c'),
  url('cart.url', 'URL__c'),
  dateTime('cart.createdAt', 'Started_At__c'),
  dateTime('cart.modifiedAt', 'Last_Activity_At__c'),
  dateTime('cart.abandonedAt', 'Abandoned_At__c'),
  dateTime('cart.convertedAt', 'Converted_At__c'),
  whole('cart.timesAbandoned', 'Times_Abandoned__c', 6),
  key('cart.orderKey', 'Order_Key__c'),
];

export const CART_ITEM_ROWS: readonly MappingRow[] = [
  text('item.name', 'Name', 80),
  key('key', 'External_Id__c'),
  text('item.name', 'Product_Name__c', 255),
  text('item.sku', 'SKU__c', 100),
  key('productKey', 'Product_Key__c'),
  number('item.quantity', 'Quantity__c', 10, 2),
  number('item.unitPrice', 'Unit_Price__c', 18, 4),
  number('item.total', 'Total__c', 18, 4),
  url('item.imageUrl', 'Image_URL__c'),
  url('item.url', 'Product_URL__c'),
];
