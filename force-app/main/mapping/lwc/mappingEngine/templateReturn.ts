import type { Row } from './model.ts';
import { dateTime, key, lines, link, number, text, whole } from './templateRows.ts';

export const RETURN_ROWS: readonly Row[] = [
  text('return-number', 'return.id', 'Name', 80),
  key('return-key', 'key', 'External_Id__c'),
  link('return-order', '@order', 'Order__c'),
  key('return-order-key', 'orderKey', 'Order_Key__c'),
  link('return-contact', '@contact', 'Contact__c'),
  link('return-lead', '@lead', 'Lead__c'),
  link('return-account', '@account', 'Account__c'),
  link('return-shop', '@shop', 'Shop__c'),
  text('return-reason', 'return.reason', 'Reason__c', 255),
  text('return-status', 'return.status', 'Status__c', 80),
  number('return-amount', 'return.amount', 'Amount__c', 18, 4),
  text('return-currency', 'return.currency', 'Currency__c', 3),
  whole('return-item-count', 'return.itemCount', 'Item_Count__c', 8),
  lines('return-items', 'return.lines', 'Items__c', 32_768),
  dateTime('return-requested-at', 'return.createdAt', 'Requested_At__c'),
  dateTime('return-modified-at', 'return.modifiedAt', 'Source_Modified_At__c'),
];
