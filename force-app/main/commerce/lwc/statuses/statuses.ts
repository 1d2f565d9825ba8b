import placed from '@salesforce/label/c.Shopper_Path_Placed';
import paid from '@salesforce/label/c.Shopper_Path_Paid';
import prepared from '@salesforce/label/c.Shopper_Path_Prepared';
import shipped from '@salesforce/label/c.Shopper_Path_Shipped';
import completed from '@salesforce/label/c.Shopper_Path_Completed';
import filled from '@salesforce/label/c.Shopper_Path_Filled';
import left from '@salesforce/label/c.Shopper_Path_Left';
import bought from '@salesforce/label/c.Shopper_Path_Bought';

export type Tone = 'good' | 'waiting' | 'attention' | 'ended';

/** Where something is on its way. */
export interface Way {
  steps: string[];
  /** The index of the present step. */
  at: number;
  tone: Tone;
}

const ORDER_STEPS = [placed, paid, prepared, shipped, completed];

/** Which step an order is at, and how it is doing, by status. */
const ORDERS: Record<string, [at: number, tone: Tone]> = {
  Pending: [0, 'waiting'],
  'Awaiting Payment': [1, 'waiting'],
  'Manual Verification Required': [1, 'attention'],
  'Awaiting Fulfillment': [2, 'waiting'],
  'Awaiting Shipment': [2, 'waiting'],
  'Awaiting Pickup': [2, 'waiting'],
  'Partially Shipped': [3, 'waiting'],
  Shipped: [3, 'good'],
  Completed: [4, 'good'],
  'Partially Refunded': [4, 'attention'],
  Disputed: [4, 'attention'],
  Cancelled: [4, 'ended'],
  Declined: [4, 'ended'],
  Refunded: [4, 'ended'],
};

/** An order that ended otherwise shows its own status in the place of the last step. */
export function wayOfOrder(status: string, shown: string): Way {
  const [at, tone] = ORDERS[status] ?? [0, 'waiting'];
  if (tone === 'ended') return { steps: [placed, shown], at: 1, tone };
  return { steps: ORDER_STEPS, at, tone };
}

export function toneOfOrder(status: string): Tone {
  return ORDERS[status]?.[1] ?? 'waiting';
}

const CARTS: Record<string, Tone> = {
  Open: 'waiting',
  Abandoned: 'attention',
  Converted: 'good',
  Deleted: 'ended',
};

/** The step of being left shows only in carts that ever were. */
export function wayOfCart(status: string, shown: string, timesAbandoned: number): Way {
  const before = timesAbandoned > 0 && status !== 'Open' ? [filled, left] : [filled];
  const tone = toneOfCart(status);
  if (status === 'Open') return { steps: [filled, bought], at: 0, tone };
  if (status === 'Abandoned') return { steps: [filled, left, bought], at: 1, tone };
  const last = status === 'Deleted' ? shown : bought;
  return { steps: [...before, last], at: before.length, tone };
}

export function toneOfCart(status: string): Tone {
  return CARTS[status] ?? 'waiting';
}
