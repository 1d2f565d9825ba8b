import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../stand-ins/engagement/recipes/recipe.ts';
import { DAY, mapped, MINUTE, openPlace, passQuietly, recipe } from './unit-kit.ts';

const LEAD = { LastName: 'Keim', Company: 'Keim', Email: 'ada@example.com' };

const withList = (rules: Recipe['lists'][number]['rules'], settings = {}): Recipe =>
  recipe({
    settings,
    customFields: mapped('Cart_Status__c', 'Cart_Abandoned_At__c', 'Order_Count__c'),
    lists: [{ name: 'Some', description: '', ...(rules && { rules }) }],
  });

describe('dynamic lists of the business unit', () => {
  it('take people in and let them go as their fields change', async () => {
    const rules = [
      { field: 'Cart_Status__c', is: ['Abandoned', 'Open'] },
      { field: 'Order_Count__c', atLeast: 2 },
    ];
    const { unit, create, update, all } = await openPlace({ recipes: [withList(rules)] });
    const id = await create('Lead', { ...LEAD, Cart_Status__c: 'Open', Order_Count__c: 1 });
    await unit.tick();
    expect(await all('objects/list-memberships', 'id')).toHaveLength(0);
    await update('Lead', id, { Order_Count__c: 2 });
    await unit.tick();
    expect(await all('objects/list-memberships', 'id')).toHaveLength(1);
    await update('Lead', id, { Cart_Status__c: 'Recovered' });
    await unit.tick();
    expect(await all('objects/list-memberships', 'id')).toHaveLength(0);
  });

  it('with a time-based rule are evaluated at midnight and at no other moment', async () => {
    const rules = [{ field: 'Cart_Abandoned_At__c', olderThanDays: 2 }];
    const place = await openPlace({ recipes: [withList(rules)] });
    const { unit, create, all } = place;
    const threeDaysAgo = new Date(Date.now() - 3 * DAY).toISOString();
    await create('Lead', { ...LEAD, Cart_Abandoned_At__c: threeDaysAgo });
    await unit.tick();
    expect(await all('objects/list-memberships', 'id')).toHaveLength(0);
    await passQuietly(place, DAY);
    expect(await all('objects/list-memberships', 'id')).toHaveLength(1);
  });

  it('cannot be changed by list memberships', async () => {
    const { api, all } = await openPlace({ recipes: [withList([{ field: 'score', atLeast: 1 }])] });
    const made = await api('POST', 'objects/prospects', { email: 'ada@example.com' });
    const [list] = await all('objects/lists', 'id,isDynamic');
    expect(list?.isDynamic).toBe(true);
    const body = { listId: list?.id, prospectId: made.body.id };
    expect(await api('POST', 'objects/list-memberships', body)).toMatchObject({ status: 400 });
  });

  it('know custom objects ten minutes later, with several properties on the same record', async () => {
    const rules = [
      {
        customObject: 'Cart__c',
        related: true,
        with: { Status__c: 'Converted', Recovered__c: true },
      },
    ];
    const customObjects = [
      { object: 'Cart__c', people: ['Lead__c'], fields: ['Status__c', 'Recovered__c'] },
    ];
    const { unit, create, update, remove, all } = await openPlace({
      recipes: [withList(rules, { customObjects })],
    });
    const Lead__c = await create('Lead', LEAD);
    await create('Cart__c', { External_Id__c: 'a', Lead__c, Status__c: 'Converted' });
    const other = await create('Cart__c', {
      External_Id__c: 'b',
      Lead__c,
      Status__c: 'Open',
      Recovered__c: true,
    });
    await unit.clock.advance(11 * MINUTE);
    expect(await all('objects/list-memberships', 'id')).toHaveLength(0);
    await update('Cart__c', other, { Status__c: 'Converted' });
    await unit.clock.advance(2 * MINUTE);
    expect(await all('objects/list-memberships', 'id')).toHaveLength(0);
    await unit.clock.advance(8 * MINUTE);
    expect(await all('objects/list-memberships', 'id')).toHaveLength(1);
    await remove('Cart__c', other);
    await unit.clock.advance(10 * MINUTE);
    expect(await all('objects/list-memberships', 'id')).toHaveLength(0);
    expect(unit.status().errors).toEqual([]);
  });
});
