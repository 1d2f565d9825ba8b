import { expect, test } from '@jest/globals';
import { freshOf, reviewPageOf } from 'c/reviewData';
import { candidatesAnswer, jobNode, reviewAnswer, reviewNode } from './answers';

test('a review is read with its evidence, and with the job that is about it', () => {
  const other = jobNode({ Id: 'j0', Input__c: '{"review":"r2"}' });
  const page = reviewPageOf(reviewAnswer({ review: reviewNode(), jobs: [other, jobNode()] }));
  expect(page.review).toMatchObject({ key: 'r1', waiting: 3, shop: 'Sample Shop' });
  expect(page.review?.candidates.map(({ id }) => id)).toEqual(['003A', '00QB']);
  expect(page.job).toMatchObject({ id: 'j1', decision: 'Leave' });
});

test('evidence that is no JSON leaves the review without candidates', () => {
  const page = reviewPageOf(reviewAnswer({ review: reviewNode({ Evidence__c: '{"shop' }) }));
  expect(page.review?.candidates).toEqual([]);
});

test('what is so now outranks what the worker found, field by field', () => {
  const { review } = reviewPageOf(reviewAnswer({ review: reviewNode() }));
  if (!review) throw new Error('The review was not read.');
  const fresh = freshOf(candidatesAnswer({ lead: false }), review);
  expect([...fresh.keys()]).toEqual(['003A']);
  expect(fresh.get('003A')).toMatchObject({ name: 'Ada Keller-Ruiz', phone: '030 1234567' });
});
