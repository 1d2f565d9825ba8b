/** An order's address, in the original's v2 words. */
export interface OrderAddress {
  first_name: string;
  last_name: string;
  company: string;
  street_1: string;
  street_2: string;
  city: string;
  state: string;
  zip: string;
  country: string;
  country_iso2: string;
  phone: string;
  email: string;
}

/** One line; money as text with four decimals, in the order's transactional currency. */
export interface OrderLine {
  id: number;
  /** 0 for a custom item, which no catalogue knows. */
  productId: number;
  variantId: number;
  name: string;
  sku: string;
  brand: string;
  type: 'physical' | 'digital';
  weight: number;
  quantity: number;
  quantityShipped: number;
  quantityRefunded: number;
  priceExTax: string;
  priceIncTax: string;
  options: { name: string; value: string; valueId: number }[];
}

export interface OrderRow {
  id: number;
  customerId: number;
  createdAt: string;
  modifiedAt: string;
  shippedAt: string | null;
  statusId: number;
  /** Null for orders that no cart stood before. */
  cartId: string | null;
  /** The transactional currency. */
  currency: string;
  billing: OrderAddress;
  shippingTo: (OrderAddress & { id: number; method: string })[];
  lines: OrderLine[];
  shippingExTax: string;
  shippingIncTax: string;
  discount: string;
  couponDiscount: string;
  /** Totals a client sent with the order; they win over the sum of the lines. */
  givenTotals: Partial<Record<GivenTotal, string>>;
  paymentMethod: string;
  channelId: number;
  source: string;
  externalSource: string | null;
  externalId: string | null;
  externalOrderId: string;
  staffNotes: string;
  customerMessage: string;
  locale: string;
  isEmailOptIn: boolean;
  isDeleted: boolean;
}

export const GIVEN_TOTALS = [
  'subtotal_ex_tax',
  'subtotal_inc_tax',
  'total_ex_tax',
  'total_inc_tax',
] as const;
export type GivenTotal = (typeof GIVEN_TOTALS)[number];

export const NO_ADDRESS: OrderAddress = {
  first_name: '',
  last_name: '',
  company: '',
  street_1: '',
  street_2: '',
  city: '',
  state: '',
  zip: '',
  country: '',
  country_iso2: '',
  phone: '',
  email: '',
};
