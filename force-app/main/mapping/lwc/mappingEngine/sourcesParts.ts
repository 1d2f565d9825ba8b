import { field, type SourceField } from './sourceField.ts';

/** What a list of what was sent or came back holds of each product. */
export const PART_ITEM_FIELDS: readonly SourceField[] = [
  field('item.productId', 'Product id', 'text', '77', 'Nothing for what is in no catalogue.'),
  field('item.sku', 'SKU', 'text', 'LT', 'The stock keeping unit.'),
  field('item.name', 'Name', 'text', 'Linen Towel', 'What it is.'),
  field('item.quantity', 'Quantity', 'number', '2', 'How many.'),
];

function items(kind: 'shipment' | 'return', what: string): SourceField[] {
  return [
    field(`${kind}.itemCount`, 'Number of items', 'number', '2', 'All quantities together.'),
    field(
      `${kind}.lines`,
      'Items in words',
      'list',
      '2 × Linen Towel (LT)',
      `A line for each product that ${what}: quantity, name and SKU.`,
    ),
    field(`${kind}.items`, 'Items', 'items', '2 items', 'All of them, for roll-ups.'),
    field(`${kind}.items.productId`, 'Product ids', 'list', '77, 80', 'The products.'),
    field(`${kind}.items.sku`, 'SKUs', 'list', 'LT, SOAP', 'The SKUs of all items.'),
    field(`${kind}.items.name`, 'Names', 'list', 'Linen Towel, Soap', 'The names of all items.'),
    field(`${kind}.items.quantity`, 'Quantities', 'list', '2, 1', 'How many of each.'),
  ];
}

export const SHIPMENT_SOURCES: readonly SourceField[] = [
  field('shipment.id', 'Shipment id', 'text', '218:4', 'The shop’s own id of the shipment.'),
  field('shipment.orderId', 'Order id', 'text', '218', 'The shop’s own id of the order.'),
  field('shipment.status', 'Shipment status', 'text', 'Shipped', 'Shipped or Delivered.'),
  field('shipment.carrier', 'Carrier', 'text', 'UPS', 'Who carries it, in the shop’s words.'),
  field(
    'shipment.trackingNumber',
    'Tracking number',
    'text',
    '1Z999AA10123456784',
    'The number by which the carrier knows it.',
  ),
  field(
    'shipment.trackingUrl',
    'Tracking page',
    'text',
    'https://track.example.com/1Z999AA10123456784',
    'Where the carrier tells where it is.',
  ),
  field(
    'shipment.shippedAt',
    'Shipped at',
    'dateTime',
    '2024-03-06T15:00:00.000Z',
    'When it was handed to the carrier.',
  ),
  field(
    'shipment.deliveredAt',
    'Delivered at',
    'dateTime',
    '2024-03-09T10:12:00.000Z',
    'When it arrived; nothing where the shop does not tell.',
  ),
  field(
    'shipment.modifiedAt',
    'Shipment changed at',
    'dateTime',
    '2024-03-09T10:20:00.000Z',
    'When it last changed in the shop; nothing where the shop does not tell.',
  ),
  ...items('shipment', 'was sent'),
];

export const RETURN_SOURCES: readonly SourceField[] = [
  field('return.id', 'Return id', 'text', '12', 'The shop’s own id of the return.'),
  field('return.orderId', 'Order id', 'text', '218', 'The shop’s own id of the order.'),
  field('return.reason', 'Reason', 'text', 'Too small', 'Why it was sent back.'),
  field('return.status', 'Return status', 'text', 'Refunded', 'In the shop’s own words.'),
  field('return.amount', 'Amount', 'number', '31.34', 'What is paid back for it.'),
  field('return.currency', 'Currency', 'text', 'USD', 'The currency of the amount.'),
  field(
    'return.createdAt',
    'Requested at',
    'dateTime',
    '2024-03-11T09:00:00.000Z',
    'When it was asked for or recorded.',
  ),
  field(
    'return.modifiedAt',
    'Return changed at',
    'dateTime',
    '2024-03-12T09:00:00.000Z',
    'When it last changed in the shop; nothing where the shop does not tell.',
  ),
  ...items('return', 'came back'),
];
