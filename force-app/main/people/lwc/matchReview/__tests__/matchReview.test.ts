import { beforeEach, expect, jest, test } from '@jest/globals';
import MatchReview from 'c/matchReview';
import LightningConfirm from 'lightning/confirm';
import { createRecord } from 'lightning/uiRecordApi';
import {
  expectAccessible,
  find,
  isShown,
  minutesAgo,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import * as answers from '../../reviewData/__tests__/answers';

const { candidatesAnswer, emitTo, jobNode, refuseTo, reviewAnswer, reviewNode } = answers;
const created = createRecord as unknown as jest.Mock;
const confirm = LightningConfirm as unknown as { open: jest.Mock };

beforeEach(() => {
  created.mockResolvedValue({ id: 'j9' } as never);
  confirm.open = jest.fn(() => Promise.resolve(true));
});

async function open(answered: Parameters<typeof reviewAnswer>[0] = {}): Promise<HTMLElement> {
  const page = show(MatchReview, { recordId: 'a10' });
  await settle();
  await emitTo('id', reviewAnswer({ review: reviewNode(), ...answered }));
  await emitTo('ids', candidatesAnswer());
  return page;
}

const asked = (): { message: string } => confirm.open.mock.calls[0]?.[0] as { message: string };
const inputOf = (): unknown =>
  JSON.parse(
    (created.mock.calls[0] as [{ fields: Record<string, string> }])[0].fields.Input__c ?? '',
  );

test('while the review is awaited that is shown, and where it is hidden or gone that is said', async () => {
  const page = show(MatchReview, { recordId: 'a10' });
  await settle();
  expect(find(page, 'c-page-state').state).toBe('loading');
  await emitTo('id', reviewAnswer({ review: undefined }));
  expect(find(page, 'c-page-state').state).toBe('hidden');
  await expectAccessible(page);
});

test('a fault is told, with a way to try again', async () => {
  const page = show(MatchReview, { recordId: 'a10' });
  await settle();
  await refuseTo('id', 'Maintenance.');
  expect(find(page, 'c-page-state').words).toMatchObject({ text: 'Maintenance.' });
  await expectAccessible(page);
});

test('an open review says why, what waits, and offers all decisions', async () => {
  const page = await open();
  expect(textsOf(page, '[data-id="why"]')).toEqual(['c.Review_Why_Several']);
  expect(textsOf(page, '[data-id="waits"]')).toEqual(['c.Review_Waits']);
  expect(find(page, 'c-review-table').mayDecide).toBe(true);
  expect([isShown(page, '[data-id="new"]'), isShown(page, '[data-id="leave"]')]).toEqual([
    ...[true, true],
  ]);
  await expectAccessible(page);
});

test('a choice is confirmed with its consequence, asked for, and awaited', async () => {
  const page = await open();
  const detail = '003A';
  find(page, 'c-review-table').dispatchEvent(new CustomEvent('choose', { detail }));
  await settle();
  expect(asked().message).toBe('c.Review_Choose_Question');
  expect(inputOf()).toEqual({ review: 'r1', decision: 'Use This Record', chosenId: '003A' });
  expect(textsOf(page, '[data-id="outcome"]')).toEqual(['c.Review_Asked']);
  expect(find(page, 'c-review-table').mayDecide).toBe(false);
  await emitTo('id', reviewAnswer({ review: reviewNode(), jobs: [jobNode({ Id: 'j9' })] }));
  expect(textsOf(page, '[data-id="outcome"]')).toEqual(['c.Review_Asked']);
  await expectAccessible(page);
});

test('who does not confirm asks for nothing', async () => {
  confirm.open = jest.fn(() => Promise.resolve(false));
  const page = await open();
  find(page, '[data-id="new"]').click();
  await settle();
  expect(asked().message).toBe('c.Review_None_Question');
  expect(created).not.toHaveBeenCalled();
});

test('what was decided is told with its end, and offers nothing more', async () => {
  const page = await open();
  find(page, '[data-id="new"]').click();
  await settle();
  const decided = { Status__c: 'Decided', Decision__c: 'Create New', Decided_At__c: minutesAgo(0) };
  const job = jobNode({ Id: 'j9', Status__c: 'Done', Message__c: 'Made.' });
  await emitTo('id', reviewAnswer({ review: reviewNode(decided), jobs: [job] }));
  expect(textsOf(page, '[data-id="outcome"]')).toEqual(['c.Review_Done']);
  expect(textsOf(page, '[data-id="end"]')[0]).toContain('c.Review_Decided_New');
  expect(isShown(page, '[data-id="new"]')).toBe(false);
  await expectAccessible(page);
});

test('what was left can be decided anew, but not left again', async () => {
  const page = await open({ review: reviewNode({ Status__c: 'Decided', Decision__c: 'Leave' }) });
  expect(find(page, 'c-review-table').mayDecide).toBe(true);
  expect(isShown(page, '[data-id="leave"]')).toBe(false);
});

test('a job that was refused tells why, and the decision stays open', async () => {
  const page = await open({ jobs: [jobNode({ Status__c: 'Failed', Message__c: 'It is gone.' })] });
  expect(textsOf(page, '[data-id="outcome"]')).toEqual(['c.Review_Refused']);
  expect(isShown(page, '[data-id="leave"]')).toBe(true);
  await expectAccessible(page);
});

test('a request that was not kept is told', async () => {
  created.mockRejectedValue(new Error('No room.') as never);
  const page = await open();
  find(page, '[data-id="leave"]').click();
  await settle();
  expect(textsOf(page, '[data-id="outcome"]')).toEqual(['c.Review_Not_Kept']);
});

test('of a silent worker it is said that it answers once it is back', async () => {
  const page = await open({ jobs: [jobNode()], heardAt: minutesAgo(30) });
  expect(textsOf(page, '[data-id="outcome"]')).toEqual(['c.Review_Asked_Silent']);
});

test('a withdrawn review needs nothing', async () => {
  const page = await open({ review: reviewNode({ Status__c: 'Withdrawn' }) });
  expect(textsOf(page, '[data-id="end"]')).toEqual(['c.Review_Withdrawn']);
  expect(isShown(page, '[data-id="new"]')).toBe(false);
  await expectAccessible(page);
});

test('who may not ask the worker reads it and sees no button', async () => {
  const page = await open({ mayAsk: false });
  expect(isShown(page, '[data-id="read-only"]')).toBe(true);
  expect(find(page, 'c-review-table').mayDecide).toBe(false);
  await expectAccessible(page);
});

test('one shopper twice is explained, not asked: merge, or leave both', async () => {
  const page = await open({ review: reviewNode({ Reason__c: 'Same Shopper Twice' }) });
  expect(find(page, 'c-review-table').mayDecide).toBe(false);
  expect(isShown(page, '[data-id="new"]')).toBe(false);
  const merge = find(page, 'c-review-merge');
  expect(textsOf(merge, '[data-id="how"]')).toEqual(['c.Review_Merge_Lead']);
  await expectAccessible(page);
  find(merge, '[data-id="leave"]').click();
  await settle();
  expect(asked().message).toBe('c.Review_Twice_Leave_Question');
  expect(inputOf()).toEqual({ review: 'r1', decision: 'Leave' });
});

test('where the candidates cannot be read the evidence stands, and the worker judges', async () => {
  const page = show(MatchReview, { recordId: 'a10' });
  await settle();
  await emitTo('id', reviewAnswer({ review: reviewNode() }));
  expect(find(page, 'c-review-table').mayDecide).toBe(false);
  await refuseTo('ids', 'Maintenance.');
  expect(textsOf(page, '[data-id="partial"]')).toEqual(['c.Review_Partial']);
  expect(find(page, 'c-review-table').mayDecide).toBe(true);
});
