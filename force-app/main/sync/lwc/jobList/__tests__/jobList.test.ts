import { expect, test } from '@jest/globals';
import { readJobs, wishesFor } from 'c/jobList';
import { jobRecord, jobsAnswer } from './records';

test('a job is read with its shop and its numbers', () => {
  const { jobs, total } = readJobs(jobsAnswer({ total: 41 }));
  expect(total).toBe(41);
  expect(jobs).toMatchObject([
    { type: 'Load History', shop: 'Blue Shop', completed: 400, total: 1_000, wish: '' },
  ]);
});

test('a job of all shops that nobody counted has no shop and no numbers', () => {
  const record = jobRecord({ Shop__r: null, Total__c: null, Completed__c: null, Failed__c: null });
  const [job] = readJobs(jobsAnswer({ jobs: [record] })).jobs;
  expect(job).toMatchObject({ shop: '', total: 0, completed: 0, failed: 0 });
});

test('only where there are more is there a next page', () => {
  expect(readJobs(jobsAnswer({ next: 'cursor' })).next).toBe('cursor');
  expect(readJobs(jobsAnswer()).next).toBeUndefined();
});

test.each([
  ['Requested', '', ['Cancel']],
  ['Running', '', ['Pause', 'Cancel']],
  ['Running', 'Pause', ['Cancel']],
  ['Running', 'Cancel', []],
  ['Paused', '', ['Resume', 'Cancel']],
  ['Done', '', []],
  ['Not Available', '', []],
])('of a job that is %s and was asked to "%s", %j can be asked', (status, wish, expected) => {
  expect(wishesFor({ status, wish })).toEqual(expected);
});
