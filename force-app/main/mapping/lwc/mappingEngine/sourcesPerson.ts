import { field, personal, type SourceField } from './sourceField.ts';
import { addressSources } from './sourcesAddress.ts';

const PROFILE: readonly SourceField[] = [
  personal('profile.firstName', 'First name', 'Jane', 'Of the customer or the order.'),
  personal('profile.lastName', 'Last name', 'Doe', 'Of the customer or the order.'),
  personal(
    'profile.email',
    'Email address',
    'jane@example.com',
    'The customer’s own address; a guest’s is that of the order or cart.',
  ),
  personal('profile.phone', 'Phone', '5125550100', 'Of the customer or the order.'),
  personal('profile.company', 'Company', 'Acme', 'Of the customer or the order.'),
  personal(
    'profile.group',
    'Customer group',
    'Wholesale',
    'The name of the shop’s customer group.',
  ),
  {
    ...field(
      'profile.loyaltyPoints',
      'Loyalty points',
      'number',
      '120',
      'As the shop counts them; nothing where it has none.',
    ),
    personal: true,
  },
  ...addressSources('profile.billing', 'Billing', 'Of the customer’s default billing address.'),
  ...addressSources('profile.shipping', 'Shipping', 'Of the customer’s default shipping address.'),
];

const CONSENT: readonly SourceField[] = [
  personal(
    'consent.marketing',
    'Marketing consent',
    'Given',
    'Given, Refused or Unknown; of several shops the most restrictive counts.',
  ),
  personal(
    'consent.cartMail',
    'Cart mail consent',
    'Given',
    'Given, Refused or Unknown, for reminders of carts.',
  ),
  {
    ...field(
      'consent.optOut',
      'Opt out of email',
      'boolean',
      false,
      'True where your consent table says that a refusal opts the person out of all mails.',
    ),
    personal: true,
  },
];

const TOTALS: readonly SourceField[] = [
  field(
    'totals.firstOrderAt',
    'First order at',
    'dateTime',
    '2023-01-01T10:00:00.000Z',
    'When the person first bought something.',
  ),
  field(
    'totals.lastOrderAt',
    'Last order at',
    'dateTime',
    '2024-03-05T21:40:11.000Z',
    'When the person last bought something.',
  ),
  field('totals.lastOrderNumber', 'Last order number', 'text', '218', 'Of the latest order.'),
  field('totals.orderCount', 'Number of orders', 'number', 3, 'Purchases that count so far.'),
  field('totals.totalSpend', 'Total spend', 'number', '222.24', 'All purchases less refunds.'),
  field(
    'totals.averageOrderValue',
    'Average order value',
    'number',
    '74.08',
    'The total spend divided by the number of orders.',
  ),
  field(
    'totals.currency',
    'Spend currency',
    'text',
    'USD',
    'The currency of the totals, that of the latest order.',
  ),
  field(
    'totals.interests',
    'Interests',
    'list',
    'Bath, Linen',
    'The categories most money went into, the first one first.',
  ),
];

const CART: readonly SourceField[] = [
  field(
    'cart.status',
    'Cart status of the person',
    'text',
    'Abandoned',
    'None, Open, Abandoned, Recovered or Expired: what programs react to.',
  ),
  field(
    'cart.abandonedAt',
    'Cart abandoned at',
    'dateTime',
    '2024-03-05T21:25:00.000Z',
    'When the person last left a cart.',
  ),
  field('cart.value', 'Cart value', 'number', '45.3', 'What is in the cart; 0 without one.'),
  field('cart.currency', 'Cart currency', 'text', 'USD', 'The currency of the cart.'),
  field('cart.itemCount', 'Number of cart items', 'number', 3, 'All quantities; 0 without one.'),
  field(
    'cart.firstItems',
    'First cart items',
    'list',
    'Linen Towel, Soap',
    'The names of the first three items; None without a cart.',
  ),
  field(
    'cart.imageUrl',
    'Cart picture',
    'text',
    'https://cdn.example.com/towel.jpg',
    'The first picture of an item; None where there is none.',
  ),
  field(
    'cart.url',
    'Cart page',
    'text',
    'https://store.example.com/cart.php',
    'Where the person finds the cart again; the shop itself without one.',
  ),
  field('cart.timesAbandoned', 'Times abandoned', 'number', 1, 'How many carts were left so far.'),
];

export const PERSON_SOURCES: readonly SourceField[] = [...PROFILE, ...CONSENT, ...TOTALS, ...CART];
