/** A refund as it is kept; money as text in the order's transactional currency. */
export interface RefundRow {
  id: number;
  orderId: number;
  createdAt: string;
  reason: string;
  total: string;
  tax: string;
  items: RefundItem[];
  payments: { id: number; providerId: string; amount: string; offline: boolean }[];
}

export interface RefundItem {
  type: 'PRODUCT' | 'GIFT_WRAPPING' | 'SHIPPING' | 'HANDLING' | 'ORDER' | 'FEE';
  /** The order line's id for PRODUCT, the order's for ORDER, the address's for SHIPPING. */
  itemId: number;
  quantity: number;
  amount: string;
  reason: string;
}
