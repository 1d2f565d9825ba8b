import { expect, jest, test } from '@jest/globals';
import JobsPage from 'c/jobsPage';
import { graphql } from 'lightning/graphql';
import * as objectInfo from 'lightning/uiObjectInfoApi';
import {
  answer,
  answerInPart,
  expectAccessible,
  find,
  isShown,
  minutesAgo,
  refuse,
  settle,
  show,
  textsOf,
  type Wire,
} from '../../../../shared/lwc/query/__tests__/kit';
import { jobRecord, jobsAnswer } from '../../jobList/__tests__/records';

const rights = objectInfo.getObjectInfo as unknown as Wire;
const asked = graphql as unknown as { getLastConfig(): { variables: object } };

async function grant(mayChange: boolean): Promise<void> {
  rights.emit({ createable: mayChange, updateable: mayChange });
  await settle();
}

test('a spinner says that the jobs are being loaded', async () => {
  const page = show(JobsPage);
  await settle();
  expect(isShown(page, 'lightning-spinner')).toBe(true);
  await expectAccessible(page);
});

test('jobs are listed with how many there are, and the form starts another', async () => {
  const page = show(JobsPage);
  await grant(true);
  await answer(jobsAnswer({ total: 41, next: 'cursor' }));
  expect(find(page, 'c-job-card').job).toMatchObject({ name: 'JOB-000001' });
  expect(find(page, 'c-job-form').shops).toEqual([{ id: 'a01000000000001', name: 'Blue Shop' }]);
  expect(textsOf(page, '[data-id="shown"]')).toEqual(['c.Jobs_Shown']);
  expect(isShown(page, '[data-id="silence"]')).toBe(false);
  await expectAccessible(page);
});

test('older jobs come by page, and the way back leads to the newest', async () => {
  const page = show(JobsPage);
  await answer(jobsAnswer({ total: 21, next: 'cursor' }));
  expect(asked.getLastConfig().variables).toEqual({ first: 20, after: null });
  find(page, '[data-id="older"]').click();
  await settle();
  expect(asked.getLastConfig().variables).toEqual({ first: 20, after: 'cursor' });
  expect(page.shadowRoot?.activeElement).toBe(find(page, '[data-id="list-heading"]'));
  await answer(jobsAnswer({ jobs: [jobRecord({ Id: 'a02000000000021' })], total: 21 }));
  expect(find(page, '[data-id="older"]').disabled).toBe(true);
  find(page, '[data-id="newer"]').click();
  await settle();
  expect(asked.getLastConfig().variables).toEqual({ first: 20, after: null });
});

test('an org without jobs says what will be here', async () => {
  const page = show(JobsPage);
  await answer(jobsAnswer({ jobs: [] }));
  expect(find(page, 'c-empty-state').heading).toBe('c.Jobs_Empty_Heading');
  await expectAccessible(page);
});

test('a worker that is silent is named, and the jobs stay readable', async () => {
  const page = show(JobsPage);
  await answer(jobsAnswer({ heardAt: minutesAgo(30) }));
  expect(textsOf(page, '[data-id="silence"]')).toEqual(['c.Jobs_Not_Heard']);
  expect(isShown(page, 'c-job-card')).toBe(true);
  await answer(jobsAnswer({ heardAt: null }));
  expect(textsOf(page, '[data-id="silence"]')).toEqual(['c.Jobs_Never_Heard']);
  await expectAccessible(page);
});

test('who may not create jobs watches them', async () => {
  const page = show(JobsPage);
  await grant(false);
  await answer(jobsAnswer());
  expect(textsOf(page, '[data-id="read-only"]')).toEqual(['c.Jobs_Read_Only']);
  expect(isShown(page, 'c-job-form')).toBe(false);
  expect(find(page, 'c-job-card').mayChange).toBe(false);
  await expectAccessible(page);
});

test('who may not see jobs is told whom to ask', async () => {
  const page = show(JobsPage);
  rights.error();
  await settle();
  expect(find(page, 'c-empty-state').heading).toBe('c.Jobs_No_Access_Heading');
  await expectAccessible(page);
});

test('what could be read is shown beside what could not', async () => {
  const page = show(JobsPage);
  await answerInPart(jobsAnswer(), 'The shops are locked.');
  expect(textsOf(page, '[data-id="partial"]')).toEqual(['c.Jobs_Partial']);
  expect(isShown(page, 'c-job-card')).toBe(true);
  await expectAccessible(page);
});

test('an error is said with its reason', async () => {
  const page = show(JobsPage);
  await refuse('The org is away.');
  expect(find(page, 'c-empty-state').text).toBe('The org is away.');
  await expectAccessible(page);
});

test('what was asked of a job is looked for at once', async () => {
  const page = show(JobsPage);
  const refresh = jest.fn();
  await answer(jobsAnswer(), refresh);
  find(page, 'c-job-card').dispatchEvent(new CustomEvent('asked'));
  expect(refresh).toHaveBeenCalledTimes(1);
});

test('a worker that falls silent is missed though nothing new is heard', async () => {
  jest.useFakeTimers();
  try {
    const page = show(JobsPage);
    await answer(jobsAnswer({ heardAt: new Date().toISOString() }));
    expect(isShown(page, '[data-id="silence"]')).toBe(false);
    await jest.advanceTimersByTimeAsync(12 * 60_000);
    expect(textsOf(page, '[data-id="silence"]')).toEqual(['c.Jobs_Not_Heard']);
  } finally {
    jest.useRealTimers();
  }
});
