import { beforeEach, expect, jest, test } from '@jest/globals';
import SetupAssistant from 'c/setupAssistant';
import * as objectInfo from 'lightning/uiObjectInfoApi';
import { createRecord } from 'lightning/uiRecordApi';
import {
  answer,
  answerInPart,
  expectAccessible,
  find,
  isShown,
  refuse,
  settle,
  show,
  textsOf,
  type Wire,
} from '../../../../shared/lwc/query/__tests__/kit';
import { jobRecord, minutesAgo, setupAnswer, WORKER } from '../../setupFacts/__tests__/answers';

const rights = objectInfo.getObjectInfos as unknown as Wire;
const created = createRecord as unknown as jest.Mock;

async function grant(mayChange: boolean): Promise<void> {
  const result = { createable: mayChange, updateable: mayChange };
  rights.emit({ results: [1, 2].map(() => ({ statusCode: 200, result })) });
  await settle();
}

const steps = (page: Element): Record<string, unknown> =>
  Object.fromEntries(
    [...(page.shadowRoot?.querySelectorAll('c-setup-step') ?? [])].map((step) => {
      const { name, state } = step as unknown as { name: string; state: string };
      return [name, state];
    }),
  );
const openSteps = (page: Element): unknown[] =>
  [...(page.shadowRoot?.querySelectorAll('c-setup-step') ?? [])]
    .filter((step) => (step as unknown as { expanded: boolean }).expanded)
    .map((step) => (step as unknown as { name: string }).name);

const OLD = { ...WORKER, Preflight__c: JSON.stringify({ checkedAt: minutesAgo(30), checks: [] }) };

beforeEach(() => {
  created.mockResolvedValue({ id: 'a02000000000077' } as never);
});

test('a spinner says that the facts are being loaded', async () => {
  const page = show(SetupAssistant);
  await settle();
  expect(isShown(page, 'lightning-spinner')).toBe(true);
  expect(isShown(page, 'c-setup-step')).toBe(false);
  await expectAccessible(page);
});

test('in a new org six steps are to be done, the first is open, and the worker is missed', async () => {
  const page = show(SetupAssistant);
  await grant(true);
  await answer(
    setupAnswer({ worker: [], shops: [], orders: 0, wasChosen: false, wasSampled: false }),
  );
  expect(Object.values(steps(page))).toEqual(Array(6).fill('todo'));
  expect(openSteps(page)).toEqual(['worker']);
  expect(find(page, '[data-id="silence"]').textContent).toBe('c.Setup_Never_Heard');
  expect(find(page, 'c-progress').percent).toBe(0);
  await expectAccessible(page);
});

test('where all is well the bar is full and nothing is asked of anybody', async () => {
  const page = show(SetupAssistant);
  await grant(true);
  await answer(setupAnswer());
  expect(find(page, 'c-progress').percent).toBe(100);
  expect(openSteps(page)).toEqual([]);
  expect(isShown(page, '[data-id="silence"]')).toBe(false);
  expect(isShown(page, '[data-id="read-only"]')).toBe(false);
  expect(created).not.toHaveBeenCalled();
  await expectAccessible(page);
});

test('people open any step, and facts that come later do not close it', async () => {
  const page = show(SetupAssistant);
  await answer(setupAnswer({ wasChosen: false }));
  expect(openSteps(page)).toEqual(['matching']);
  find(page, '[data-step="live"]').dispatchEvent(
    new CustomEvent('steptoggle', { detail: { name: 'live' } }),
  );
  await answer(setupAnswer());
  expect(openSteps(page)).toEqual(['matching', 'live']);
});

test('a worker gone silent is said, and what it last said stays readable', async () => {
  const page = show(SetupAssistant);
  await grant(true);
  await answer(setupAnswer({ worker: [{ ...OLD, Heard_At__c: minutesAgo(60) }] }));
  expect(find(page, '[data-id="silence"]').textContent).toBe('c.Setup_Not_Heard');
  expect(steps(page)).toMatchObject({ worker: 'attention', shop: 'done' });
  expect(created).not.toHaveBeenCalled();
  await expectAccessible(page);
});

test('checks older than five minutes are made anew once at a visit', async () => {
  show(SetupAssistant);
  await answer(setupAnswer({ worker: [OLD] }));
  expect(created).not.toHaveBeenCalled();
  await grant(true);
  await answer(setupAnswer({ worker: [OLD] }));
  expect(created).toHaveBeenCalledTimes(1);
  expect(created.mock.calls[0]).toMatchObject([{ fields: { Type__c: 'Check Setup' } }]);
});

test('checks that are under way are not asked for again', async () => {
  show(SetupAssistant);
  await grant(true);
  await answer(setupAnswer({ worker: [OLD], jobs: [jobRecord('Check Setup', 'Requested')] }));
  expect(created).not.toHaveBeenCalled();
});

test('who may not create jobs reads everything, and asks for nothing', async () => {
  const page = show(SetupAssistant);
  await grant(false);
  await answer(setupAnswer({ worker: [OLD] }));
  expect(find(page, '[data-id="read-only"]').textContent).toBe('c.Setup_Read_Only');
  expect(Object.keys(steps(page))).toHaveLength(6);
  expect(created).not.toHaveBeenCalled();
  await expectAccessible(page);
});

test('who may not see the records is told whom to ask', async () => {
  const page = show(SetupAssistant);
  rights.emit({ results: [{ statusCode: 403 }, { statusCode: 403 }] });
  await settle();
  expect(find(page, 'c-empty-state').heading).toBe('c.Setup_No_Access_Heading');
  await expectAccessible(page);
});

test('what could be read is shown beside what could not', async () => {
  const page = show(SetupAssistant);
  await answerInPart(setupAnswer(), 'The shops are locked.');
  expect(textsOf(page, '[data-id="partial"]')).toEqual(['c.Setup_Partial']);
  expect(Object.keys(steps(page))).toHaveLength(6);
  await expectAccessible(page);
});

test('an error is said with its reason, and can be tried again', async () => {
  const page = show(SetupAssistant);
  await refuse('The org is away.');
  expect(find(page, 'c-empty-state').text).toBe('The org is away.');
  expect(isShown(page, 'lightning-button')).toBe(true);
  await expectAccessible(page);
});

test('what a step asked for is looked for at once', async () => {
  const page = show(SetupAssistant);
  const refresh = jest.fn();
  await answer(setupAnswer(), refresh);
  find(page, 'c-setup-sample').dispatchEvent(new CustomEvent('asked', { bubbles: true }));
  expect(refresh).toHaveBeenCalledTimes(1);
});

test('a worker that falls silent is missed though nothing new is heard', async () => {
  jest.useFakeTimers();
  try {
    const page = show(SetupAssistant);
    await answer(setupAnswer({ worker: [{ ...WORKER, Heard_At__c: new Date().toISOString() }] }));
    expect(isShown(page, '[data-id="silence"]')).toBe(false);
    await jest.advanceTimersByTimeAsync(12 * 60_000);
    expect(textsOf(page, '[data-id="silence"]')).toEqual(['c.Setup_Not_Heard']);
  } finally {
    jest.useRealTimers();
  }
});
