import { describe, it, expect } from 'vitest';
import { consignments, line, orderAnswer } from './order-fixtures.ts';
import { containing, failureKind, found, useStores } from './use-store.ts';

const store = useStores();
const PATH = '/v2/orders/218';

describe('an order', () => {
  it('is read with its lines in one call', async () => {
    const { reader, asked } = await store({ [PATH]: { body: orderAnswer() } });
    const order = found((await reader.readOrders(['218'])).get('218'));
    expect(order).toEqual({
      id: '218',
      number: '218',
      customerId: '11',
      email: 'jane@example.com',
      firstName: 'Jane',
      lastName: 'Doe',
      company: 'Acme',
      phone: '5125550100',
      status: 'Awaiting Fulfillment',
      shopStatus: 'Being packed',
      placedAt: '2024-03-05T21:40:11.000Z',
      placedAtSource: 'Tue, 05 Mar 2024 21:40:11 +0000',
      modifiedAt: '2024-03-11T15:17:25.000Z',
      currency: 'USD',
      shopCurrency: 'USD',
      rateToShop: '1',
      total: '74.0793',
      subtotal: '62.6793',
      tax: '5.31',
      shippingCost: '11.09',
      discount: '5',
      refunded: '0',
      net: '74.0793',
      itemCount: 2,
      items: [
        {
          id: '65',
          productId: '77',
          name: 'Linen Towel',
          sku: 'S-ORAN',
          options: 'Size: S, Colour: Red',
          quantity: '2',
          unitPrice: '31.3397',
          total: '62.6793',
          refundedQuantity: '0',
          raw: containing({ id: 65, price_ex_tax: '31.3397' }),
        },
      ],
      channel: '1',
      source: 'www',
      shipTo: { city: 'Austin', country: 'US' },
      cartId: '7e48f7ef-2e88-4817-aea4-b0ed01490114',
      archived: false,
      returns: [],
      raw: containing({ id: 218, total_inc_tax: '74.0793' }),
    });
    expect(asked()).toEqual([
      `${PATH}?include=consignments,consignments.line_items,fees&consignment_structure=object`,
    ]);
  });

  it('leaves payment data and addresses of machines in the shop', async () => {
    const { reader } = await store({ [PATH]: { body: orderAnswer() } });
    const text = JSON.stringify(found((await reader.readOrders(['218'])).get('218')));
    for (const secret of ['pay-4711', 'visa', 'captured', '203.0.113.7'])
      expect(text).not.toContain(secret);
  });

  it('brings what the shop says beyond what Cartbridge names, its lines only once', async () => {
    const { reader } = await store({ [PATH]: { body: orderAnswer() } });
    const { raw } = found((await reader.readOrders(['218'])).get('218'));
    expect(raw).toMatchObject({
      payment_method: 'Credit Card',
      customer_message: 'Please ring the bell',
      billing_address: { first_name: 'Jane' },
      consignments: { shipping: [{ city: 'Austin' }] },
    });
    expect(JSON.stringify(raw)).not.toContain('Linen Towel');
  });

  it('of a guest has no customer, and blanks are null', async () => {
    const guest = orderAnswer({
      customer_id: 0,
      cart_id: null,
      custom_status: '',
      status_id: '7',
      billing_address: { first_name: '', last_name: '', company: '', phone: '', email: '' },
      consignments: consignments([line({ product_id: 0, sku: '', product_options: [] })]),
    });
    const { reader } = await store({ [PATH]: { body: guest } });
    const order = found((await reader.readOrders(['218'])).get('218'));
    expect(order).toMatchObject({ customerId: null, email: null, lastName: null, cartId: null });
    expect(order).toMatchObject({ status: 'Awaiting Payment', shopStatus: 'Awaiting Fulfillment' });
    expect(order.items[0]).toMatchObject({ productId: null, sku: null, options: null });
  });

  it('in another currency tells the rate back to that of the shop', async () => {
    const euros = orderAnswer({
      default_currency_code: 'EUR',
      store_default_to_transactional_exchange_rate: '0.8000000000',
    });
    const { reader } = await store({ [PATH]: { body: euros } });
    const order = found((await reader.readOrders(['218'])).get('218'));
    expect(order).toMatchObject({ currency: 'EUR', shopCurrency: 'USD', rateToShop: '1.25' });
  });

  it('may leave out whatever a store has no use for', async () => {
    const { id, customer_id, status_id, date_created, date_modified } = orderAnswer();
    const needed = { id, customer_id, status_id, date_created, date_modified };
    const amounts = {
      default_currency_code: 'USD',
      total_inc_tax: '5',
      total_tax: '0',
      subtotal_ex_tax: '5',
      shipping_cost_ex_tax: '0',
    };
    const { reader } = await store({ [PATH]: { body: { ...needed, ...amounts } } });
    const order = found((await reader.readOrders(['218'])).get('218'));
    expect(order).toMatchObject({ total: '5', discount: '0', items: [], shipTo: null });
    expect(order).toMatchObject({ email: null, shopStatus: null, channel: null, archived: false });
  });

  it('without a shop currency has no rate', async () => {
    const { reader } = await store({
      [PATH]: { body: orderAnswer({ store_default_currency_code: '' }) },
    });
    const order = found((await reader.readOrders(['218'])).get('218'));
    expect(order).toMatchObject({ shopCurrency: null, rateToShop: null });
  });

  it('to be picked up goes to the place of the pickup', async () => {
    const pickup = consignments([], {
      shipping: [],
      pickups: [
        { id: 1, location: { city: 'Dallas', country_alpha2: 'US' }, line_items: [line()] },
      ],
    });
    const { reader } = await store({ [PATH]: { body: orderAnswer({ consignments: pickup }) } });
    const order = found((await reader.readOrders(['218'])).get('218'));
    expect(order.shipTo).toEqual({ city: 'Dallas', country: 'US' });
    expect(order.items).toHaveLength(1);
  });

  it.each([
    [0, 'Incomplete'],
    [4, 'Refunded'],
    [8, 'Awaiting Pickup'],
    [12, 'Manual Verification Required'],
    [14, 'Partially Refunded'],
  ])('with status %i is %s, whatever the merchant calls it', async (status_id, status) => {
    const { reader } = await store({
      [PATH]: { body: orderAnswer({ status_id, custom_status: 'Ours' }) },
      [`/v3/orders/218/payment_actions/refunds`]: { body: { data: [], meta: {} } },
    });
    const order = found((await reader.readOrders(['218'])).get('218'));
    expect(order).toMatchObject({ status, shopStatus: 'Ours' });
  });
});

