import type { OrderAddress } from '../orders/order-row.ts';

export interface ShipmentRow {
  id: number;
  orderId: number;
  customerId: number;
  orderAddressId: number;
  createdAt: string;
  trackingNumber: string;
  trackingCarrier: string;
  trackingLink: string;
  provider: string;
  method: string;
  comments: string;
  merchantCost: string;
  billing: OrderAddress;
  shippingTo: OrderAddress;
  items: { lineId: number; productId: number; quantity: number }[];
}
