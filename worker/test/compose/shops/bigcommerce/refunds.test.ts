import { describe, it, expect } from 'vitest';
import { consignments, line, orderAnswer } from './order-fixtures.ts';
import { failureKind, found, useStores } from './use-store.ts';

const store = useStores();
const PATH = '/v2/orders/218';
const REFUNDS = '/v3/orders/218/payment_actions/refunds';

const refund = {
  id: 3,
  order_id: 218,
  total_amount: 60.61,
  payments: [{ id: 1, amount: 60.61, is_declined: false }],
};

describe('refunds', () => {
  it('are not asked for when nothing speaks of one', async () => {
    const { reader, asked } = await store({ [PATH]: { body: orderAnswer() } });
    await reader.readOrders(['218'], { refundsFor: new Set(['219']) });
    expect(asked().some((path) => path.includes('refunds'))).toBe(false);
  });

  it.each([
    ['the order is refunded', { status_id: 4 }],
    ['it is partially refunded', { status_id: 14 }],
    ['its payment was, and the merchant moved it on', { payment_status: 'partially refunded' }],
    ['a line was', { consignments: consignments([line({ quantity_refunded: 1 })]) }],
  ])('are asked for when %s', async (_, changes) => {
    const { reader } = await store({
      [PATH]: { body: orderAnswer(changes) },
      [REFUNDS]: { body: { data: [refund], meta: {} } },
    });
    const order = found((await reader.readOrders(['218'])).get('218'));
    expect(order).toMatchObject({ refunded: '60.61', net: '13.4693' });
  });

  it('are asked for when the caller knows of one', async () => {
    const { reader } = await store({
      [PATH]: { body: orderAnswer() },
      [REFUNDS]: { body: { data: [refund], meta: {} } },
    });
    const reads = await reader.readOrders(['218'], { refundsFor: new Set(['218']) });
    expect(found(reads.get('218')).refunded).toBe('60.61');
  });

  it('add up exactly, without what the payment provider declined', async () => {
    const refunds = [
      { ...refund, total_amount: 0.1, payments: [{ amount: 0.1, is_declined: false }] },
      { ...refund, total_amount: 0.2, payments: [] },
      { ...refund, total_amount: 30, payments: [{ amount: 30, is_declined: true }] },
      {
        ...refund,
        total_amount: 10,
        payments: [{ amount: 4, is_declined: true }, { amount: 6 }],
      },
    ];
    const { reader } = await store({
      [PATH]: { body: orderAnswer({ status_id: 14 }) },
      [REFUNDS]: { body: { data: refunds, meta: {} } },
    });
    expect(found((await reader.readOrders(['218'])).get('218')).refunded).toBe('6.3');
  });

  it('that give lines back are returns, those of money alone are none', async () => {
    const item = { item_type: 'PRODUCT', item_id: 65, quantity: 1, reason: 'Too small' };
    const declined = [{ id: 2, amount: 1, is_declined: true }];
    const created = '2024-03-12T09:15:02+00:00';
    const refunds = [
      { ...refund, created, reason: 'Damaged', items: [item, { ...item, item_id: 99 }] },
      { ...refund, id: 4, items: [{ item_type: 'SHIPPING', item_id: 51 }] },
      { ...refund, id: 5, total_amount: 1, items: [item], payments: declined },
      { ...refund, id: 6, items: [] },
    ];
    const { reader } = await store({
      [PATH]: { body: orderAnswer({ status_id: 14 }) },
      [REFUNDS]: { body: { data: refunds, meta: {} } },
    });
    const { returns } = found((await reader.readOrders(['218'])).get('218'));
    expect(returns).toMatchObject([
      {
        id: '3',
        orderId: '218',
        reason: 'Damaged; Too small',
        status: 'Refunded',
        amount: '60.61',
        currency: 'USD',
        createdAt: '2024-03-12T09:15:02.000Z',
      },
    ]);
    expect(returns[0]?.items).toEqual([
      { productId: '77', sku: 'S-ORAN', name: 'Linen Towel', quantity: '1' },
      { productId: null, sku: null, name: null, quantity: '1' },
    ]);
    expect(JSON.stringify(returns[0]?.raw)).not.toContain('payments');
  });

  it('that cannot be read fail the order, for its net would be wrong', async () => {
    const { reader } = await store({
      [PATH]: { body: orderAnswer({ status_id: 4 }) },
      [REFUNDS]: { status: 503 },
    });
    expect(failureKind((await reader.readOrders(['218'])).get('218'))).toBe('shop_unavailable');
  });
});