describe('a batch of orders', () => {
  it('answers every id: found, missing, and failed by itself', async () => {
    const { reader } = await store({
      '/v2/orders/218': { body: orderAnswer() },
      '/v2/orders/219': { body: orderAnswer({ id: 219, total_inc_tax: null }) },
      '/v2/orders/220': { status: 204 },
    });
    const reads = await reader.readOrders(['218', '219', '220', '221', '../v3/hooks', '218']);
    expect([...reads.keys()].sort()).toEqual(['../v3/hooks', '218', '219', '220', '221']);
    expect(found(reads.get('218')).id).toBe('218');
    expect(failureKind(reads.get('219'))).toBe('shop_shape');
    for (const id of ['220', '221', '../v3/hooks'])
      expect(reads.get(id)).toEqual({ missing: true });
  });

  it('names the path of a changed shape and never its value', async () => {
    const { reader } = await store({
      [PATH]: { body: orderAnswer({ total_inc_tax: 'jane@example.com', date_created: 7 }) },
    });
    const read = (await reader.readOrders(['218'])).get('218');
    const message = read && 'failed' in read ? read.failed.message : '';
    expect(message).toContain('total_inc_tax: expected a decimal number');
    expect(message).toContain('date_created: expected string');
    expect(message).not.toContain('jane');
  });

  it('stops asking when the shop no longer lets us in', async () => {
    const { reader, requests } = await store(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [`/v2/orders/${index + 1}`, { status: 401 }]),
      ),
    );
    const ids = Array.from({ length: 40 }, (_, index) => String(index + 1));
    const reads = await reader.readOrders(ids);
    expect(ids.map((id) => failureKind(reads.get(id)))).toEqual(ids.map(() => 'shop_auth'));
    expect(requests.length).toBeLessThan(10);
  });

  it('stops asking when the shop fails three times in a row', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => String(index + 1));
    const { reader, requests } = await store(
      Object.fromEntries(ids.map((id) => [`/v2/orders/${id}`, { status: 503 }])),
    );
    const reads = await reader.readOrders(ids);
    expect(ids.map((id) => failureKind(reads.get(id)))).toEqual(ids.map(() => 'shop_unavailable'));
    expect(requests.length).toBeLessThan(10);
  });

  it('goes on after one order the shop stumbles over', async () => {
    const { reader } = await store({
      '/v2/orders/1': { status: 500 },
      '/v2/orders/2': { body: orderAnswer({ id: 2 }) },
      '/v2/orders/3': { body: orderAnswer({ id: 3 }) },
    });
    const reads = await reader.readOrders(['1', '2', '3']);
    expect(failureKind(reads.get('1'))).toBe('shop_unavailable');
    expect(found(reads.get('3')).id).toBe('3');
  });
});
