import { expect, test } from '@jest/globals';
import { shownStatus } from 'c/issueCommands';

const NOW = new Date('2026-01-01T12:00:00Z');
const at = (time: string): string => `2026-01-01T${time}Z`;
const ISSUE = {
  key: 'shop-1:order:7',
  cause: 'record_data',
  status: 'Open',
  changedAt: at('11:00:00'),
};
const JOB = { type: 'Retry Issues', status: 'Requested', records: [ISSUE.key], cause: '' };

const shown = (job: object, issue: object = ISSUE): string =>
  shownStatus(issue as never, [{ ...JOB, ...job }] as never, NOW);

test('an issue that somebody asked to retry is being retried until the job ended', () => {
  expect(shown({})).toBe('Retrying');
  expect(shown({ status: 'Running' })).toBe('Retrying');
  expect(shown({ status: 'Failed', finishedAt: at('11:59:50') })).toBe('Open');
  expect(shown({ status: 'Not Available', finishedAt: at('11:59:50') })).toBe('Open');
});

test('an issue stays being retried after the job, until the worker has written it', () => {
  const done = { status: 'Done', finishedAt: at('11:59:50') };
  expect(shown(done)).toBe('Retrying');
  expect(shown(done, { ...ISSUE, status: 'Solved', changedAt: at('11:59:55') })).toBe('Solved');
});

test('an issue that the worker does not write within two minutes is as it was', () => {
  expect(shown({ status: 'Done', finishedAt: at('11:57:00') })).toBe('Open');
});

test('a retry of a cause is about its open issues and no others', () => {
  const ofCause = { records: [], cause: 'record_data' };
  expect(shown(ofCause)).toBe('Retrying');
  expect(shown(ofCause, { ...ISSUE, status: 'Ignored' })).toBe('Ignored');
  expect(shown({ ...ofCause, cause: 'mapping' })).toBe('Open');
});

test('an issue that somebody asked to ignore is being ignored', () => {
  expect(shown({ type: 'Ignore Issues' })).toBe('Ignoring');
});
