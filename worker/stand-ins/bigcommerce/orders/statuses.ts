export interface Status {
  id: number;
  name: string;
  /** Its place in the original's list. */
  order: number;
  system_description: string;
}

export const INCOMPLETE = 0;
export const PENDING = 1;
export const SHIPPED = 2;
export const PARTIALLY_SHIPPED = 3;
export const REFUNDED = 4;
export const AWAITING_FULFILLMENT = 11;
export const PARTIALLY_REFUNDED = 14;

export const STATUSES: Status[] = [
  status(0, 'Incomplete', 0, 'The shopper reached the payment page and did not finish.'),
  status(1, 'Pending', 1, 'The shopper started the checkout and did not complete it.'),
  status(7, 'Awaiting Payment', 2, 'The checkout is done, the payment not yet confirmed.'),
  status(11, 'Awaiting Fulfillment', 3, 'The checkout is done, the payment confirmed.'),
  status(9, 'Awaiting Shipment', 4, 'Packed, and waiting for the carrier.'),
  status(8, 'Awaiting Pickup', 5, 'Packed, and waiting for the shopper.'),
  status(3, 'Partially Shipped', 6, 'Some items have been shipped.'),
  status(10, 'Completed', 7, 'Shipped and received.'),
  status(2, 'Shipped', 8, 'Shipped, receipt not confirmed.'),
  status(5, 'Cancelled', 9, 'The seller has cancelled the order.'),
  status(6, 'Declined', 10, 'The seller has declined the order.'),
  status(4, 'Refunded', 11, 'The seller has refunded the order.'),
  status(13, 'Disputed', 12, 'The shopper disputes the payment.'),
  status(12, 'Manual Verification Required', 13, 'On hold until somebody has looked at it.'),
  status(14, 'Partially Refunded', 14, 'The seller has refunded a part of the order.'),
];

function status(id: number, name: string, order: number, system_description: string): Status {
  return { id, name, order, system_description };
}

export function statusName(id: number): string {
  return STATUSES.find((known) => known.id === id)?.name ?? '';
}

/** What the original says about the payment of an order in this status. */
export function paymentStatus(id: number): string {
  if (id === REFUNDED) return 'refunded';
  if (id === PARTIALLY_REFUNDED) return 'partially refunded';
  if (id === 6) return 'declined';
  return [INCOMPLETE, PENDING, 7, 5, 12].includes(id) ? '' : 'captured';
}
