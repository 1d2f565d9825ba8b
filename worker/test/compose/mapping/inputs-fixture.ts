import type { Address, Cart, Order } from '../../../src/compose/canonical.ts';
import type {
  CartInput,
  OrderInput,
  PersonInput,
  ShopFacts,
} from '../../../src/compose/mapping/inputs.ts';
import { parse } from '../../../src/shared/money.ts';
import { parseInstant } from '../../../src/shared/time.ts';

export const ORDER: Order = {
  id: '218',
  number: '218',
  customerId: '11',
  email: 'jane@example.com',
  firstName: 'Jane',
  lastName: 'Doe',
  company: null,
  phone: null,
  status: 'Partially Refunded',
  shopStatus: 'Partly paid back',
  placedAt: parseInstant('2024-03-05T21:40:11Z'),
  placedAtSource: 'Tue, 05 Mar 2024 21:40:11 +0000',
  modifiedAt: parseInstant('2024-03-11T15:17:25Z'),
  currency: 'USD',
  shopCurrency: 'USD',
  rateToShop: parse(1),
  total: parse('74.0793'),
  subtotal: parse('62.6793'),
  tax: parse('5.31'),
  shippingCost: parse('11.09'),
  discount: parse('5'),
  refunded: parse('10'),
  net: parse('64.0793'),
  itemCount: 2,
  items: [
    {
      id: '65',
      productId: '77',
      name: 'Linen Towel',
      sku: 'S-ORAN',
      options: 'Size: S, Colour: Red',
      quantity: parse(2),
      unitPrice: parse('31.33965'),
      total: parse('62.6793'),
      refundedQuantity: parse(0),
      raw: null,
    },
  ],
  channel: '1',
  source: 'www',
  shipTo: { city: 'Austin', country: 'US' },
  cartId: 'c-1',
  archived: false,
  returns: [],
  raw: null,
};

export const SHOP: ShopFacts = {
  key: 'shop-1',
  name: 'Test shop',
  platform: 'BigCommerce',
  url: 'https://store.example.com',
  currency: 'USD',
  status: 'Connected',
};

export const ORDER_INPUT: OrderInput = {
  key: 'shop-1:order:218',
  shop: SHOP,
  customerKey: 'shop-1:customer:11',
  cartKey: 'shop-1:cart:c-1',
  order: ORDER,
};

export const CART: Cart = {
  id: 'c-1',
  kind: 'Shopping',
  customerId: null,
  email: 'jane@example.com',
  firstName: null,
  lastName: null,
  currency: 'USD',
  value: parse('45.3'),
  itemCount: 3,
  items: [
    {
      id: 'l-1',
      productId: '77',
      name: 'Linen Towel',
      sku: 'S-ORAN',
      quantity: parse(3),
      unitPrice: parse('15.1'),
      total: parse('45.3'),
      imageUrl: 'https://cdn.example.com/towel.jpg',
      url: 'https://store.example.com/linen-towel/',
      raw: null,
    },
  ],
  createdAt: parseInstant('2024-03-05T20:10:00Z'),
  modifiedAt: parseInstant('2024-03-05T20:25:00Z'),
  url: 'https://store.example.com/cart.php',
  raw: null,
};

export const CART_INPUT: CartInput = {
  key: 'shop-1:cart:c-1',
  shop: SHOP,
  cart: {
    ...CART,
    status: 'Abandoned',
    recovered: false,
    abandonedAt: '2024-03-05T21:25:00.000Z',
    convertedAt: null,
    timesAbandoned: 1,
    orderKey: null,
  },
};

export const ADDRESS: Address = {
  name: 'Jane Doe',
  company: 'Acme',
  line1: '555 East Street',
  line2: 'Unit 4',
  city: 'Austin',
  region: 'TX',
  postalCode: '78108',
  country: 'US',
  phone: '5125550100',
};

export const PERSON_INPUT: PersonInput = {
  customerKey: 'shop-1:customer:11',
  shop: SHOP,
  profile: {
    firstName: 'Jane',
    lastName: 'Doe',
    email: 'Jane@Example.com',
    phone: '5125550100',
    company: 'Acme',
    group: 'Wholesale',
    loyaltyPoints: '120',
    billing: ADDRESS,
    shipping: ADDRESS,
    raw: null,
  },
  consent: { marketing: 'Given', cartMail: 'Unknown', optOut: false },
  totals: {
    firstOrderAt: '2023-01-01T10:00:00.000Z',
    lastOrderAt: '2024-03-05T21:40:11.000Z',
    lastOrderNumber: '218',
    orderCount: 3,
    totalSpend: '222.2379',
    averageOrderValue: '74.0793',
    currency: 'USD',
    interests: ['Bath', 'Linen'],
  },
  cart: {
    status: 'None',
    abandonedAt: null,
    value: '0',
    currency: 'USD',
    itemCount: 0,
    firstItems: ['None'],
    imageUrl: 'None',
    url: 'https://store.example.com',
    timesAbandoned: 0,
  },
};
