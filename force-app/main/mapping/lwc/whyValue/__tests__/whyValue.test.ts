import { beforeEach, expect, jest, test } from '@jest/globals';
import WhyValue from 'c/whyValue';
import * as objectInfo from 'lightning/uiObjectInfoApi';
import { createRecord } from 'lightning/uiRecordApi';
import {
  answer,
  connection,
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
  type Wire,
} from '../../../../shared/lwc/query/__tests__/kit';

const rights = objectInfo.getObjectInfo as unknown as Wire;
const created = createRecord as unknown as jest.Mock;
beforeEach(() => {
  created.mockResolvedValue({ id: 'j1' } as never);
});

const trace = (more: object = {}) => ({
  ...{ row: 'r', field: 'Total__c', sources: [{ path: 'order.total', value: '74.079' }] },
  ...{ steps: [{ step: 'trim', value: '74.079' }], value: 74.08, outcome: 'value' },
  ...more,
});
const EXPLANATION = {
  record: { object: 'Order__c', id: 'a00', key: 'shop-1:order:1' },
  event: { scope: 'store/order/updated', receivedAt: '2026-11-22T10:00:00.000Z' },
  source: { modifiedAt: null },
  version: { number: 2, author: 'Ada', reason: 'Cents.', publishedAt: '2026-11-21T10:00:00.000Z' },
  writtenAt: '2026-11-22T10:00:02.000Z',
  fields: [
    { field: 'Total__c', label: 'Total', value: 74, written: 74.08, trace: trace() },
    {
      ...{ field: 'Phone__c', label: 'Phone', value: '1', written: null },
      trace: trace({ outcome: 'problem', value: null, problem: { reason: 'No phone number.' } }),
    },
    {
      ...{ field: 'City__c', label: 'City', value: null, written: null },
      trace: trace({ outcome: 'blank', value: null }),
    },
  ],
  note: 'Changed since: Total.',
};

async function panel(createable = true): Promise<HTMLElement> {
  const element = show(WhyValue, { recordId: 'a00' });
  rights.emit({ createable });
  await settle();
  return element;
}

async function ask(element: Element, job: object, data?: object): Promise<void> {
  find(element, '[data-id="ask"]').click();
  await settle();
  await answer({
    Sync_Job__c: connection([{ Id: 'j1', ...job }]),
    Sync_Result__c: connection(data ? [{ Id: 'r1', Data__c: JSON.stringify(data) }] : []),
  });
}

test('who may not ask the worker sees nothing of it', async () => {
  expect(isShown(await panel(false), 'section')).toBe(false);
});

test('a value is told with its event, source, steps, version and writing', async () => {
  const element = await panel();
  await ask(element, { Status__c: 'Done' }, EXPLANATION);
  expect(
    JSON.parse(
      (created.mock.calls[0] as [{ fields: Record<string, string> }])[0].fields.Input__c ?? '',
    ),
  ).toEqual({ record: 'a00' });
  expect(textsOf(element, '[data-id="facts"] dt')).toEqual([
    ...['c.Mapping_Why_Event', 'c.Mapping_Why_Version', 'c.Mapping_Why_Written'],
  ]);
  expect(textsOf(element, '[data-field="Total__c"] p')).toEqual([
    ...['74', 'c.Mapping_Why_Differs', 'order.total: 74.079', 'Trim: 74.079'],
  ]);
  expect(textsOf(element, '[data-field="Phone__c"] .slds-text-color_error')).toEqual([
    'No phone number.',
  ]);
  expect(textsOf(element, '[data-field="City__c"] .slds-text-color_weak')).toEqual([
    'c.Mapping_Why_Blank_Outcome',
  ]);
  expect(textsOf(element, '[data-id="note"]')).toEqual(['Changed since: Total.']);
  await expectAccessible(element);
});

test('a field is found by its label or its name', async () => {
  const element = await panel();
  await ask(element, { Status__c: 'Done' }, EXPLANATION);
  const detail = { value: 'phone__C' };
  find(element, '[data-id="find"]').dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
  expect(textsOf(element, 'tbody th')).toEqual(['Phone']);
});

test('while the worker looks it up that is said, and why it could not', async () => {
  const element = await panel();
  await ask(element, { Status__c: 'Running' });
  expect(textsOf(element, '[role="status"] p')).toEqual(['c.Mapping_Why_Under_Way']);
  find(element, '[data-id="ask"]').click();
  expect(created).toHaveBeenCalledTimes(1);
  await answer({
    Sync_Job__c: connection([{ Id: 'j1', Status__c: 'Not Available', Message__c: '' }]),
    Sync_Result__c: connection([]),
  });
  expect(textsOf(element, '[role="alert"] p')).toEqual(['c.Mapping_Why_Failed']);
  await expectAccessible(element);
});

test('a refused request is told', async () => {
  created.mockRejectedValue(new Error('No room.') as never);
  const element = await panel();
  find(element, '[data-id="ask"]').click();
  await settle();
  expect(textsOf(element, '[role="alert"] p')).toEqual(['No room.']);
});
