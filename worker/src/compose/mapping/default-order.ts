import { ORDER_STATUSES } from '../canonical.ts';
import type { MappingRow } from './mapping.ts';
import { checkbox, dateTime, email, key, number, picklist, text, url, whole } from './rows.ts';

export const SHOP_ROWS: readonly MappingRow[] = [
  text('name', 'Name', 80),
  key('key', 'Shop_Key__c'),
  picklist('platform', 'Platform__c', ['BigCommerce', 'Clarity eCommerce']),
  url('url', 'Store_URL__c'),
  text('currency', 'Currency__c', 3),
  picklist('status', 'Status__c', ['Connected', 'Paused', 'Reconnect Needed']),
];

export const ORDER_ROWS: readonly MappingRow[] = [
  text('order.number', 'Name', 80),
  key('key', 'External_Id__c'),
  picklist('order.status', 'Status__c', ORDER_STATUSES),
  text('order.shopStatus', 'Shop_Status__c', 80),
  dateTime('order.placedAt', 'Placed_At__c'),
  text('order.placedAtSource', 'Placed_At_Source__c', 60),
  dateTime('order.modifiedAt', 'Source_Modified_At__c'),
  text('order.currency', 'Currency__c', 3),
  number('order.total', 'Total__c', 18, 4),
  number('order.subtotal', 'Subtotal__c', 18, 4),
  number('order.tax', 'Tax__c', 18, 4),
  number('order.shippingCost', 'Shipping_Cost__c', 18, 4),
  number('order.discount', 'Discount__c', 18, 4),
  number('order.refunded', 'Refunded__c', 18, 4),
  number('order.net', 'Net_Total__c', 18, 4),
  whole('order.itemCount', 'Item_Count__c', 8),
  email('order.email', 'Email__c'),
  key('customerKey', 'Customer_Key__c'),
  text('order.channel', 'Channel__c', 40),
  text('order.source', 'Source__c', 40),
  text('order.shipTo.city', 'Ship_To_City__c', 80),
  text('order.shipTo.country', 'Ship_To_Country__c', 2),
  key('cartKey', 'Cart_Key__c'),
  checkbox('order.archived', 'Archived__c'),
];

export const ORDER_ITEM_ROWS: readonly MappingRow[] = [
  text('item.name', 'Name', 80),
  key('key', 'External_Id__c'),
  text('item.name', 'Product_Name__c', 255),
  text('item.sku', 'SKU__c', 100),
  key('productKey', 'Product_Key__c'),
  text('item.options', 'Options__c', 255),
  number('item.quantity', 'Quantity__c', 10, 2),
  number('item.unitPrice', 'Unit_Price__c', 18, 4),
  number('item.total', 'Total__c', 18, 4),
  number('item.refundedQuantity', 'Refunded_Quantity__c', 10, 2),
];
