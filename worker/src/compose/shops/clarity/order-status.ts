import { orderStatusOf } from '#mapping-engine/orderStatuses';
import type { CanonicalOrderStatus } from '../../canonical.ts';

/** What shops call their statuses, letters only; our own names need no line. */
const WORDS: Record<string, CanonicalOrderStatus> = {
  ...{ incomplete: 'Incomplete', draft: 'Incomplete', checkout: 'Incomplete' },
  ...{
    new: 'Pending',
    open: 'Pending',
    placed: 'Pending',
    created: 'Pending',
    received: 'Pending',
  },
  ...{
    pendingpayment: 'Awaiting Payment',
    unpaid: 'Awaiting Payment',
    invoiced: 'Awaiting Payment',
  },
  ...{ paymentpending: 'Awaiting Payment', onaccount: 'Awaiting Fulfillment' },
  ...{ paid: 'Awaiting Fulfillment', processing: 'Awaiting Fulfillment' },
  ...{ inprogress: 'Awaiting Fulfillment', confirmed: 'Awaiting Fulfillment' },
  ...{ accepted: 'Awaiting Fulfillment', approved: 'Awaiting Fulfillment' },
  ...{ inproduction: 'Awaiting Fulfillment', backordered: 'Awaiting Fulfillment' },
  ...{
    picking: 'Awaiting Shipment',
    packed: 'Awaiting Shipment',
    readytoship: 'Awaiting Shipment',
  },
  ...{ readyforpickup: 'Awaiting Pickup' },
  ...{ partiallyfulfilled: 'Partially Shipped', partlyshipped: 'Partially Shipped' },
  ...{ fulfilled: 'Shipped', dispatched: 'Shipped', intransit: 'Shipped' },
  ...{ complete: 'Completed', delivered: 'Completed', closed: 'Completed', pickedup: 'Completed' },
  ...{ cancel: 'Cancelled', void: 'Cancelled', voided: 'Cancelled', expired: 'Cancelled' },
  ...{ rejected: 'Declined', failed: 'Declined', paymentfailed: 'Declined', denied: 'Declined' },
  ...{ returned: 'Refunded', partlyrefunded: 'Partially Refunded' },
  ...{ chargeback: 'Disputed', onhold: 'Manual Verification Required' },
  ...{ hold: 'Manual Verification Required', review: 'Manual Verification Required' },
  ...{
    pendingapproval: 'Manual Verification Required',
    fraudreview: 'Manual Verification Required',
  },
};

/**
 * The status behind a shop's own word. A word nobody knows is an order that is being worked on: it
 * counts as a purchase, so that no cart mail follows it, and the shop's word stays beside it.
 */
export function statusOf(word: string | null): CanonicalOrderStatus {
  if (word === null) return 'Awaiting Fulfillment';
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const known = Object.hasOwn(WORDS, letters) ? WORDS[letters] : undefined;
  return known ?? orderStatusOf(word) ?? 'Awaiting Fulfillment';
}
