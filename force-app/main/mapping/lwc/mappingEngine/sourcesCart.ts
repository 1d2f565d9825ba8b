import { field, personal, type SourceField } from './sourceField.ts';

const PICTURE = 'https://cdn.example.com/towel.jpg';
const PAGE = 'https://store.example.com/linen-towel/';

const BASICS: readonly SourceField[] = [
  field('cart.id', 'Cart id', 'text', '09346904', 'The shop’s own id of the cart.'),
  field(
    'cart.kind',
    'Kind of cart',
    'text',
    'Shopping',
    'Shopping, Quote, Sample or List; only a shopping cart is ever abandoned.',
  ),
  field(
    'cart.status',
    'Cart status',
    'text',
    'Abandoned',
    'Open, Abandoned, Converted or Deleted, as Cartbridge follows the cart.',
  ),
  field('cart.recovered', 'Cart recovered', 'boolean', false, 'Bought after it was abandoned.'),
  field('cart.value', 'Cart value', 'number', '45.3', 'What is in the cart, after discounts.'),
  field('cart.currency', 'Cart currency', 'text', 'USD', 'The currency of its amounts.'),
  field('cart.itemCount', 'Number of items', 'number', 3, 'All quantities together.'),
  field(
    'cart.url',
    'Cart page',
    'text',
    'https://store.example.com/cart.php',
    'Where the shopper finds the cart again.',
  ),
  field(
    'cart.createdAt',
    'Cart begun at',
    'dateTime',
    '2024-03-05T20:25:00.000Z',
    'When the cart was begun.',
  ),
  field(
    'cart.modifiedAt',
    'Cart changed at',
    'dateTime',
    '2024-03-05T20:25:00.000Z',
    'When it last changed.',
  ),
  field(
    'cart.abandonedAt',
    'Abandoned at',
    'dateTime',
    '2024-03-05T21:25:00.000Z',
    'When it was last left.',
  ),
  field(
    'cart.convertedAt',
    'Bought at',
    'dateTime',
    '2024-03-05T22:25:00.000Z',
    'When it became an order.',
  ),
  field('cart.timesAbandoned', 'Times abandoned', 'number', 1, 'How often it was left.'),
  field('cart.orderKey', 'Order key of the cart', 'text', 'bc1:order:218', 'What it became.'),
];

const PEOPLE: readonly SourceField[] = [
  personal(
    'cart.customerId',
    'Customer id of the cart',
    '11',
    'The shop’s id of the customer; nothing for a guest.',
  ),
  personal('cart.email', 'Cart email', 'jane@example.com', 'As far as anybody knows it.'),
  personal('cart.firstName', 'Cart first name', 'Jane', 'Of the customer or checkout.'),
  personal('cart.lastName', 'Cart last name', 'Doe', 'Of the customer or checkout.'),
];

const LINES: readonly SourceField[] = [
  field('cart.items', 'Cart items', 'items', '2 items', 'All items of the cart, for roll-ups.'),
  field('cart.items.id', 'Item ids', 'list', 'l-1, l-2', 'The ids of all items.'),
  field('cart.items.productId', 'Product ids', 'list', '77, 80', 'The products of all items.'),
  field('cart.items.name', 'Item names', 'list', 'Linen Towel, Soap', 'The names of all items.'),
  field('cart.items.sku', 'Item SKUs', 'list', 'S-ORAN, SOAP', 'The SKUs of all items.'),
  field('cart.items.quantity', 'Quantities', 'list', '3, 1', 'The quantities of all items.'),
  field('cart.items.unitPrice', 'Unit prices', 'list', '15.1, 4', 'Of all items.'),
  field('cart.items.total', 'Item totals', 'list', '45.3, 4', 'Of all items.'),
  field('cart.items.imageUrl', 'Item pictures', 'list', PICTURE, 'The pictures of all items.'),
  field('cart.items.url', 'Item pages', 'list', PAGE, 'The product pages of all items.'),
];

export const CART_SOURCES: readonly SourceField[] = [...BASICS, ...PEOPLE, ...LINES];

export const CART_ITEM_SOURCES: readonly SourceField[] = [
  field('item.id', 'Item id', 'text', 'l-1', 'The shop’s own id of the item.'),
  field('item.productId', 'Product id', 'text', '77', 'Nothing for what is in no catalogue.'),
  field('item.name', 'Item name', 'text', 'Linen Towel', 'What is in the cart.'),
  field('item.sku', 'Item SKU', 'text', 'S-ORAN', 'The item’s stock keeping unit.'),
  field('item.quantity', 'Quantity', 'number', '3', 'How many are in the cart.'),
  field('item.unitPrice', 'Unit price', 'number', '15.1', 'Price of one.'),
  field('item.total', 'Item total', 'number', '45.3', 'Price of all of them.'),
  field('item.imageUrl', 'Item picture', 'text', PICTURE, 'The address of its picture.'),
  field('item.url', 'Item page', 'text', PAGE, 'Where a shopper finds the product.'),
];
