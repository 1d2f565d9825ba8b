import { expect, jest, test } from '@jest/globals';
import { reviewPageOf } from 'c/reviewData';
import ReviewTable from 'c/reviewTable';
import {
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { reviewAnswer, reviewNode } from '../../reviewData/__tests__/answers';
import { compare, comparePhones } from '../compare';

const { review } = reviewPageOf(reviewAnswer({ review: reviewNode() }));
const both = new Map(review?.candidates.map((one) => [one.id, one]));

test('facts of both sides are marked as the same or not, by text and icon', async () => {
  const table = show(ReviewTable, { review, fresh: both, mayDecide: true });
  const marks = (fact: string) => textsOf(table, `[data-fact="${fact}"] .mark`);
  expect(marks('name')).toEqual(['c.Review_Same', 'c.Review_Differs']);
  expect(marks('email')).toEqual(['c.Review_Same', 'c.Review_Same']);
  expect(marks('phone')).toEqual(['c.Review_Same']);
  expect(textsOf(table, '[data-fact="matched"] .value')).toEqual([
    ...['–', 'c.Review_By_Email', 'c.Review_By_Email, c.Review_By_Rule'],
  ]);
  await expectAccessible(table);
});

test('a fact that is known of nobody makes no row', () => {
  const table = show(ReviewTable, { review, fresh: both });
  expect(isShown(table, '[data-fact="company"]')).toBe(true);
  const nameless = review?.candidates.map((one) => ({ ...one, company: '' }));
  const without = show(ReviewTable, { review: { ...review, candidates: nameless } });
  expect(isShown(without, '[data-fact="company"]')).toBe(false);
});

test('the button of a candidate names it', () => {
  const table = show(ReviewTable, { review, fresh: both, mayDecide: true });
  const chosen = jest.fn();
  table.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));
  find(table, 'button[data-id="00QB"]').click();
  expect(chosen).toHaveBeenCalledWith('00QB');
});

test('a candidate that is gone cannot be chosen, and that is said', async () => {
  const fresh = new Map([...both].slice(0, 1));
  const table = show(ReviewTable, { review, fresh, mayDecide: true });
  expect(isShown(table, 'button[data-id="00QB"]')).toBe(false);
  expect(textsOf(table, '[data-gone="00QB"]')).toEqual(['c.Review_Candidate_Gone']);
  await expectAccessible(table);
});

test('who may not decide sees no row for it', () => {
  const table = show(ReviewTable, { review, fresh: both });
  expect(isShown(table, '[data-fact="decision"]')).toBe(false);
});

test.each([
  ['+49 30 1234567', '030 1234567', 'same'],
  ['+49 30 1234567', '030 7654321', 'differs'],
  ['110', '49110', 'differs'],
  ['', '030', ''],
])('of the phones %s and %s it is said: %s', (one, other, verdict) => {
  expect(comparePhones(one, other)).toBe(verdict);
});

test('case and spaces make no difference', () => {
  expect(compare(' Ada  Keller', 'ada keller')).toBe('same');
});
