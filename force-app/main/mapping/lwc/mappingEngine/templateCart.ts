import type { Row } from './model.ts';
import {
  checkbox,
  dateTime,
  email,
  key,
  link,
  number,
  picklist,
  text,
  url,
  whole,
} from './templateRows.ts';

const KINDS = ['Shopping', 'Quote', 'Sample', 'List'];
const STATUSES = ['Open', 'Abandoned', 'Converted', 'Deleted'];

export const CART_ROWS: readonly Row[] = [
  key('cart-key', 'key', 'External_Id__c'),
  link('cart-shop', '@shop', 'Shop__c'),
  link('cart-contact', '@contact', 'Contact__c'),
  link('cart-lead', '@lead', 'Lead__c'),
  link('cart-account', '@account', 'Account__c'),
  { ...picklist('cart-kind', 'cart.kind', 'Kind__c', KINDS), default: 'Shopping' },
  picklist('cart-status', 'cart.status', 'Status__c', STATUSES),
  checkbox('cart-recovered', 'cart.recovered', 'Recovered__c'),
  number('cart-value', 'cart.value', 'Value__c', 18, 4),
  text('cart-currency', 'cart.currency', 'Currency__c', 3),
  whole('cart-item-count', 'cart.itemCount', 'Item_Count__c', 8),
  email('cart-email', 'cart.email', 'Email__c'),
  url('cart-url', 'cart.url', 'URL__c'),
  dateTime('cart-started-at', 'cart.createdAt', 'Started_At__c'),
  dateTime('cart-last-activity-at', 'cart.modifiedAt', 'Last_Activity_At__c'),
  dateTime('cart-abandoned-at', 'cart.abandonedAt', 'Abandoned_At__c'),
  dateTime('cart-converted-at', 'cart.convertedAt', 'Converted_At__c'),
  whole('cart-times-abandoned', 'cart.timesAbandoned', 'Times_Abandoned__c', 6),
  key('cart-order-key', 'cart.orderKey', 'Order_Key__c'),
];

export const CART_ITEM_ROWS: readonly Row[] = [
  text('item-name', 'item.name', 'Name', 80),
  key('item-key', 'key', 'External_Id__c'),
  link('item-cart', '@cart', 'Cart__c'),
  text('item-product-name', 'item.name', 'Product_Name__c', 255),
  text('item-sku', 'item.sku', 'SKU__c', 100),
  key('item-product-key', 'productKey', 'Product_Key__c'),
  number('item-quantity', 'item.quantity', 'Quantity__c', 10, 2),
  number('item-unit-price', 'item.unitPrice', 'Unit_Price__c', 18, 4),
  number('item-total', 'item.total', 'Total__c', 18, 4),
  url('item-image', 'item.imageUrl', 'Image_URL__c'),
  url('item-url', 'item.url', 'Product_URL__c'),
];
