import { beforeEach, expect, jest, test } from '@jest/globals';
import Privacy from 'c/privacy';
import { createRecord } from 'lightning/uiRecordApi';
import {
  expectAccessible,
  find,
  isShown,
  refuse,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import Modal from '../../../../sync/lwc/issueIgnore/__tests__/modal';
import { emit } from '../../../../sync/lwc/healthData/__tests__/answers';
import { FOUND, jobAnswer, RECEIPT, rightsAnswer } from '../../privacyData/__tests__/answers';
import { emitTo } from '../../reviewData/__tests__/answers';

jest.mock(
  'lightning/modal',
  () => jest.requireActual('../../../../sync/lwc/issueIgnore/__tests__/modal'),
  { virtual: true },
);

const created = createRecord as unknown as jest.Mock;
const WHO = { who: { email: 'a@b.c' }, typed: 'a@b.c' };

beforeEach(() => {
  created.mockResolvedValue({ id: 'j1' } as never);
  Modal.open = jest.fn(() => Promise.resolve(true)) as never;
});

const inputs = (): unknown[] =>
  (created.mock.calls as [{ fields: Record<string, string> }][]).map(([{ fields }]) => [
    fields.Type__c,
    JSON.parse(fields.Input__c ?? ''),
  ]);

async function tell(page: Element, part: string, name: string, detail?: object): Promise<void> {
  find(page, part).dispatchEvent(new CustomEvent(name, { detail }));
  await settle();
}

async function open(): Promise<HTMLElement> {
  const page = show(Privacy);
  await emit(rightsAnswer());
  return page;
}

async function found(result: object = FOUND): Promise<HTMLElement> {
  const page = await open();
  await tell(page, 'c-privacy-ask', 'who', WHO);
  await emitTo('job', jobAnswer({ Status__c: 'Done', Result__c: JSON.stringify(result) }));
  return page;
}

test('who may not ask the worker finds nobody here', async () => {
  const page = show(Privacy);
  expect(find(page, 'c-page-state').state).toBe('loading');
  await emit(rightsAnswer({ mayAsk: false }));
  expect(find(page, 'c-page-state').state).toBe('hidden');
  expect(isShown(page, 'c-privacy-ask')).toBe(false);
  await expectAccessible(page);
});

test('a fault is told, with a way to try again', async () => {
  const page = show(Privacy);
  await refuse('Maintenance.');
  expect(find(page, 'c-page-state').state).toBe('failed');
});

test('a person is looked for, and what is held is previewed before anything happens', async () => {
  const page = await open();
  await tell(page, 'c-privacy-ask', 'who', WHO);
  expect(inputs()).toEqual([['Find Person', { email: 'a@b.c' }]]);
  expect(find(page, 'c-privacy-progress').isBusy).toBe(true);
  await emitTo('job', jobAnswer({ Status__c: 'Done', Result__c: JSON.stringify(FOUND) }));
  expect(find(page, 'c-privacy-preview').preview).toEqual(FOUND.preview);
  await expectAccessible(page);
});

test('nobody found is said', async () => {
  const page = await found({ people: [], chosen: [], preview: null });
  expect(find(page, 'c-empty-state').heading).toBe('c.Privacy_Nobody');
  await expectAccessible(page);
});

test('of several people those who are meant are chosen, and looked at again', async () => {
  const page = await found({ people: FOUND.people, chosen: null, preview: null });
  await tell(page, 'c-privacy-people', 'people', ['p1']);
  expect(inputs()[1]).toEqual(['Find Person', { email: 'a@b.c', people: ['p1'] }]);
});

test('how records are treated makes a new preview', async () => {
  const page = await found();
  find(page, 'c-privacy-preview').dispatchEvent(new CustomEvent('treat', { detail: 'unlink' }));
  await settle();
  expect(inputs()[1]).toEqual(['Find Person', { email: 'a@b.c', salesforce: 'unlink' }]);
});

test('everything that is held is put together as a file and saved', async () => {
  const page = await found();
  created.mockResolvedValue({ id: 'j2' } as never);
  await tell(page, 'c-privacy-preview', 'export');
  const parts = [{ part: 1, parts: 1, text: '{"about":{}}' }];
  await emitTo('job', jobAnswer({ Id: 'j2', Status__c: 'Done', Result__c: '{}' }, parts));
  Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: jest.fn() });
  const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  find(page, '[data-id="save"]').click();
  const saved = (clicked.mock.contexts[0] as HTMLAnchorElement).download;
  expect(saved).toMatch(/^person-\d{4}-\d\d-\d\d\.json$/);
  await expectAccessible(page);
});

test('an export of which a part is missing is not saved', async () => {
  const page = await found();
  created.mockResolvedValue({ id: 'j2' } as never);
  await tell(page, 'c-privacy-preview', 'export');
  await emitTo('job', jobAnswer({ Id: 'j2', Status__c: 'Done' }));
  expect(textsOf(page, '[data-id="fault"]')).toEqual(['c.Privacy_Export_Broken']);
});

test('a person is erased only through the gate, and a receipt takes the place of the preview', async () => {
  const page = await found();
  created.mockResolvedValue({ id: 'j2' } as never);
  await tell(page, 'c-privacy-preview', 'erase');
  expect(inputs()[1]).toEqual(['Erase Person', { email: 'a@b.c', token: 't1' }]);
  const done = { Id: 'j2', Status__c: 'Done', Result__c: JSON.stringify(RECEIPT) };
  await emitTo('job', jobAnswer(done));
  expect(find(page, 'c-privacy-receipt').receipt).toEqual(RECEIPT);
  expect(isShown(page, 'c-privacy-preview')).toBe(false);
  await expectAccessible(page);
});

test('who turns back at the gate erases nothing', async () => {
  Modal.open = jest.fn(() => Promise.resolve(undefined)) as never;
  const page = await found();
  await tell(page, 'c-privacy-preview', 'erase');
  expect(inputs()).toHaveLength(1);
});

test('an erasure that was refused says why, and the preview stays', async () => {
  const page = await found();
  created.mockResolvedValue({ id: 'j2' } as never);
  await tell(page, 'c-privacy-preview', 'erase');
  await emitTo('job', jobAnswer({ Id: 'j2', Status__c: 'Failed', Message__c: 'Find again.' }));
  expect(textsOf(page, '[data-id="fault"]')).toEqual(['c.Privacy_Job_Failed']);
  expect(isShown(page, 'c-privacy-preview')).toBe(true);
  await expectAccessible(page);
});

test.each([
  [{ Status__c: 'Not Available' }, 'c.Privacy_Not_Available'],
  [{ Status__c: 'Done', Result__c: '{"people' }, 'c.Privacy_Unreadable'],
])('an end that is %j is told', async (job, text) => {
  const page = await open();
  await tell(page, 'c-privacy-ask', 'who', WHO);
  await emitTo('job', jobAnswer(job));
  expect(textsOf(page, '[data-id="fault"]')).toEqual([text]);
});

test('a request that was not kept is told', async () => {
  created.mockRejectedValue(new Error('No room.') as never);
  const page = await open();
  await tell(page, 'c-privacy-ask', 'who', WHO);
  expect(textsOf(page, '[data-id="fault"]')).toEqual(['c.Privacy_Not_Kept']);
});
