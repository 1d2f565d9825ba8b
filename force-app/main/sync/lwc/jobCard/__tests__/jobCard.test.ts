import { beforeEach, expect, jest, test } from '@jest/globals';
import JobCard from 'c/jobCard';
import { updateRecord } from 'lightning/uiRecordApi';
import {
  expectAccessible,
  find,
  isShown,
  minutesAgo,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { RUNNING } from '../../jobList/__tests__/records';

const updated = updateRecord as unknown as jest.Mock;
const offered = (card: Element): string[] =>
  [...(card.shadowRoot?.querySelectorAll<HTMLElement>('[data-what]') ?? [])].map(
    ({ dataset }) => dataset.what ?? '',
  );

beforeEach(() => {
  updated.mockResolvedValue({ id: RUNNING.id } as never);
});

test('a job that runs shows how far it is, its pace and what the worker says', async () => {
  const card = show(JobCard, { job: RUNNING, mayChange: true });
  expect(find(card, 'c-progress').percent).toBe(40);
  expect(textsOf(card, '[data-id="pace"]')).toEqual(['c.Jobs_Pace']);
  expect(textsOf(card, '[data-id="message"]')).toEqual(['Orders of May']);
  expect(offered(card)).toEqual(['Pause', 'Cancel']);
  await expectAccessible(card);
});

test('a job that went quiet is not promised an end', () => {
  const card = show(JobCard, { job: { ...RUNNING, heardAt: minutesAgo(20) } });
  expect(textsOf(card, '[data-id="pace"]')).toEqual(['c.Jobs_Quiet']);
});

test('a job that nobody counted has no bar', async () => {
  const job = { ...RUNNING, status: 'Done', total: 0, completed: 0, finishedAt: minutesAgo(0) };
  const card = show(JobCard, { job, mayChange: true });
  expect(isShown(card, 'c-progress')).toBe(false);
  expect(offered(card)).toEqual([]);
  await expectAccessible(card);
});

test('a wish goes to the worker, and the focus stays with the job', async () => {
  const asked = jest.fn();
  const card = show(JobCard, { job: RUNNING, mayChange: true });
  card.addEventListener('asked', asked);
  find(card, '[data-what="Pause"]').click();
  await settle();
  expect(updated.mock.calls).toEqual([[{ fields: { Id: RUNNING.id, Wish__c: 'Pause' } }]]);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(card.shadowRoot?.activeElement).toBe(find(card, '[data-id="heading"]'));
});

test('a wish that waits for the worker is told, and not offered twice', () => {
  const card = show(JobCard, { job: { ...RUNNING, wish: 'Pause' }, mayChange: true });
  expect(textsOf(card, '[data-id="wish"]')).toEqual(['c.Jobs_Asked_Pause']);
  expect(offered(card)).toEqual(['Cancel']);
});

test('a job is canceled only by whoever says so twice', async () => {
  const card = show(JobCard, { job: RUNNING, mayChange: true });
  find(card, '[data-what="Cancel"]').click();
  await settle();
  expect(updated).not.toHaveBeenCalled();
  await expectAccessible(card);
  find(card, '[data-id="keep"]').click();
  await settle();
  expect(isShown(card, '[data-id="sure"]')).toBe(false);
  find(card, '[data-what="Cancel"]').click();
  await settle();
  find(card, '[data-id="cancel"]').click();
  await settle();
  expect(updated.mock.calls).toEqual([[{ fields: { Id: RUNNING.id, Wish__c: 'Cancel' } }]]);
});

test('a refused wish says why', async () => {
  updated.mockRejectedValue({ body: { message: 'Somebody else changes it.' } } as never);
  const card = show(JobCard, { job: RUNNING, mayChange: true });
  find(card, '[data-what="Pause"]').click();
  await settle();
  expect(textsOf(card, '[role="alert"] p')).toEqual(['Somebody else changes it.']);
  await expectAccessible(card);
});

test('who may only watch is offered nothing', () => {
  expect(offered(show(JobCard, { job: RUNNING }))).toEqual([]);
});
