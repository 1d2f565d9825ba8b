import { describe, it, expect } from 'vitest';
import type { Interest } from '../../../src/compose/books/order-ledger.ts';
import type { Decimal } from '../../../src/shared/money.ts';
import { at } from './carts.ts';
import { useLedgers } from './ledger-kit.ts';
import { orderOf } from './order-fixture.ts';

const { open: openLedger } = useLedgers();

describe('interests', () => {
  const spent = (amounts: Record<string, string>): Interest[] =>
    Object.entries(amounts).map(([name, amount]) => ({ name, amount }));

  it('are the five categories with most money, over all orders', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    await book(
      orderOf({ id: '1' }),
      kim,
      spent({ Garden: '5', Kitchen: '9', Bath: '4', Desk: '3' }),
    );
    await book(orderOf({ id: '2' }), kim, spent({ Garden: '5', Travel: '2', Toys: '1.5' }));

    expect((await totals(kim))?.interests).toEqual(['Garden', 'Kitchen', 'Bath', 'Desk', 'Travel']);
  });

  it('of the same money stand in the alphabet’s order, so that nothing changes in vain', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    await book(orderOf({ id: '1' }), kim, spent({ Toys: '5', Bath: '5', Kitchen: '5' }));

    expect((await totals(kim))?.interests).toEqual(['Bath', 'Kitchen', 'Toys']);
  });

  it('compare money of one currency: yen do not outweigh dollars by their number', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    const yen = { currency: 'JPY', rateToShop: '0.0066' as Decimal };
    await book(orderOf({ id: '1', amount: '1500', ...yen }), kim, spent({ Toys: '1500' }));
    await book(orderOf({ id: '2', amount: '80' }), kim, spent({ Kitchen: '80' }));

    expect((await totals(kim))?.interests).toEqual(['Kitchen', 'Toys']);
  });

  it('in a currency without a rate are left out, as that money is from the totals', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    const yen = { currency: 'JPY', placedAt: at(11) };
    await book(orderOf({ id: '1', amount: '1500', ...yen }), kim, spent({ Toys: '1500' }));
    await book(orderOf({ id: '2', amount: '80' }), kim, spent({ Kitchen: '80' }));

    expect((await totals(kim))?.interests).toEqual(['Kitchen']);
  });

  it('of a cancelled order are none', async () => {
    const { book, totals, newPerson } = await openLedger();
    const kim = await newPerson();
    await book(orderOf({ id: '1' }), kim, spent({ Toys: '5' }));
    await book(orderOf({ id: '2', status: 'Cancelled' }), kim, spent({ Kitchen: '80' }));

    expect((await totals(kim))?.interests).toEqual(['Toys']);
  });
});
