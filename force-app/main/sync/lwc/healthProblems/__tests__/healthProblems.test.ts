import { expect, jest, test } from '@jest/globals';
import HealthProblems from 'c/healthProblems';
import {
  expectAccessible,
  find,
  isShown,
  minutesAgo,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

const SHOPS = [{ id: 'a02', name: 'Sample Shop' }];
const HOOKS = { code: 'hooks_missing', about: 'Sample Shop', what: 'Off.', next: 'Repair.' };
const JOB = { id: 'j', type: 'Repair Webhooks', shopId: 'a02', status: 'Running', message: '' };

function problemsOf(properties: object): HTMLElement {
  return show(HealthProblems, { shops: SHOPS, mayAsk: true, ...properties });
}

test('nothing wrong is said, not left blank', async () => {
  const problems = problemsOf({ problems: [] });
  expect(textsOf(problems, '[data-id="fine"]')).toEqual(['c.Health_Nothing_Wrong']);
  await expectAccessible(problems);
});

test('of a silent worker it is only known that it knew of nothing', () => {
  const problems = problemsOf({ problems: [], silent: true });
  expect(textsOf(problems, '[data-id="fine"]')).toEqual(['c.Health_Nothing_Known']);
});

test('a problem of a shop is mended by a job about that shop', async () => {
  const problems = problemsOf({ problems: [HOOKS] });
  const asked = jest.fn();
  problems.addEventListener('ask', (event) => asked((event as CustomEvent).detail));
  find(problems, 'lightning-button').click();
  expect(asked).toHaveBeenCalledWith({ type: 'Repair Webhooks', shopId: 'a02' });
  await expectAccessible(problems);
});

test('while the job runs it is not asked for again, and the button keeps the focus', () => {
  const problems = problemsOf({ problems: [HOOKS], jobs: [JOB] });
  const asked = jest.fn();
  problems.addEventListener('ask', asked);
  find(problems, 'lightning-button').click();
  expect(asked).not.toHaveBeenCalled();
  expect(find(problems, 'lightning-button').disabled).not.toBe(true);
  expect(textsOf(problems, '[role="status"]')).toEqual(['c.Health_Repair_Asked']);
});

test.each([
  ['Failed', 'c.Health_Job_Failed'],
  ['Not Available', 'c.Health_Job_Not_Available'],
  ['Done', '2 webhooks were put right.'],
])('the end of the job is told in the words there are for it: %s', (status, text) => {
  const ended = { status, message: '2 webhooks were put right.', finishedAt: minutesAgo(1) };
  const problems = problemsOf({ problems: [HOOKS], jobs: [{ ...JOB, ...ended }] });
  expect(textsOf(problems, '[role="status"]')).toEqual([text]);
});

test('who may not ask reads the problem and sees no button', () => {
  const problems = problemsOf({ problems: [HOOKS], mayAsk: false });
  expect(textsOf(problems, '.what')).toEqual(['c.Health_Problem_Hooks']);
  expect(isShown(problems, 'lightning-button')).toBe(false);
});

test('what was put aside leads to the issues', () => {
  const problems = problemsOf({ problems: [{ code: 'parked', about: '', what: '', next: '' }] });
  expect(find(problems, 'c-tab-button').tab).toBe('Issues');
});

test('reviews that wait lead to their list', () => {
  const reviews = { code: 'reviews', about: '', what: '2 wait.', next: 'Decide.' };
  const problems = problemsOf({ problems: [reviews] });
  expect(textsOf(problems, '.what')).toEqual(['c.Health_Problem_Reviews']);
  expect(find(problems, 'c-tab-button').object).toBe('Match_Review__c');
});

test('a code that is new here is told in the words of the worker', () => {
  const unknown = { code: 'moon', about: 'Outlet', what: 'The moon is full.', next: 'Wait.' };
  const problems = problemsOf({ problems: [unknown] });
  expect(textsOf(problems, '.what')).toEqual(['Outlet: The moon is full.']);
});
