import { DOCUMENTED_PLATFORMS } from './documentedPlatforms.ts';
import type { Row } from './model.ts';
import {
  checkbox,
  dateTime,
  key,
  link,
  names,
  number,
  picklist,
  text,
  url,
} from './templateRows.ts';

export const SHOP_ROWS: readonly Row[] = [
  text('shop-name', 'shop.name', 'Name', 80),
  key('shop-key', 'shop.key', 'Shop_Key__c'),
  picklist('shop-platform', 'shop.platform', 'Platform__c', Object.values(DOCUMENTED_PLATFORMS)),
  url('shop-url', 'shop.url', 'Store_URL__c'),
  text('shop-currency', 'shop.currency', 'Currency__c', 3),
  picklist('shop-status', 'shop.status', 'Status__c', ['Connected', 'Paused', 'Reconnect Needed']),
];

/** In place of the list of the platforms that are known by name. */
export const PLATFORM_ROW: Row = text('shop-platform', 'shop.platform', 'Platform__c', 255);

export const PRODUCT_ROWS: readonly Row[] = [
  text('product-name', 'product.name', 'Name', 80),
  key('product-key', 'key', 'External_Id__c'),
  link('product-shop', '@shop', 'Shop__c'),
  text('product-brand', 'product.brand', 'Brand__c', 100),
  checkbox('product-active', 'product.active', 'Active__c'),
  number('product-on-hand', 'product.inventory.onHand', 'On_Hand__c', 18, 2),
  number('product-available', 'product.inventory.available', 'Available__c', 18, 2),
  dateTime('product-inventory-updated', 'product.inventory.modifiedAt', 'Inventory_Updated_At__c'),
  text('product-sku', 'product.sku', 'SKU__c', 100),
  number('product-price', 'product.price', 'Price__c', 18, 4),
  text('product-currency', 'shop.currency', 'Currency__c', 3),
  names('product-categories', 'product.categories', 'Categories__c', 255),
  url('product-url', 'product.url', 'Product_URL__c'),
  url('product-image', 'product.imageUrl', 'Image_URL__c'),
  dateTime('product-modified', 'product.modifiedAt', 'Source_Modified_At__c'),
];
