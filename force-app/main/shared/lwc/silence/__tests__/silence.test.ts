import { expect, test } from '@jest/globals';
import { isSilent } from 'c/silence';

const NOW = new Date('2026-07-01T10:10:00.000Z');

test.each([
  ['of which nothing came for ten minutes is silent', '2026-07-01T10:00:00.000Z', true],
  ['that reported a second later is not', '2026-07-01T10:00:01.000Z', false],
  ['that was never heard of has not fallen silent', '', false],
])('a worker %s', (_, heardAt, expected) => {
  expect(isSilent(heardAt, NOW)).toBe(expected);
});
