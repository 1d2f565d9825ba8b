import { expect, test } from '@jest/globals';
import {
  ago,
  count,
  date,
  dateTime,
  days,
  duration,
  fill,
  moment,
  money,
  percent,
  today,
} from 'c/format';

const NOW = new Date('2026-11-22T10:00:00.000Z');

test.each([
  [400, '0 seconds'],
  [90_000, '2 minutes'],
  [3 * 3_600_000, '3 hours'],
  [50 * 3_600_000, '2 days'],
])('%i milliseconds are about %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

test('today is the day where the user is, not where the clock is', () => {
  // The tests' user lives in Los Angeles, where the day begins eight hours later.
  expect(today(new Date('2026-11-22T07:59:00.000Z'))).toBe('2026-11-21');
  expect(today(new Date('2026-11-22T08:00:00.000Z'))).toBe('2026-11-22');
});

test('what happened is told by the largest unit that has passed', () => {
  expect(ago('2026-11-22T09:59:30.000Z', NOW)).toBe('30 seconds ago');
  expect(ago('2026-11-22T07:00:00.000Z', NOW)).toBe('3 hours ago');
  expect(ago('2026-11-21T09:00:00.000Z', NOW)).toBe('yesterday');
});

test('numbers are written as the user’s locale writes them', () => {
  expect(count(1_234_567)).toBe('1,234,567');
  expect(percent(0.256)).toBe('26%');
  expect(money(1284.5, 'EUR')).toBe('€1,284.50');
  expect(money(1284.5, 'points')).toBe('1,284.5 points');
  expect(money(null, 'EUR')).toBe('');
  expect(dateTime('2026-11-22T18:05:00.000Z')).toMatch(/^Nov 22, 2026, 10:05\sAM$/);
});

test('the places of a label are filled, and one without a value is left out', () => {
  expect(fill('{0} of {1}', 3, 'six')).toBe('3 of six');
  expect(fill('{0}{1}', 'a')).toBe('a');
});

test('what happened today is told by the time alone, all else with its date', () => {
  const evening = new Date('2026-11-22T23:00:00.000Z');
  expect(moment('2026-11-22T18:02:11.000Z', evening)).toMatch(/^10:02:11\sAM$/);
  expect(moment('2026-11-21T18:02:11.000Z', evening)).toMatch(/^Nov 21, 2026, 10:02\sAM$/);
  expect(date('2026-11-21T18:02:11.000Z')).toBe('Nov 21, 2026');
});

test('days are counted in the singular and in the plural', () => {
  expect(days(1)).toBe('1 day');
  expect(days(32)).toBe('32 days');
});
