import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import Health from 'c/health';
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
} from '../../../../shared/lwc/query/__tests__/kit';
import { emit, healthAnswer, SHOP, STATUS } from '../../healthData/__tests__/answers';

const created = createRecord as unknown as jest.Mock;

beforeEach(() => {
  created.mockResolvedValue({ id: 'a0J' } as never);
});
afterEach(() => {
  jest.useRealTimers();
});

const headings = (page: Element): unknown[] =>
  [...(page.shadowRoot?.querySelectorAll('c-empty-state') ?? [])].map(
    (state) => (state as unknown as { heading: string }).heading,
  );

test('a spinner tells that the answer is awaited', async () => {
  const page = show(Health);
  await settle();
  expect(isShown(page, 'lightning-spinner')).toBe(true);
  await expectAccessible(page);
});

test('before a worker was connected the Setup Assistant is offered', async () => {
  const page = show(Health);
  await emit(healthAnswer({}));
  expect(headings(page)).toEqual(['c.Health_Never']);
  expect(find(page, 'c-tab-button').tab).toBe('Setup_Assistant');
  await expectAccessible(page);
});

test('a report fills counters, problems, calls, chart and shops', async () => {
  const page = show(Health);
  await emit(healthAnswer({ status: STATUS, shops: [SHOP] }));
  for (const part of ['counters', 'problems', 'calls', 'chart', 'shops'])
    expect(isShown(page, `c-health-${part}`)).toBe(true);
  expect(isShown(page, 'c-health-silence')).toBe(false);
  await expectAccessible(page);
});

test('a worker that was last heard of eleven minutes ago is silent, its data still readable', async () => {
  const page = show(Health);
  const Heard_At__c = minutesAgo(11);
  await emit(healthAnswer({ status: { ...STATUS, Heard_At__c } }));
  expect(find(page, 'c-health-silence').heardAt).toBe(Heard_At__c);
  expect(isShown(page, 'c-health-counters')).toBe(true);
  await expectAccessible(page);
});

test('a worker falls silent while the page is open, without anything being answered', async () => {
  jest.useFakeTimers();
  const page = show(Health);
  await emit(healthAnswer({ status: { ...STATUS, Heard_At__c: new Date().toISOString() } }));
  expect(isShown(page, 'c-health-silence')).toBe(false);
  jest.advanceTimersByTime(11 * 60_000);
  await settle();
  expect(isShown(page, 'c-health-silence')).toBe(true);
});

test('a refused query says why and offers to try again', async () => {
  const page = show(Health);
  await refuse('The org is being maintained.');
  expect(headings(page)).toEqual(['c.Health_Failed']);
  expect(find(page, 'c-empty-state').text).toBe('The org is being maintained.');
  await expectAccessible(page);
});

test('an answer in part is shown, and what is missing is told', async () => {
  const page = show(Health);
  await emitInPart(healthAnswer({ status: STATUS }), 'Shops cannot be read.');
  expect(isShown(page, 'c-health-counters')).toBe(true);
  expect(find(page, '.slds-theme_warning').textContent).toContain('c.Health_Partial');
  await expectAccessible(page);
});

test('an answer stays on the page when the next one fails', async () => {
  const page = show(Health);
  await emit(healthAnswer({ status: STATUS }));
  await refuse('No connection.');
  expect(isShown(page, 'c-health-counters')).toBe(true);
});

test('who may not see the worker is told whom to ask', async () => {
  const page = show(Health);
  await emit({ uiapi: { objectInfos: [null], query: {} } });
  expect(headings(page)).toEqual(['c.Health_No_Access']);
  await expectAccessible(page);
});

test('what a part asks of the worker becomes a job, and the page asks again', async () => {
  const refresh = jest.fn(() => Promise.resolve());
  const page = show(Health);
  await emit(healthAnswer({ status: STATUS, shops: [SHOP] }), refresh);
  const detail = { type: 'Repair Webhooks', shopId: 'a02' };
  find(page, 'c-health-shops').dispatchEvent(new CustomEvent('ask', { bubbles: true, detail }));
  await settle();
  expect(created.mock.calls[0]?.[0]).toMatchObject({
    apiName: 'Sync_Job__c',
    fields: { Type__c: 'Repair Webhooks', Status__c: 'Requested', Shop__c: 'a02' },
  });
  expect(refresh).toHaveBeenCalled();
});

test('a request that was refused is told like a job that failed', async () => {
  created.mockRejectedValue({ body: { message: 'No right.' } } as never);
  const page = show(Health);
  await emit(healthAnswer({ status: STATUS, shops: [SHOP] }));
  const detail = { type: 'Repair Webhooks', shopId: 'a02' };
  find(page, 'c-health-shops').dispatchEvent(new CustomEvent('ask', { bubbles: true, detail }));
  await settle();
  expect(find(page, 'c-health-shops').jobs).toMatchObject([
    { type: 'Repair Webhooks', status: 'Failed', message: 'No right.', shopId: 'a02' },
  ]);
});
