import { expect, test } from '@jest/globals';
import { paceOf, percentOf } from 'c/jobPace';

const JOB = {
  createdAt: '2026-11-22T10:00:00.000Z',
  heardAt: '2026-11-22T10:02:00.000Z',
  completed: 400,
  total: 1_000,
};

test('the pace is what was done until the job was last heard of, and the rest goes on at it', () => {
  expect(paceOf(JOB)).toEqual({ perMinute: 200, leftMs: 180_000 });
});

test.each([
  ['nothing is done yet', { completed: 0 }],
  ['everything is done', { completed: 1_000 }],
  ['nobody knows how much there is', { total: 0 }],
  ['it was never heard of', { heardAt: '' }],
  ['it was heard of in the moment it was made', { heardAt: JOB.createdAt }],
])('there is no guess when %s', (_, change) => {
  expect(paceOf({ ...JOB, ...change })).toBeUndefined();
});

test('the share that is done never looks more finished than it is', () => {
  expect(percentOf({ completed: 999, total: 1_000 })).toBe(99);
  expect(percentOf({ completed: 1_200, total: 1_000 })).toBe(100);
  expect(percentOf({ completed: 5, total: 0 })).toBe(0);
});
