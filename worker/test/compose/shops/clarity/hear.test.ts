import { describe, expect, it } from 'vitest';
import { hear } from '../../../../src/compose/shops/clarity/hear.ts';

const AT = '2026-03-05T10:00:00.000Z';
const LATER = '2026-03-05T11:00:00.000Z';

function event(scope: string, data: object = {}, occurredAt = AT) {
  const body = JSON.stringify({ type: scope, occurredAt, data });
  return { scope, body, receivedAt: new Date(0) };
}

describe('what is heard', () => {
  it.each([
    ['an abandoned cart', 'cart.abandoned', {}, { abandonedAt: AT }],
    ['a deleted cart', 'cart.deleted', {}, { deletedAt: AT }],
    ['a cart nobody touches', 'cart.idle', {}, { abandonedAt: AT, deletedAt: AT }],
    [
      'a bought cart',
      'cart.converted',
      { orderId: 'o1' },
      { converted: { orderId: 'o1', at: AT } },
    ],
    [
      'a bought cart in a list',
      'cart.polled',
      { orderId: 7 },
      { converted: { orderId: '7', at: AT } },
    ],
    [
      'an accepted quote',
      'quote.accepted',
      { orderId: 'o1' },
      { converted: { orderId: 'o1', at: AT } },
    ],
    ['a refund', 'order.refunded', { orderId: 'o1' }, { refunded: true }],
    ['a merge', 'customer.merged', { mergedCustomerIds: ['c2', 'c3'] }, { absorbed: ['c2', 'c3'] }],
    ['anything else', 'order.updated', { orderId: 'o1' }, {}],
  ])('of %s', (_, scope, data, heard) => {
    expect(hear([event(scope, data)])).toEqual(heard);
  });

  it('of several abandonments is the last, and of several merges everybody', () => {
    const events = [
      event('cart.abandoned', {}, LATER),
      event('cart.idle', {}, '2026-03-05T04:30:00-06:00'),
      event('customer.merged', { mergedCustomerIds: ['c2'] }),
      event('customer.polled', { mergedCustomerIds: ['c2', 'c3'] }),
    ];

    expect(hear(events)).toMatchObject({ abandonedAt: LATER, absorbed: ['c2', 'c3'] });
  });

  it('of a look that Cartbridge asked for itself is nothing', () => {
    const body = JSON.stringify({ scope: 'cartbridge/sample', data: { id: 'o1' } });

    expect(hear([{ scope: 'cartbridge/sample', body, receivedAt: new Date(0) }])).toEqual({});
  });
});
