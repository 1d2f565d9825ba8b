import { expect, it } from 'vitest';
import { findProblems, type Situation } from '../../src/control/report/problems.ts';
import { openIssue } from '../../src/control/report/issue-rows.ts';
import type { RecordKey, ShopId } from '../../src/shared/ids.ts';

const calm: Situation = {
  now: new Date('2026-11-22T12:00:00Z'),
  counts: { waiting: 0, oldestWaitingAt: null, parked: 0, reviews: 0, p95Ms: null },
  apiCalls: { used: null, max: null, own: 0, forecast: null },
  ...{ shops: [], troubles: [], paused: null },
};

it('match reviews that wait for somebody are a problem that names their number', () => {
  expect(findProblems(calm)).toEqual([]);
  const [problem] = findProblems({ ...calm, counts: { ...calm.counts, reviews: 3 } });
  expect(problem).toMatchObject({ code: 'reviews' });
  expect(problem?.what).toContain('3 match reviews');
});

it('an issue names the match review that it waits for, and no other issue names one', () => {
  const fieldsOf = (details: object): Record<string, unknown> =>
    openIssue(
      {
        recordKey: 'shop-1:order:7' as RecordKey,
        shopId: 'shop-1' as ShopId,
        ...{ events: 1, firstSeenAt: calm.now, parkedAt: calm.now, body: '{}' },
        reason: { kind: 'ambiguous_person', message: 'Several match.', details },
      },
      '',
    ).fields;
  expect(fieldsOf({ review: 'r1' })).toMatchObject({ Match_Review_Key__c: 'r1' });
  expect(fieldsOf({ code: 'X' })).toMatchObject({ Match_Review_Key__c: null });
});
