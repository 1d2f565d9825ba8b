import type { Row } from './model.ts';
import { dateTime, key, lines, link, picklist, row, text, url, whole } from './templateRows.ts';

export const SHIPMENT_ROWS: readonly Row[] = [
  // A parcel is asked for by its tracking number; one without is called as the shop does.
  row('shipment-name', ['shipment.trackingNumber', 'shipment.id'], 'Name', [
    { step: 'first' },
    { step: 'text' },
    { step: 'trim' },
    { step: 'truncate', length: 80 },
  ]),
  key('shipment-key', 'key', 'External_Id__c'),
  link('shipment-order', '@order', 'Order__c'),
  key('shipment-order-key', 'orderKey', 'Order_Key__c'),
  link('shipment-contact', '@contact', 'Contact__c'),
  link('shipment-lead', '@lead', 'Lead__c'),
  link('shipment-account', '@account', 'Account__c'),
  link('shipment-shop', '@shop', 'Shop__c'),
  picklist('shipment-status', 'shipment.status', 'Status__c', ['Shipped', 'Delivered']),
  text('shipment-carrier', 'shipment.carrier', 'Carrier__c', 100),
  text('shipment-tracking-number', 'shipment.trackingNumber', 'Tracking_Number__c', 100),
  url('shipment-tracking-url', 'shipment.trackingUrl', 'Tracking_URL__c'),
  dateTime('shipment-shipped-at', 'shipment.shippedAt', 'Shipped_At__c'),
  dateTime('shipment-delivered-at', 'shipment.deliveredAt', 'Delivered_At__c'),
  whole('shipment-item-count', 'shipment.itemCount', 'Item_Count__c', 8),
  lines('shipment-items', 'shipment.lines', 'Items__c', 32_768),
  dateTime('shipment-modified-at', 'shipment.modifiedAt', 'Source_Modified_At__c'),
];
