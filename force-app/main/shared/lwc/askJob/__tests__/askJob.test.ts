import { beforeEach, expect, jest, test } from '@jest/globals';
import AskJob from 'c/askJob';
import { createRecord } from 'lightning/uiRecordApi';
import { expectAccessible, find, isShown, settle, show, textsOf } from '../../query/__tests__/kit';

const created = createRecord as unknown as jest.Mock;
const ASK = { type: 'Change Settings', label: 'Save', mayAsk: true };

beforeEach(() => {
  created.mockResolvedValue({ id: 'a02' } as never);
});

test('the button asks with all the job needs, and tells that it did', async () => {
  const asked = jest.fn();
  const button = show(AskJob, { ...ASK, shopId: 'a01', input: { createPeopleAs: 'Lead' } });
  button.addEventListener('asked', asked);
  find(button, '[data-id="ask"]').click();
  await settle();
  const fields = {
    ...{ Type__c: 'Change Settings', Status__c: 'Requested', Shop__c: 'a01' },
    Input__c: '{"createPeopleAs":"Lead"}',
  };
  expect(created.mock.calls).toEqual([[{ apiName: 'Sync_Job__c', fields }]]);
  expect(asked).toHaveBeenCalledTimes(1);
  await expectAccessible(button);
});

test('while one is under way no second is asked for, and its status says why', async () => {
  const job = { status: 'Requested', message: '', createdAt: new Date().toISOString() };
  const button = show(AskJob, { ...ASK, job });
  find(button, '[data-id="ask"]').click();
  await settle();
  expect(created).not.toHaveBeenCalled();
  expect(find(button, 'c-job-status').status).toBe('Requested');
  await expectAccessible(button);
});

test('what became of the last one is told in the worker’s own words', async () => {
  const job = { status: 'Not Available', message: 'Not yet.', createdAt: '2026-11-22T10:00:00Z' };
  const button = show(AskJob, { ...ASK, job });
  expect(find(button, '[role="status"]').textContent).toContain('Not yet.');
  await expectAccessible(button);
});

test('a refused request says why', async () => {
  created.mockRejectedValue({ body: { message: 'No access to jobs.' } } as never);
  const button = show(AskJob, ASK);
  find(button, '[data-id="ask"]').click();
  await settle();
  expect(textsOf(button, '[role="alert"] p')).toEqual(['No access to jobs.']);
  await expectAccessible(button);
});

test('who may not ask sees no button', () => {
  expect(isShown(show(AskJob, { ...ASK, mayAsk: false }), '[data-id="ask"]')).toBe(false);
});
