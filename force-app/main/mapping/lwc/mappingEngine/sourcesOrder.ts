import { field, personal, type SourceField } from './sourceField.ts';

const BASICS: readonly SourceField[] = [
  field('order.id', 'Order id', 'text', '218', 'The shop’s own id of the order.'),
  field('order.number', 'Order number', 'text', '218', 'What the shopper knows the order by.'),
  field(
    'order.status',
    'Order status',
    'text',
    'Awaiting Fulfillment',
    'The status in the words of Cartbridge, the same for every platform.',
  ),
  field(
    'order.shopStatus',
    'Order status in the shop',
    'text',
    'Being packed',
    'The shop’s own label for the status.',
  ),
  field(
    'order.placedAt',
    'Ordered at',
    'dateTime',
    '2024-03-05T21:40:11.000Z',
    'When the order was placed.',
  ),
  field(
    'order.placedAtSource',
    'Ordered at, as the shop wrote it',
    'text',
    'Tue, 05 Mar 2024 21:40:11 +0000',
    'The moment of the order in the shop’s own spelling.',
  ),
  field(
    'order.modifiedAt',
    'Order changed at',
    'dateTime',
    '2024-03-11T15:17:25.000Z',
    'When the order last changed in the shop.',
  ),
  field('order.channel', 'Sales channel', 'text', '1', 'The shop’s id of the channel it came by.'),
  field(
    'order.source',
    'Order source',
    'text',
    'www',
    'How the order was made, in the shop’s words.',
  ),
  field('order.cartId', 'Cart id of the order', 'text', '7e48f7ef', 'The cart it came from.'),
  field('order.archived', 'Order archived', 'boolean', false, 'The shop has put the order away.'),
];

const PEOPLE: readonly SourceField[] = [
  personal(
    'order.customerId',
    'Customer id of the order',
    '11',
    'The shop’s id of the customer; nothing for a guest.',
  ),
  personal(
    'order.email',
    'Billing email',
    'jane@example.com',
    'The email address the order was placed with.',
  ),
  personal('order.firstName', 'Billing first name', 'Jane', 'Of the billing address.'),
  personal('order.lastName', 'Billing last name', 'Doe', 'Of the billing address.'),
  personal('order.company', 'Billing company', 'Acme', 'Of the billing address.'),
  personal('order.phone', 'Billing phone', '5125550100', 'Of the billing address.'),
  personal('order.shipTo.city', 'Ship-to city', 'Austin', 'Where the order goes.'),
  personal(
    'order.shipTo.country',
    'Ship-to country',
    'US',
    'Where the order goes, as an ISO 3166 code of two letters.',
  ),
];

const AMOUNTS: readonly SourceField[] = [
  field('order.currency', 'Order currency', 'text', 'USD', 'The currency of all its amounts.'),
  field('order.total', 'Order total', 'number', '74.0793', 'What the shopper owes, with tax.'),
  field('order.subtotal', 'Goods', 'number', '62.6793', 'Goods without tax, before discounts.'),
  field('order.tax', 'Tax', 'number', '5.31', 'All tax of the order.'),
  field('order.shippingCost', 'Shipping cost', 'number', '11.09', 'Shipping without tax.'),
  field('order.discount', 'Discount', 'number', '5', 'All discounts and coupons together.'),
  field('order.refunded', 'Refunded', 'number', '10', 'What was paid back so far.'),
  field('order.net', 'Net total', 'number', '64.0793', 'The total less what was paid back.'),
  field(
    'order.shopCurrency',
    'Shop currency of the order',
    'text',
    'USD',
    'The shop’s own currency when the order was placed.',
  ),
  field(
    'order.rateToShop',
    'Rate to the shop’s currency',
    'number',
    '1',
    'An amount times this is the amount in the shop’s currency.',
  ),
  field('order.itemCount', 'Number of items', 'number', 2, 'All quantities together.'),
];

const LINES: readonly SourceField[] = [
  field(
    'order.items',
    'Order items',
    'items',
    '2 items',
    'All items of the order, for roll-ups such as a sum or the largest.',
  ),
  field('order.items.id', 'Item ids', 'list', '65, 66', 'The ids of all items.'),
  field('order.items.productId', 'Product ids', 'list', '77, 80', 'The products of all items.'),
  field('order.items.name', 'Item names', 'list', 'Linen Towel, Soap', 'The names of all items.'),
  field('order.items.sku', 'Item SKUs', 'list', 'S-ORAN, SOAP', 'The SKUs of all items.'),
  field('order.items.options', 'Item options', 'list', 'Size: S', 'The options of all items.'),
  field('order.items.quantity', 'Quantities', 'list', '2, 1', 'The quantities of all items.'),
  field('order.items.unitPrice', 'Unit prices', 'list', '31.34, 4', 'Of all items, without tax.'),
  field('order.items.total', 'Item totals', 'list', '62.68, 4', 'Of all items, without tax.'),
  field(
    'order.items.refundedQuantity',
    'Refunded quantities',
    'list',
    '0, 1',
    'How many of each item were paid back.',
  ),
];

export const ORDER_SOURCES: readonly SourceField[] = [...BASICS, ...AMOUNTS, ...PEOPLE, ...LINES];

export const ORDER_ITEM_SOURCES: readonly SourceField[] = [
  field('item.id', 'Item id', 'text', '65', 'The shop’s own id of the item.'),
  field('item.productId', 'Product id', 'text', '77', 'Nothing for what is in no catalogue.'),
  field('item.name', 'Item name', 'text', 'Linen Towel', 'What was bought.'),
  field('item.sku', 'Item SKU', 'text', 'S-ORAN', 'The item’s stock keeping unit.'),
  field('item.options', 'Item options', 'text', 'Size: S, Colour: Red', 'What was chosen.'),
  field('item.quantity', 'Quantity', 'number', '2', 'How many were bought.'),
  field('item.unitPrice', 'Unit price', 'number', '31.3397', 'Price of one, without tax.'),
  field('item.total', 'Item total', 'number', '62.6793', 'Price of all of them, without tax.'),
  field('item.refundedQuantity', 'Refunded quantity', 'number', '0', 'How many were paid back.'),
];
