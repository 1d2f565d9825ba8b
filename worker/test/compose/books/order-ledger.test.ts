import { describe, it, expect } from 'vitest';
import { knownOrders } from '../../../src/compose/books/order-ledger.ts';
import type { Decimal } from '../../../src/shared/money.ts';
import { at } from './carts.ts';
import { useLedgers } from './ledger-kit.ts';
import { orderOf } from './order-fixture.ts';

const { open: openLedger, pool } = useLedgers();

describe('an order’s news', () => {
  it('older than what is known is refused and changes nothing', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    await book(orderOf({ id: '1', amount: '20', modifiedAt: at(14) }), kim);

    expect(await book(orderOf({ id: '1', amount: '10', modifiedAt: at(13) }), kim)).toBe(false);
    expect(await totals(kim)).toMatchObject({ totalSpend: '20' });
  });

  it('told a second time is no older news, and counts once', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    const order = orderOf({ id: '1' });

    expect(await book(order, kim)).toBe(true);
    expect(await book(order, kim)).toBe(true);
    expect(await totals(kim)).toMatchObject({ orderCount: 1, totalSpend: '10' });
  });

  it('told by many at once ends with the latest', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    const hours = [15, 13, 17, 12, 16, 14];

    await Promise.all(
      hours.map((hour) =>
        book(orderOf({ id: '1', amount: String(hour), modifiedAt: at(hour) }), kim),
      ),
    );

    expect(await totals(kim)).toMatchObject({ orderCount: 1, totalSpend: '17' });
  });

  it('that changes hands moves the totals', async () => {
    const { book, totals, newPerson, key } = await openLedger();
    const [kim, lee] = [await newPerson(), await newPerson()];
    const order = orderOf({ id: '1' });
    await book(order, kim);

    await book({ ...order, modifiedAt: at(13) }, lee);

    expect(await totals(kim)).toBeUndefined();
    expect(await totals(lee)).toMatchObject({ orderCount: 1, totalSpend: '10' });
    expect((await knownOrders(pool(), [key(order)])).get(key(order))?.person).toBe(lee);
  });

  it('that names nobody any more leaves the order with whom it was', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    const order = orderOf({ id: '1' });
    await book(order, kim);

    await book({ ...order, modifiedAt: at(13) }, null);

    expect(await totals(kim)).toMatchObject({ orderCount: 1 });
  });

  it('remembers a refund for good: its status need not tell', async () => {
    const { book, newPerson, key } = await openLedger();
    const kim = await newPerson();
    const order = orderOf({ id: '1', amount: '10' });
    await book(order, kim);
    expect((await knownOrders(pool(), [key(order)])).get(key(order))?.refunded).toBe(false);

    await book(orderOf({ id: '1', amount: '10', net: '4' }), kim);
    await book(order, kim);

    expect((await knownOrders(pool(), [key(order)])).get(key(order))?.refunded).toBe(true);
  });
});

describe('a person’s totals', () => {
  it('are exact, however many small amounts there are', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    for (let number = 1; number <= 30; number += 1) {
      await book(orderOf({ id: String(number), amount: '0.1' }), kim);
    }

    expect(await totals(kim)).toMatchObject({
      orderCount: 30,
      totalSpend: '3',
      averageOrderValue: '0.1',
    });
  });

  it('are exact beyond what a double can hold', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    await book(orderOf({ id: '1', amount: '90071992547409.91' }), kim);
    await book(orderOf({ id: '2', amount: '0.02' }), kim);

    expect(await totals(kim)).toMatchObject({ totalSpend: '90071992547409.93' });
  });

  it('round an average half away from zero, to the currency’s digits', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    await book(orderOf({ id: '1', amount: '10' }), kim);
    await book(orderOf({ id: '2', amount: '10.01' }), kim);

    expect(await totals(kim)).toMatchObject({ totalSpend: '20.01', averageOrderValue: '10.01' });
  });

  it('name the first and the last order by when they were placed', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    await book(orderOf({ id: '2', placedAt: at(15) }), kim);
    await book(orderOf({ id: '3', placedAt: at(18) }), kim);
    await book(orderOf({ id: '1', placedAt: at(9), modifiedAt: at(20) }), kim);

    expect(await totals(kim)).toMatchObject({
      firstOrderAt: at(9),
      lastOrderAt: at(18),
      lastOrderNumber: '3',
    });
  });

  it.each(['Cancelled', 'Declined', 'Refunded', 'Incomplete'] as const)(
    'leave out an order that is %s',
    async (status) => {
      const { book, totals, newPerson } = await openLedger();
      const kim = await newPerson();
      await book(orderOf({ id: '1' }), kim);
      await book(orderOf({ id: '2', amount: '99', placedAt: at(13) }), kim);

      await book(orderOf({ id: '2', amount: '99', placedAt: at(13), status }), kim);

      expect(await totals(kim)).toMatchObject({
        orderCount: 1,
        totalSpend: '10',
        lastOrderNumber: '1',
      });
    },
  );

  it('take what was paid back off, and keep the order', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    await book(orderOf({ id: '1', amount: '10', net: '4', status: 'Partially Refunded' }), kim);

    expect(await totals(kim)).toMatchObject({ orderCount: 1, totalSpend: '4' });
  });
});

describe('several currencies', () => {
  it('add up in the shop’s currency by the order’s own rate', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    await book(orderOf({ id: '1', amount: '10' }), kim);
    const yen = { currency: 'JPY', rateToShop: '0.0066' as Decimal };
    await book(orderOf({ id: '2', amount: '1500', placedAt: at(13), ...yen }), kim);

    expect(await totals(kim)).toMatchObject({
      orderCount: 2,
      totalSpend: '19.9',
      currency: 'USD',
    });
  });

  it('without a rate cannot be added up: only those of the latest order’s currency count', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    await book(orderOf({ id: '1', amount: '10' }), kim);
    await book(orderOf({ id: '2', amount: '20', placedAt: at(13), currency: 'EUR' }), kim);
    await book(orderOf({ id: '3', amount: '5', placedAt: at(11), currency: 'EUR' }), kim);

    expect(await totals(kim)).toMatchObject({
      orderCount: 2,
      totalSpend: '25',
      currency: 'EUR',
      firstOrderAt: at(11),
    });
  });
});
