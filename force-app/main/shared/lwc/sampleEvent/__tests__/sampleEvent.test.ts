import { beforeEach, expect, jest, test } from '@jest/globals';
import SampleEvent from 'c/sampleEvent';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord } from 'lightning/uiRecordApi';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
  type Wire,
} from '../../query/__tests__/kit';

const info = getObjectInfo as unknown as Wire;
const created = createRecord as unknown as jest.Mock;

async function shown(createable: boolean): Promise<HTMLElement> {
  const element = show(SampleEvent);
  info.emit({ createable });
  await settle();
  return element;
}

function press(element: HTMLElement): Promise<void> {
  find(find(element, 'c-ask-job'), '[data-id="ask"]').click();
  return settle();
}

beforeEach(() => {
  created.mockResolvedValue({ id: 'a09' } as never);
});

test('asks the worker for a sample event and says so', async () => {
  const element = await shown(true);
  expect(textsOf(element, '[role="status"] p')).toEqual([]);
  await expectAccessible(element);
  await press(element);
  const fields = { Type__c: 'Send Sample Event', Status__c: 'Requested' };
  expect(created.mock.calls).toEqual([[{ apiName: 'Sync_Job__c', fields }]]);
  expect(textsOf(element, '[role="status"] p')).toEqual(['c.Shopper_Sample_Sent']);
  await expectAccessible(element);
});

test('says nothing of a sample when the request was refused', async () => {
  created.mockRejectedValue({ body: { message: 'The storage limit is exceeded' } } as never);
  const element = await shown(true);
  await press(element);
  const refusals = textsOf(find(element, 'c-ask-job'), '[role="alert"] p');
  expect(refusals).toEqual(['The storage limit is exceeded']);
  expect(textsOf(element, '[role="status"] p')).toEqual([]);
  await expectAccessible(element);
});

test('shows nothing to who may not create jobs', async () => {
  const element = await shown(false);
  expect(isShown(element, 'c-ask-job')).toBe(false);
});
