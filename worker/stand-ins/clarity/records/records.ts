/** The records as the contract has them; kept in the very form in which they are shown. */
export interface Address {
  name: string | null;
  company: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
  country: string | null;
  phone: string | null;
  isDefault: boolean;
}

export interface Customer {
  customerId: string;
  firstName: string | null;
  lastName: string | null;
  email: string;
  phone: string | null;
  accountStatus: 'active' | 'disabled';
  shippingAddresses: Address[];
  billingAddresses: Address[];
  orderHistory: {
    count: number;
    total: string;
    firstOrderDate: string | null;
    lastOrderDate: string | null;
  };
  loyaltyPoints: number;
  companyId: string | null;
  companyName: string | null;
  parentCompanyId: string | null;
  customerGroup: string | null;
  emailConsent: boolean | null;
  cartMailConsent: boolean | null;
  locale: string;
  currency: string;
  createdDate: string;
  updatedDate: string;
  attributes: Record<string, string | number | boolean>;
  mergedCustomerIds: string[];
}

export interface LineItem {
  lineId: string;
  productId: string | null;
  sku: string;
  name: string;
  category: string[];
  brand: string | null;
  quantity: number;
  unitPrice: string;
  extendedPrice: string;
  imageUrl: string | null;
  productUrl: string | null;
}

export type OrderLine = LineItem & { refundedQuantity: number };

export interface Order {
  orderId: string;
  orderNumber: string;
  customerId: string | null;
  email: string;
  firstName: string | null;
  lastName: string | null;
  orderDate: string;
  totalAmount: string;
  currency: string;
  exchangeRate: string;
  subTotal: string;
  tax: string;
  shipping: string;
  fees: string;
  discount: string;
  refundedAmount: string;
  status: string;
  purchaseOrderNumber: string | null;
  cartId: string | null;
  lineItems: OrderLine[];
  billing: Address;
  shippingAddress: Address;
  channel: string;
  updatedDate: string;
}

export type CartKind = 'shopping' | 'quote' | 'sample' | 'list';

export interface Cart {
  cartId: string;
  kind: CartKind;
  /** Of quotes and sample requests. */
  status: string | null;
  customerId: string | null;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  items: LineItem[];
  total: string;
  currency: string;
  recoveryUrl: string | null;
  createdDate: string;
  lastModified: string;
  orderId: string | null;
}

export interface PartItem {
  lineId: string | null;
  productId: string | null;
  sku: string;
  name: string;
  quantity: number;
}

export interface Shipment {
  shipmentId: string;
  orderId: string;
  carrier: string;
  trackingNumber: string;
  trackingUrl: string | null;
  shippedDate: string;
  deliveredDate: string | null;
  items: PartItem[];
  updatedDate: string;
}

export interface Return {
  returnId: string;
  orderId: string;
  reason: string;
  status: string;
  amount: string;
  currency: string;
  items: PartItem[];
  createdDate: string;
  updatedDate: string;
}
