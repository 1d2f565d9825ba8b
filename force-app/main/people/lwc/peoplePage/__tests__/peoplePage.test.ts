import { expect, test } from '@jest/globals';
import PeoplePage from 'c/peoplePage';
import * as objectInfo from 'lightning/uiObjectInfoApi';
import {
  answer,
  answerInPart,
  connection,
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
import { POLICY, settingsText } from '../../peoplePolicy/__tests__/policy';

const rights = objectInfo.getObjectInfo as unknown as Wire;

async function grant(createable: boolean): Promise<void> {
  rights.emit({ createable });
  await settle();
}

function jobOf(status: string, input: object, more: object = {}) {
  const said = { Status__c: status, Message__c: 'Said.', Result__c: null, ...more };
  return { Id: 'a02', CreatedDate: minutesAgo(1), Input__c: JSON.stringify(input), ...said };
}

function known({ heardAt = minutesAgo(1), settings = settingsText(), jobs = [] as object[] } = {}) {
  const status = { Id: 'a01', Heard_At__c: heardAt, Settings__c: settings };
  return {
    Worker_Status__c: connection([status]),
    Sync_Job__c: connection(jobs as Record<string, unknown>[]),
  };
}

async function page(answered: object = known()): Promise<HTMLElement> {
  const element = show(PeoplePage);
  await grant(true);
  await answer(answered);
  return element;
}

const MATCHING = { ...POLICY.matching, prefer: 'Lead' };

async function edit(element: HTMLElement, value: object = MATCHING, part = 'matching') {
  const detail = { part, value };
  find(element, 'c-people-matching').dispatchEvent(new CustomEvent('edit', { detail }));
  await settle();
}

// Each section is checked for accessibility by its own tests, all of them together in the browser.
test('what holds is shown in four sections, and nothing is to be saved', async () => {
  const element = await page();
  for (const name of ['matching', 'creating', 'companies', 'consent'])
    expect(find(element, `c-people-${name}`)).toMatchObject({ held: POLICY, readOnly: false });
  expect(find(element, 'c-people-save')).toMatchObject({ changed: [], edits: {} });
});

test('only the parts that differ are saved, and news of the worker settle them', async () => {
  const element = await page();
  await edit(element);
  await edit(element, POLICY.companies, 'companies');
  expect(find(element, 'c-people-save')).toMatchObject({
    changed: ['c.People_Matching_Heading'],
    edits: { matching: MATCHING },
  });
  await answer(known({ settings: JSON.stringify({ ...POLICY, matching: MATCHING }) }));
  expect(find(element, 'c-people-save').edits).toEqual({});
  await edit(element, POLICY.matching);
  find(element, 'c-people-save').dispatchEvent(new CustomEvent('discard'));
  await settle();
  expect(find(element, 'c-people-save').edits).toEqual({});
});

test('a refusal goes to the field it names until that part is changed again', async () => {
  const element = await page();
  await edit(element);
  find(element, 'c-people-save').dispatchEvent(new CustomEvent('asked'));
  const setting = 'matching.customerNumberField';
  const Result__c = JSON.stringify({ setting });
  const idle = { ...jobOf('Done', { idleMinutes: 30 }), Id: 'a03' };
  const jobs = [idle, jobOf('Failed', { matching: MATCHING }, { Result__c })];
  await answer(known({ jobs }));
  expect(find(element, 'c-people-matching').faults).toEqual({ [setting]: 'Said.' });
  expect(find(element, 'c-people-save')).toMatchObject({ job: { id: 'a02' }, hasFaults: false });
  await edit(element, { ...MATCHING, emailAcrossShops: false });
  expect(find(element, 'c-people-matching').faults).toEqual({});
});

test('what the worker would not take is a fault before it is asked', async () => {
  const element = await page();
  await edit(element, { ...POLICY.matching, keys: ['customerNumber'] });
  expect(find(element, 'c-people-save').hasFaults).toBe(true);
});

test('a silent worker and missing rights make it read-only, and say so', async () => {
  const element = await page(known({ heardAt: minutesAgo(30) }));
  expect(textsOf(element, '[data-id="notice"]')).toEqual(['c.People_Page_Silent']);
  expect(find(element, 'c-people-creating').readOnly).toBe(true);
  await answer(known());
  expect(isShown(element, '[data-id="notice"]')).toBe(false);
  await grant(false);
  expect(textsOf(element, '[data-id="notice"]')).toEqual(['c.People_Page_Read_Only']);
  expect(find(element, 'c-people-save').mayChange).toBe(false);
});

test('before the worker told anything the page leads to the set-up', async () => {
  const element = await page(known({ settings: '' }));
  expect(find(element, 'c-page-state')).toMatchObject({ state: 'empty' });
  expect(find(element, 'c-tab-button').tab).toBe('Setup_Assistant');
  await expectAccessible(element);
});

test('it is loading, has failed, shows a part, or is not to be seen', async () => {
  const element = show(PeoplePage);
  expect(find(element, 'c-page-state').state).toBe('loading');
  await refuse('Out of order.');
  expect(find(element, 'c-page-state')).toMatchObject({
    state: 'failed',
    words: { text: 'Out of order.' },
  });
  await answerInPart(known(), 'No jobs.');
  expect(textsOf(element, '[data-id="partial"]')).toEqual(['c.People_Page_Partial']);
  rights.error();
  await settle();
  expect(find(element, 'c-page-state').state).toBe('hidden');
  await expectAccessible(element);
});
