import { beforeEach, expect, jest, test } from '@jest/globals';
import MappingPage from 'c/mapping';
import type { Mapping } from 'c/mappingEngine';
import MappingPublish from 'c/mappingPublish';
import { graphql } from 'lightning/graphql';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import {
  connection,
  expectAccessible,
  find,
  isShown,
  minutesAgo,
  refuse,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { MAPPING as TEMPLATE } from '../../mappingData/__tests__/records';

jest.mock('lightning/modal', () => jest.requireActual('../../mappingFields/__tests__/modal'), {
  virtual: true,
});
jest.mock('lightning/navigation', () =>
  jest.requireActual('../../../../shared/lwc/query/__tests__/navigation'),
);

/** Few rows: each of them is drawn. */
const MAPPING: Mapping = {
  ...TEMPLATE,
  targets: TEMPLATE.targets
    .filter(({ id }) => ['Order__c', 'Cart__c'].includes(id))
    .map((target) => ({ ...target, rows: target.rows.slice(0, 2) })),
};
const OTHER: Mapping = { ...MAPPING, targets: MAPPING.targets.slice(0, -1) };
const LEAST: Mapping = { ...MAPPING, targets: [] };

const created = createRecord as unknown as jest.Mock;
const updated = updateRecord as unknown as jest.Mock;
const opened = jest.spyOn(MappingPublish, 'open') as unknown as jest.Mock;
const wires = graphql as unknown as { emit(value: unknown): void };

beforeEach(() => {
  created.mockImplementation(
    () => Promise.resolve({ id: `new${created.mock.calls.length}` }) as never,
  );
  updated.mockResolvedValue({ lastModifiedDate: new Date().toISOString() } as never);
});

const version = (number: number, definition: Mapping, more: object = {}) => ({
  ...{ Id: `v${number}`, Mapping__c: 'm1', Number__c: number, Status__c: 'Published' },
  ...{ Definition__c: JSON.stringify(definition), Published_At__c: minutesAgo(5) },
  ...more,
});

interface Org {
  number?: number;
  definition?: Mapping;
  draft?: Mapping | null;
  mayChange?: boolean;
  mappings?: Record<string, unknown>[];
  version?: object;
}

/** All that the page's queries answer: each of them takes its part. */
async function tell(org: Org = {}): Promise<void> {
  const { number = 1, definition = MAPPING, draft = null, mayChange = true } = org;
  const mapping = {
    ...{ Id: 'm1', Name: 'Blue Shop', Shop__c: 's1', Published_Version__c: number },
    Draft__c: draft && JSON.stringify(draft),
    LastModifiedDate: new Date().toISOString(),
    Shop__r: { Name: { value: 'Blue Shop' }, Shop_Key__c: { value: 'shop-1' } },
  };
  const query = {
    Mapping__c: connection(org.mappings ?? [mapping]),
    Sync_Job__c: connection([]),
    Sync_Result__c: connection([]),
    Worker_Status__c: connection([{ Id: 'w', Heard_At__c: minutesAgo(1) }]),
    Mapping_Version__c: connection([version(number, definition, org.version)]),
  };
  wires.emit({ uiapi: { objectInfos: [{ createable: mayChange }], query } });
  await settle();
}

async function change(page: Element, mapping: Mapping): Promise<void> {
  const event = new CustomEvent('change', { detail: { mapping, what: 'Change' } });
  find(page, 'c-mapping-fields').dispatchEvent(event);
  await settle();
}

const head = (page: Element) => find(page, 'c-mapping-head');
const say = async (page: Element, what: string): Promise<void> => {
  head(page).dispatchEvent(new CustomEvent(what));
  // A draft is saved, a version made and a job asked for, one after the other.
  await settle();
  await settle();
  await settle();
};

test('a page that loads, one without a mapping, one that failed and one not to be seen say so', async () => {
  const page = show(MappingPage);
  await settle();
  expect(find(page, 'c-page-state').state).toBe('loading');
  await refuse('The org is away.');
  expect(find(page, 'c-page-state')).toMatchObject({ state: 'failed' });
  await tell({ mappings: [] });
  expect(find(page, 'c-page-state')).toMatchObject({ state: 'empty' });
  wires.emit({ uiapi: { objectInfos: [], query: {} } });
  await settle();
  expect(find(page, 'c-page-state')).toMatchObject({ state: 'hidden' });
  await expectAccessible(page);
});

test('the published mapping is opened; a change is counted, undone and done again', async () => {
  const page = show(MappingPage);
  await tell();
  expect(head(page)).toMatchObject({ changes: 0, canUndo: false, readOnly: false });
  await change(page, OTHER);
  expect(head(page)).toMatchObject({ changes: 1, canUndo: true, kept: 'unsaved' });
  await say(page, 'undo');
  expect(head(page)).toMatchObject({ changes: 0, canUndo: false, canRedo: true });
  await say(page, 'redo');
  await say(page, 'discard');
  expect(head(page)).toMatchObject({ changes: 0, canUndo: true });
});

test('a field inside a section that changes is no change of the mapping', async () => {
  const page = show(MappingPage);
  await tell();
  find(page, 'c-mapping-fields').dispatchEvent(
    new CustomEvent('change', { detail: { checked: true } }),
  );
  await settle();
  expect(head(page)).toMatchObject({ changes: 0, canUndo: false });
});

test('a saved draft is gone on with, and saved over what was read', async () => {
  const page = show(MappingPage);
  await tell({ draft: OTHER });
  expect(head(page)).toMatchObject({ changes: 1, kept: 'saved' });
  await change(page, LEAST);
  await say(page, 'save');
  const [[record, options]] = updated.mock.calls as [[object, { ifUnmodifiedSince?: string }]];
  expect(record).toMatchObject({ fields: { Id: 'm1', Draft_Base__c: 1 } });
  expect(options.ifUnmodifiedSince).toMatch(/^\d{4}-/);
  expect(head(page).kept).toBe('saved');
});

test('a draft is proposed with a reason; once it is published the draft is cleared', async () => {
  const page = show(MappingPage);
  await tell();
  await change(page, OTHER);
  opened.mockResolvedValue('Because.' as never);
  await say(page, 'publish');
  expect(opened.mock.calls[0]).toMatchObject([{ reason: '', changes: [{ kind: 'removed' }] }]);
  const made = created.mock.calls.map(([record]) => (record as { fields: object }).fields);
  expect(made).toMatchObject([
    { Mapping__c: 'm1', Status__c: 'Proposed', Reason__c: 'Because.' },
    { Type__c: 'Publish Mapping', Shop__c: 's1', Input__c: '{"version":"new1"}' },
  ]);
  expect(head(page).outcome).toEqual({ state: 'asked' });
  await tell({ number: 2, definition: OTHER, draft: OTHER, version: { Id: 'new1' } });
  expect(head(page)).toMatchObject({ changes: 0, outcome: { state: 'published', number: 2 } });
  await say(page, 'save');
  expect(updated.mock.calls.at(-1)).toMatchObject([{ fields: { Draft__c: null } }, {}]);
});

test('a canceled dialog proposes nothing, and a refused proposal is told', async () => {
  const page = show(MappingPage);
  await tell({ draft: OTHER });
  opened.mockResolvedValue(undefined as never);
  await say(page, 'publish');
  expect(created).not.toHaveBeenCalled();
  opened.mockResolvedValue('Because.' as never);
  created.mockRejectedValue(new Error('No room.') as never);
  await say(page, 'publish');
  expect(head(page).outcome).toEqual({ state: 'failed', message: 'No room.' });
});

test('a version that another admin published is followed where nothing was drafted', async () => {
  const page = show(MappingPage);
  await tell();
  await tell({ number: 2, definition: OTHER });
  expect(head(page)).toMatchObject({ changes: 0, base: 2 });
  expect(find(page, 'c-mapping-fields').mapping).toEqual(OTHER);
  expect(updated).not.toHaveBeenCalled();
});

test('an older version is put into the draft, and its publishing asked for', async () => {
  const page = show(MappingPage);
  await tell();
  opened.mockResolvedValue(undefined as never);
  const detail = { mapping: OTHER, reason: 'Back to version 1.' };
  find(page, 'c-mapping-versions').dispatchEvent(new CustomEvent('restore', { detail }));
  await settle();
  expect(head(page).changes).toBe(1);
  expect(opened.mock.calls[0]).toMatchObject([{ reason: 'Back to version 1.' }]);
});

test('samples and fields are asked of the worker; who may only look changes nothing', async () => {
  const page = show(MappingPage);
  await tell({ mayChange: false });
  expect(head(page).readOnly).toBe(true);
  expect(find(page, 'c-mapping-fields').readOnly).toBe(true);
  for (const wanted of ['loadsamples', 'loaddescribes'])
    find(page, 'c-mapping-fields').dispatchEvent(new CustomEvent(wanted));
  await settle();
  const types = created.mock.calls.map(
    ([record]) => (record as { fields: { Type__c: string } }).fields.Type__c,
  );
  expect(types).toEqual(['Load Samples', 'Describe Targets']);
});

test('what could not be read is told beside what could', async () => {
  const page = show(MappingPage);
  await tell();
  await refuse('The samples are locked.');
  expect(textsOf(page, '[data-id="partial"]')).toEqual(['The samples are locked.']);
  expect(isShown(page, 'c-mapping-head')).toBe(true);
});
