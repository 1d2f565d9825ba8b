import { expect, it } from 'vitest';
import { statusOf } from '../../../../src/compose/shops/clarity/order-status.ts';

it.each([
  ['Awaiting Fulfillment', 'Awaiting Fulfillment'],
  ['awaiting_shipment', 'Awaiting Shipment'],
  ['CANCELED', 'Cancelled'],
  ['On Hold', 'Manual Verification Required'],
  ['pending-payment', 'Awaiting Payment'],
  ['Delivered', 'Completed'],
  ['draft', 'Incomplete'],
  ['constructor', 'Awaiting Fulfillment'],
  ['Glazing', 'Awaiting Fulfillment'],
  [null, 'Awaiting Fulfillment'],
])('an order that the shop calls %s is %s', (word, status) => {
  expect(statusOf(word)).toBe(status);
});
