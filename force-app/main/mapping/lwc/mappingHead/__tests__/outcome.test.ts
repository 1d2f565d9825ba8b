import { expect, test } from '@jest/globals';
import { findingsIn, outcomeOf, waiting } from 'c/mappingHead';
import { finding, job, version } from '../../mappingData/__tests__/records';

const PROPOSAL = { versionId: 'v3', jobId: 'j3' };
const PROPOSED = version({ id: 'v3', number: 0, status: 'Proposed' });
const RUNNING = job({ id: 'j3', status: 'Running' });

test('nothing is told where nothing was published from this screen', () => {
  expect(outcomeOf(undefined, [job()], [version()])).toBeUndefined();
});

test('a version that waits is asked for, until the worker gave it a number', () => {
  expect(outcomeOf(PROPOSAL, [RUNNING], [PROPOSED])).toEqual({ state: 'asked' });
  const published = { ...PROPOSED, number: 3, status: 'Published' };
  expect(outcomeOf(PROPOSAL, [RUNNING], [published])).toEqual({ state: 'published', number: 3 });
});

test('a version that was followed by another one still counts as published', () => {
  const older = { ...PROPOSED, number: 3, status: 'Superseded' };
  expect(outcomeOf(PROPOSAL, [], [older])).toEqual({ state: 'published', number: 3 });
});

test('a refused version tells why, even where its record cannot be read', () => {
  const refused = { ...PROPOSED, status: 'Refused', problems: JSON.stringify([finding()]) };
  expect(outcomeOf(PROPOSAL, [], [refused])).toEqual({ state: 'refused', findings: [finding()] });
  expect(findingsIn('no JSON')).toEqual([]);
  expect(findingsIn('{}')).toEqual([]);
});

test.each(['Failed', 'Canceled', 'Not Available'])(
  'a job that is %s ends the waiting',
  (status) => {
    const ended = { ...RUNNING, status, message: 'No.' };
    expect(outcomeOf(PROPOSAL, [ended], [PROPOSED])).toEqual({ state: 'failed', message: 'No.' });
  },
);

test('a version asked for before the page was opened is waited for', () => {
  expect(waiting([RUNNING], [PROPOSED])).toEqual(PROPOSAL);
  expect(waiting([{ ...RUNNING, status: 'Done' }], [PROPOSED])).toBeUndefined();
  expect(waiting([RUNNING], [version()])).toBeUndefined();
});
