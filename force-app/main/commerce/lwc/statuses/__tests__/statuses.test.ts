import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toneOfOrder, wayOfCart, wayOfOrder } from 'c/statuses';

const OBJECTS = join(process.cwd(), 'force-app/main/commerce/objects');

function valuesOf(object: string): string[] {
  const file = join(OBJECTS, object, 'fields/Status__c.field-meta.xml');
  const definition = readFileSync(file, 'utf8').split('<valueSetDefinition>')[1] ?? '';
  return [...definition.matchAll(/<fullName>([^<]+)</g)].map(([, value]) => value ?? '');
}

it('every status of an order but the first has a step of its own choice', () => {
  const values = valuesOf('Order__c');
  expect(values.length).toBeGreaterThan(10);
  const unknown = wayOfOrder('Never heard of', 'Never heard of');
  const silent = values.filter((value) => {
    const way = wayOfOrder(value, value);
    return value !== 'Pending' && way.at === unknown.at && way.tone === unknown.tone;
  });
  expect(silent).toEqual([]);
});

it('an order that was called off ends with its own status', () => {
  const way = wayOfOrder('Cancelled', 'Storniert');
  expect(way.steps).toEqual(['c.Shopper_Path_Placed', 'Storniert']);
  expect(way.at).toBe(1);
  expect(toneOfOrder('Cancelled')).toBe('ended');
});

it('every status of a cart has a step inside of its way', () => {
  for (const value of valuesOf('Cart__c')) {
    for (const times of [0, 1]) {
      const way = wayOfCart(value, value, times);
      expect(way.steps[way.at]).toBeTruthy();
    }
  }
});

it('a cart shows that it was left only if it ever was', () => {
  const left = 'c.Shopper_Path_Left';
  expect(wayOfCart('Converted', 'Converted', 0).steps).not.toContain(left);
  expect(wayOfCart('Converted', 'Converted', 1).steps).toContain(left);
  expect(wayOfCart('Deleted', 'Deleted', 0)).toMatchObject({ at: 1, tone: 'ended' });
});
