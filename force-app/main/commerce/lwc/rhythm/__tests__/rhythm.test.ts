import { rhythm } from 'c/rhythm';

jest.mock('@salesforce/label/c.Shopper_Expected', () => ({ default: 'every {0}, in {1}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Shopper_Expected_Today', () => ({ default: 'every {0}, today' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Shopper_Overdue', () => ({ default: 'every {0}, {1} overdue' }), {
  virtual: true,
});

const now = new Date('2026-07-01T12:00:00Z');
const day = (date: string) => `${date}T10:00:00Z`;

it('says how many days somebody is overdue', () => {
  const orders = { firstAt: day('2026-01-01'), lastAt: day('2026-05-25'), count: 6 };
  expect(rhythm(orders, now)).toBe('every 29 days, 8 days overdue');
});

it('says in how many days the next order is expected, or that it is today', () => {
  const firstAt = day('2026-06-01');
  expect(rhythm({ firstAt, lastAt: day('2026-06-21'), count: 2 }, now)).toBe(
    'every 20 days, in 10 days',
  );
  expect(rhythm({ firstAt, lastAt: day('2026-06-16'), count: 2 }, now)).toBe(
    'every 15 days, today',
  );
});

it('speaks of one day in the singular', () => {
  const orders = { firstAt: day('2026-06-28'), lastAt: day('2026-06-29'), count: 2 };
  expect(rhythm(orders, now)).toBe('every 1 day, 1 day overdue');
});

it('says nothing before there are two orders of different days', () => {
  const firstAt = day('2026-06-01');
  expect(rhythm({ firstAt, lastAt: day('2026-06-01'), count: 1 }, now)).toBe('');
  expect(rhythm({ firstAt, lastAt: '2026-06-01T18:00:00Z', count: 2 }, now)).toBe('');
  expect(rhythm({ firstAt, lastAt: '', count: 2 }, now)).toBe('');
  expect(rhythm({ firstAt, lastAt: day('2026-06-20'), count: null }, now)).toBe('');
});
