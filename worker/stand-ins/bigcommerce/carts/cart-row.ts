/** A cart as it is kept; money as text in the cart's currency. */
export interface CartRow {
  /** UUID; the checkout has the same. */
  id: string;
  customerId: number;
  channelId: number;
  /** What the shopper typed; a signed-in shopper's comes from the account. */
  email: string;
  currency: string;
  items: CartItem[];
  billing: CheckoutAddress | null;
  createdAt: string;
  updatedAt: string;
  locale: string;
  version: number;
  /** Made through the management API, not by a shopper. */
  byApi: boolean;
  /** The recovery token, since it was first abandoned. */
  token: string | null;
  /** The `updatedAt` for which it was told as abandoned: once for each silence. */
  abandonedFor: string | null;
  /** Incomplete orders made from it, oldest first. */
  orderIds: number[];
}

export interface CartItem {
  id: string;
  /** 0 for a custom item. */
  productId: number;
  variantId: number;
  sku: string;
  name: string;
  quantity: number;
  listPrice: string;
}

export interface CheckoutAddress {
  id: string;
  first_name: string;
  last_name: string;
  email: string;
  company: string;
  address1: string;
  address2: string;
  city: string;
  state_or_province: string;
  state_or_province_code: string;
  country: string;
  country_code: string;
  postal_code: string;
  phone: string;
}
