import type { CanonicalOrderStatus } from '../../canonical.ts';

/** Merchants rename the labels, never the ids. */
export const ORDER_STATUS_BY_ID = new Map<number, CanonicalOrderStatus>([
  [0, 'Incomplete'],
  [1, 'Pending'],
  [2, 'Shipped'],
  [3, 'Partially Shipped'],
  [4, 'Refunded'],
  [5, 'Cancelled'],
  [6, 'Declined'],
  [7, 'Awaiting Payment'],
  [8, 'Awaiting Pickup'],
  [9, 'Awaiting Shipment'],
  [10, 'Completed'],
  [11, 'Awaiting Fulfillment'],
  [12, 'Manual Verification Required'],
  [13, 'Disputed'],
  [14, 'Partially Refunded'],
]);
