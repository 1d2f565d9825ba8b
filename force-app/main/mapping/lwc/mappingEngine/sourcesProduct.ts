import { field, type SourceField } from './sourceField.ts';

export const PRODUCT_SOURCES: readonly SourceField[] = [
  field('product.id', 'Product id', 'text', '77', 'The shop’s own id of the product.'),
  field('product.name', 'Product name', 'text', 'Linen Towel', 'What the product is called.'),
  field('product.sku', 'Product SKU', 'text', 'LT', 'The product’s stock keeping unit.'),
  field(
    'product.categories',
    'Product categories',
    'list',
    'Bath, Linen',
    'The names of the categories the product is in.',
  ),
  field(
    'product.price',
    'Product price',
    'number',
    '50',
    'The price in the shop’s currency, as the shop lists it.',
  ),
  field(
    'product.url',
    'Product page',
    'text',
    'https://store.example.com/linen-towel/',
    'Where a shopper finds the product.',
  ),
  field(
    'product.imageUrl',
    'Product picture',
    'text',
    'https://cdn.example.com/towel.jpg',
    'The address of the product’s main picture.',
  ),
  field(
    'product.modifiedAt',
    'Product changed at',
    'dateTime',
    '2024-03-11T14:41:00.000Z',
    'When the product last changed in the shop.',
  ),
];
