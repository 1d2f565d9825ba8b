import { field, type SourceField } from './sourceField.ts';

/** In every input. */
export const SHOP_SOURCES: readonly SourceField[] = [
  field('shop.key', 'Shop key', 'text', 'bc1', 'The key of the shop; all its keys begin with it.'),
  field('shop.name', 'Shop name', 'text', 'Example Store', 'The name of the shop.'),
  field(
    'shop.platform',
    'Shop platform',
    'text',
    'BigCommerce',
    'What the shop runs on, such as BigCommerce or Clarity eCommerce.',
  ),
  field('shop.url', 'Shop address', 'text', 'https://store.example.com', 'Where the shop is.'),
  field('shop.currency', 'Shop currency', 'text', 'USD', 'The shop’s own currency (ISO 4217).'),
  field(
    'shop.status',
    'Shop status',
    'text',
    'Connected',
    'Connected, Paused or Reconnect Needed.',
  ),
];
