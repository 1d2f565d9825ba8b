import { describe, expect, it } from 'vitest';
import { mapped, MINUTE, openPlace, recipe } from './unit-kit.ts';

const ADA = { FirstName: 'Ada', LastName: 'Keim', Company: 'Keim', Email: 'ada@example.com' };
const FIELDS = [recipe({ customFields: mapped('Cart_Status__c', 'Interests__c') })];

describe('values on both sides of the connector', () => {
  it('refills a blank in Salesforce from the prospect: a blank never wins', async () => {
    const { org, unit, create, update, prospect } = await openPlace({ recipes: FIELDS });
    const id = await create('Lead', { ...ADA, Interests__c: 'Towels' });
    await unit.tick();
    await update('Lead', id, { Interests__c: null, Cart_Status__c: 'None' });
    await unit.tick();

    expect(await prospect('ada@example.com', 'Interests__c')).toEqual({ Interests__c: 'Towels' });
    expect(org.query('SELECT Interests__c FROM Lead')).toMatchObject([{ Interests__c: 'Towels' }]);
  });

  it('stops writing once both sides agree, so that nothing goes in circles', async () => {
    const { org, unit, create, update } = await openPlace({ recipes: FIELDS });
    const id = await create('Lead', { ...ADA, Interests__c: 'Towels' });
    await unit.tick();
    await update('Lead', id, { Interests__c: null });
    for (let ticks = 0; ticks < 3; ticks += 1) await unit.tick();

    expect(org.journal.count('PATCH', /Lead/)).toBe(2);
  });

  it.each([
    ['salesforce' as const, 'Towels'],
    ['prospect' as const, 'Mugs'],
  ])('lets the value of %s survive when the field says so', async (behaviour, kept) => {
    const customFields = mapped('Interests__c').map((field) => ({ ...field, behaviour }));
    const { org, unit, create, prospect, api } = await openPlace({
      recipes: [recipe({ customFields })],
    });
    await create('Lead', { ...ADA, Interests__c: 'Towels' });
    await unit.tick();
    const { id } = await prospect('ada@example.com', 'id');
    await api('PATCH', `objects/prospects/${String(id)}`, { Interests__c: 'Mugs' });
    await unit.tick();

    expect(await prospect('ada@example.com', 'Interests__c')).toEqual({ Interests__c: kept });
    expect(org.query('SELECT Interests__c FROM Lead')).toMatchObject([{ Interests__c: kept }]);
  });

  it('lets the side changed last survive when the field says so', async () => {
    const customFields = mapped('Interests__c').map((field) => ({
      ...field,
      behaviour: 'latest' as const,
    }));
    const { org, unit, create, update, prospect, api } = await openPlace({
      recipes: [recipe({ customFields })],
    });
    const id = await create('Lead', { ...ADA, Interests__c: 'Towels' });
    await unit.tick();
    await unit.clock.advance(MINUTE);
    const { id: ours } = await prospect('ada@example.com', 'id');
    await api('PATCH', `objects/prospects/${String(ours)}`, { Interests__c: 'Mugs' });
    await unit.tick();
    expect(org.query('SELECT Interests__c FROM Lead')).toMatchObject([{ Interests__c: 'Mugs' }]);

    await org.clock.advance(5 * MINUTE);
    await update('Lead', id, { Interests__c: 'Lamps' });
    await unit.tick();
    expect(await prospect('ada@example.com', 'Interests__c')).toEqual({ Interests__c: 'Lamps' });
  });
});
