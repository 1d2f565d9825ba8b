import { beforeEach, expect, jest, test } from '@jest/globals';
import Issues from 'c/issues';
import LightningConfirm from 'lightning/confirm';
import { createRecord } from 'lightning/uiRecordApi';
import {
  emitInPart,
  expectAccessible,
  find,
  isShown,
  minutesAgo,
  refuse,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { emit, emitOne } from '../../healthData/__tests__/answers';
import { issueAnswer, issueNode, issuesAnswer } from '../../issueData/__tests__/answers';

jest.mock('lightning/modal', () => jest.requireActual('../../issueIgnore/__tests__/modal'), {
  virtual: true,
});

const created = createRecord as unknown as jest.Mock;
const confirm = LightningConfirm as unknown as { open: jest.Mock };

beforeEach(() => {
  created.mockResolvedValue({ id: 'a0J' } as never);
  confirm.open = jest.fn(() => Promise.resolve(true));
});

const FILLED = issuesAnswer({ listed: [issueNode(1)], total: 40, causes: { record_data: 40 } });

function tell(page: Element, part: string, name: string, detail: object = {}): Promise<void> {
  find(page, part).dispatchEvent(new CustomEvent(name, { detail }));
  return settle();
}

const inputOf = (call = 0): unknown => {
  const record = created.mock.calls[call]?.[0] as { fields: { Input__c: string } };
  return JSON.parse(record.fields.Input__c);
};

test('a spinner tells that the answer is awaited', async () => {
  const page = show(Issues);
  await settle();
  expect(isShown(page, 'lightning-spinner')).toBe(true);
  await expectAccessible(page);
});

test('without any issue the page teaches and offers a sample event', async () => {
  const page = show(Issues);
  await emit(issuesAnswer({}));
  expect(find(page, 'c-empty-state').heading).toBe('c.Issues_None');
  expect(isShown(page, 'c-sample-event')).toBe(true);
  await expectAccessible(page);
});

test('issues are listed beside their causes, with all there are', async () => {
  const page = show(Issues);
  await emit(FILLED);
  expect(find(page, 'c-issue-list').total).toBe(40);
  expect(find(page, 'c-issue-groups').groups).toEqual([{ cause: 'record_data', count: 40 }]);
  await expectAccessible(page);
});

test('when all is decided that is said', async () => {
  const page = show(Issues);
  await emit(issuesAnswer({ any: 3 }));
  expect(isShown(page, 'c-issue-none')).toBe(true);
  await expectAccessible(page);
});

test('a filter that leaves nothing can be cleared', async () => {
  const page = show(Issues);
  await emit(FILLED);
  await tell(page, 'c-issue-filter', 'filter', { text: 'x' });
  await emit(issuesAnswer({ any: 3 }));
  expect(find(page, 'c-issue-none').filter).toMatchObject({ text: 'x' });
  await tell(page, 'c-issue-none', 'clear');
  expect(find(page, 'c-issue-filter').filter).toMatchObject({ status: 'current', text: '' });
});

test('a refused query says why and offers to try again', async () => {
  const page = show(Issues);
  await refuse('The org is being maintained.');
  expect(find(page, 'c-empty-state').text).toBe('The org is being maintained.');
  await expectAccessible(page);
});

test('an answer in part is shown, and what is missing is told', async () => {
  const page = show(Issues);
  await emitInPart(FILLED, 'Shops cannot be read.');
  expect(isShown(page, 'c-issue-list')).toBe(true);
  expect(textsOf(page, '[data-id="partial"]')).toEqual(['c.Issues_Partial']);
  await expectAccessible(page);
});

test('who may not see issues is told whom to ask', async () => {
  const page = show(Issues);
  await emit({ uiapi: { objectInfos: [null], query: {} } });
  expect(find(page, 'c-empty-state').heading).toBe('c.Issues_No_Access');
  await expectAccessible(page);
});

test('a silent worker is told, for what is asked of it waits', async () => {
  const page = show(Issues);
  await emit(issuesAnswer({ listed: [issueNode(1)], heardAt: minutesAgo(11) }));
  expect(textsOf(page, '[data-id="silent"]')).toEqual(['c.Issues_Silent']);
});

test('an opened issue takes the place of the list, until it is left', async () => {
  const page = show(Issues);
  await emit(FILLED);
  await tell(page, 'c-issue-list', 'open', { id: 'a051' });
  expect(isShown(page, 'c-issue-list')).toBe(false);
  expect(find(page, 'c-opened-issue').issueKey).toBe('shop-1:order:1');
  await emitOne(issueAnswer(issueNode(1)));
  await expectAccessible(page);
  await tell(page, 'c-opened-issue', 'back');
  expect(isShown(page, 'c-opened-issue')).toBe(false);
  expect(isShown(page, 'c-issue-list')).toBe(true);
});

test('a retry becomes a job about that record', async () => {
  const page = show(Issues);
  await emit(FILLED, () => Promise.resolve());
  await tell(page, 'c-issue-list', 'retry', { key: 'shop-1:order:1', name: 'Order 1' });
  expect(inputOf()).toEqual({ records: ['shop-1:order:1'] });
});

test.each([
  ['Running', 'c.Issues_Asked_Retry'],
  ['Done', 'c.Issues_Job_Done'],
  ['Failed', 'c.Issues_Job_Failed'],
  ['Not Available', 'c.Issues_Not_Available'],
])('what became of a retry is told: %s', async (Status__c, text) => {
  const page = show(Issues);
  await emit(FILLED, () => Promise.resolve());
  await tell(page, 'c-issue-list', 'retry', { key: 'shop-1:order:1', name: 'Order 1' });
  const jobs = [{ Id: 'a0J', Type__c: 'Retry Issues', Status__c, Input__c: '{}' }];
  await emit(issuesAnswer({ listed: [issueNode(1)], jobs }));
  expect(textsOf(page, '[data-id="message"]')).toEqual([text]);
  await expectAccessible(page);
});

test('a request that was refused says why and stays until it is closed', async () => {
  created.mockRejectedValue({ body: { message: 'No right.' } } as never);
  const page = show(Issues);
  await emit(FILLED);
  await tell(page, 'c-issue-list', 'retry', { key: 'shop-1:order:1', name: 'Order 1' });
  expect(textsOf(page, '[data-id="message"]')).toEqual(['c.Issues_Refused']);
  find(page, '[data-id="message"] lightning-button-icon').click();
  await settle();
  expect(isShown(page, '[data-id="message"]')).toBe(false);
});

test('all of a cause are retried only after the question was agreed to', async () => {
  const page = show(Issues);
  await emit(FILLED);
  await tell(page, 'c-issue-groups', 'cause', { cause: 'record_data' });
  expect(find(page, 'c-issue-list').openOfCause).toBe(40);
  confirm.open.mockImplementation(() => Promise.resolve(false));
  await tell(page, 'c-issue-list', 'retryall');
  expect(created).not.toHaveBeenCalled();
  confirm.open.mockImplementation(() => Promise.resolve(true));
  await tell(page, 'c-issue-list', 'retryall');
  expect(inputOf()).toEqual({ cause: 'record_data' });
});

test('an issue is ignored with the reason that was given', async () => {
  const page = show(Issues);
  await emit(FILLED);
  await tell(page, 'c-issue-list', 'open', { id: 'a051' });
  const detail = { key: 'shop-1:order:1', name: 'Order 1', reason: 'A test order.' };
  await tell(page, 'c-opened-issue', 'ignore', detail);
  expect(inputOf()).toEqual({ records: ['shop-1:order:1'], reason: 'A test order.' });
});
