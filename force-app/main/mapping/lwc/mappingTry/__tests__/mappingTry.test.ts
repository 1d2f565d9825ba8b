import { beforeEach, expect, jest, test } from '@jest/globals';
import MappingTry from 'c/mappingTry';
import { createRecord } from 'lightning/uiRecordApi';
import {
  answer,
  connection,
  expectAccessible,
  find,
  isShown,
  minutesAgo,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

jest.mock('lightning/navigation', () =>
  jest.requireActual('../../../../shared/lwc/query/__tests__/navigation'),
);

const created = createRecord as unknown as jest.Mock;
beforeEach(() => {
  created.mockResolvedValue({ id: 'j9' } as never);
});

const samples = Array.from({ length: 60 }, (_, at) => ({
  ...{ kind: 'order', id: String(at), title: `Order ${at}`, input: {} },
}));
const GIVEN = { shopId: 's1', publishedNumber: 2, samples, isSaved: true };

const choose = async (element: Element, ids: string[]): Promise<void> => {
  const detail = { value: ids };
  find(element, '[data-id="records"]').dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
};
const asked = (): unknown =>
  JSON.parse(
    (created.mock.calls[0] as [{ fields: Record<string, string> }])[0].fields.Input__c ?? '',
  );

test('chosen records are tried with the draft, at most fifty of them', async () => {
  const element = show(MappingTry, GIVEN);
  expect(find(element, '[data-id="try"]').disabled).toBe(true);
  await choose(
    element,
    samples.map(({ id }) => id),
  );
  find(element, '[data-id="try"]').click();
  await settle();
  const { records, draft } = asked() as { records: unknown[]; draft: boolean };
  expect(draft).toBe(true);
  expect(records).toHaveLength(50);
  expect(records[0]).toEqual({ kind: 'order', id: '0' });
  await expectAccessible(element);
});

test('a draft that is not saved yet is saved first, then tried', async () => {
  const element = show(MappingTry, { ...GIVEN, isSaved: false });
  const saved = jest.fn();
  element.addEventListener('save', saved);
  await choose(element, ['1']);
  find(element, '[data-id="try"]').click();
  await settle();
  expect(saved).toHaveBeenCalledTimes(1);
  expect(created).not.toHaveBeenCalled();
  Object.assign(element, { isSaved: true });
  await settle();
  expect(asked()).toEqual({ records: [{ kind: 'order', id: '1' }], draft: true });
});

test('what is published can be tried without saving', async () => {
  const element = show(MappingTry, { ...GIVEN, isSaved: false });
  const detail = { value: 'published' };
  find(element, '[data-id="what"]').dispatchEvent(new CustomEvent('change', { detail }));
  await choose(element, ['1']);
  find(element, '[data-id="try"]').click();
  await settle();
  expect(asked()).toMatchObject({ version: 2 });
});

test('a refused request is told', async () => {
  created.mockRejectedValue(new Error('No room.') as never);
  const element = show(MappingTry, GIVEN);
  await choose(element, ['1']);
  find(element, '[data-id="try"]').click();
  await settle();
  expect(textsOf(element, '[role="alert"] p')).toEqual(['No room.']);
  await expectAccessible(element);
});

test('without samples they can be loaded; who may only look is offered nothing', async () => {
  const element = show(MappingTry, { ...GIVEN, samples: [] });
  const loaded = jest.fn();
  element.addEventListener('loadsamples', loaded);
  find(element, '[data-id="load"]').click();
  expect(loaded).toHaveBeenCalledTimes(1);
  await expectAccessible(element);
  const reader = show(MappingTry, { ...GIVEN, readOnly: true });
  expect(isShown(reader, '[data-id="try"]')).toBe(false);
});

test('the newest trial is shown with its link, and older ones can be chosen', async () => {
  const element = show(MappingTry, GIVEN);
  const trial = (Id: string) => ({ Id, Name: `JOB-${Id}`, CreatedDate: minutesAgo(3) });
  await answer({ Sync_Job__c: connection([trial('j2'), trial('j1')]) });
  expect(find(element, 'c-mapping-trial').recordId).toBe('j2');
  const detail = { value: 'j1' };
  find(element, '[data-id="trial"]').dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
  expect(find(element, 'c-mapping-trial').recordId).toBe('j1');
  expect(find(element, 'c-record-link').label).toBe('JOB-j1');
  await expectAccessible(element);
});
