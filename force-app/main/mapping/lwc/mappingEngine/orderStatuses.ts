/** The picklist of Order__c.Status__c. */
export const ORDER_STATUSES = [
  'Pending',
  'Awaiting Payment',
  'Awaiting Fulfillment',
  'Awaiting Shipment',
  'Awaiting Pickup',
  'Partially Shipped',
  'Shipped',
  'Completed',
  'Cancelled',
  'Declined',
  'Refunded',
  'Partially Refunded',
  'Disputed',
  'Manual Verification Required',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

const BY_LETTERS = new Map(ORDER_STATUSES.map((status) => [lettersOf(status), status]));

/** The status of that name, however it is spelled: `awaiting_payment`, `CANCELED`. */
export function orderStatusOf(text: string): OrderStatus | undefined {
  const known = BY_LETTERS.get(lettersOf(text.slice(0, 80)));
  return known ?? (/^\s*canceled\s*$/i.test(text) ? 'Cancelled' : undefined);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
