import { describe, expect, it } from 'vitest';
import { readRecipe } from '../../../stand-ins/engagement/recipes/recipe.ts';
import { DAY, openPlace, passQuietly, type Place } from './unit-kit.ts';

const ABANDONED = {
  FirstName: 'Ada',
  LastName: 'Keim',
  Company: 'Keim',
  Email: 'ada@example.com',
  Cart_Status__c: 'Abandoned',
  Cart_First_Items__c: 'Linen Towel',
  Cart_URL__c: 'https://store.example.com/cart/1',
};

/** With the abandoned-cart program and one Lead who just left a cart. */
async function withLeftCart(): Promise<Place & { id: string; templates: () => string[] }> {
  const place = await openPlace({ recipes: [readRecipe('abandoned-cart')] });
  const id = await place.create('Lead', {
    ...ABANDONED,
    Cart_Abandoned_At__c: new Date().toISOString(),
  });
  await place.unit.tick();
  return { ...place, id, templates: () => place.unit.outbox().map(({ template }) => template) };
}

describe('the abandoned-cart program', () => {
  it('sends the first mail at the tick, with what was left in it', async () => {
    const { unit } = await withLeftCart();
    expect(unit.outbox()).toMatchObject([
      {
        to: 'ada@example.com',
        program: 'Abandoned cart',
        subject: 'Linen Towel: still in your cart',
        text: expect.stringContaining('Linen Towel') as string,
      },
    ]);
  });

  it('reminds after one day and after two more, then never again of the same cart', async () => {
    const place = await withLeftCart();
    const { templates } = place;
    await passQuietly(place, DAY - 3_600_000);
    expect(templates()).toHaveLength(1);
    await passQuietly(place, 3_600_000 + 120_000);
    expect(templates()).toHaveLength(2);
    await passQuietly(place, 2 * DAY);
    expect(templates()).toEqual([
      'Cart 1: still there',
      'Cart 2: can we help',
      'Cart 3: last reminder',
    ]);
    await passQuietly(place, 20 * DAY);
    expect(templates()).toHaveLength(3);
  });

  it('sends nothing further once the cart is bought', async () => {
    const place = await withLeftCart();
    const { unit, update, id, templates } = place;
    await update('Lead', id, { Cart_Status__c: 'Recovered' });
    await unit.tick();
    await passQuietly(place, 5 * DAY);
    expect(templates()).toEqual(['Cart 1: still there']);
  });

  it('sends nothing at all when the purchase comes before the tick', async () => {
    const place = await openPlace({ recipes: [readRecipe('abandoned-cart')] });
    const { unit, create, update } = place;
    const id = await create('Lead', ABANDONED);
    await update('Lead', id, { Cart_Status__c: 'Recovered' });
    await unit.tick();
    await passQuietly(place, 2 * DAY);
    expect(unit.outbox()).toEqual([]);
  });

  it('resumes and does not restart for who bought half-way and leaves another cart', async () => {
    const place = await withLeftCart();
    const { unit, update, id, templates } = place;
    await update('Lead', id, { Cart_Status__c: 'Recovered' });
    await unit.tick();
    await passQuietly(place, 2 * DAY);
    const at = unit.clock.now().toISOString();
    await update('Lead', id, { Cart_Status__c: 'Abandoned', Cart_Abandoned_At__c: at });
    await unit.tick();
    expect(templates()).toEqual(['Cart 1: still there', 'Cart 2: can we help']);
  });

  it('writes to nobody who opted out', async () => {
    const { unit, create } = await openPlace({ recipes: [readRecipe('abandoned-cart')] });
    await create('Lead', { ...ABANDONED, HasOptedOutOfEmail: true });
    await unit.tick();
    expect(unit.outbox()).toEqual([]);
  });
});
