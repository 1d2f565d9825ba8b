import { expect, jest, test } from '@jest/globals';
import PeopleSave from 'c/peopleSave';
import { createRecord } from 'lightning/uiRecordApi';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { POLICY } from '../../peoplePolicy/__tests__/policy';

const create = createRecord as unknown as jest.Mock<() => Promise<object>>;
const edits = { matching: POLICY.matching };
const CHANGED = { edits, changed: ['Matching'], mayChange: true };

const save = async (element: HTMLElement) => {
  find(element, '[data-id="save"]').click();
  await settle();
};

test('only what was changed is asked for', async () => {
  create.mockResolvedValue({ id: 'a02' });
  const element = show(PeopleSave, CHANGED);
  expect(textsOf(element, '[data-id="text"]')).toEqual(['c.People_Save_Changes']);
  await save(element);
  expect(create).toHaveBeenCalledWith(
    expect.objectContaining({
      fields: expect.objectContaining({ Input__c: JSON.stringify(edits) }),
    }),
  );
  await expectAccessible(element);
});

test('nothing is asked for where nothing was changed, while a job is under way, or with faults', async () => {
  await save(show(PeopleSave, { mayChange: true }));
  await save(show(PeopleSave, { ...CHANGED, job: { status: 'Running' } }));
  const faulty = show(PeopleSave, { ...CHANGED, hasFaults: true });
  expect(isShown(faulty, '[role="alert"]')).toBe(false);
  await save(faulty);
  expect(textsOf(faulty, '[role="alert"]')).toEqual(['c.People_Save_Faults']);
  expect(create).not.toHaveBeenCalled();
});

test('a request that Salesforce refuses says why, and discarding takes the words away', async () => {
  create.mockRejectedValue({ body: { message: 'No more room.' } });
  const element = show(PeopleSave, CHANGED);
  await save(element);
  expect(textsOf(element, '[data-id="refused"] p')).toEqual(['No more room.']);
  const discarded = jest.fn();
  element.addEventListener('discard', discarded);
  find(element, '[data-id="discard"]').click();
  await settle();
  expect(discarded).toHaveBeenCalled();
  expect(isShown(element, '[data-id="refused"]')).toBe(false);
});

test('what became of the last change is told to everybody, buttons are shown to who may', async () => {
  const job = { id: 'a02', status: 'Done', message: 'They hold.', createdAt: '' };
  const element = show(PeopleSave, { job });
  expect(find(element, 'c-job-status').status).toBe('Done');
  expect(isShown(element, 'lightning-button')).toBe(false);
  await expectAccessible(element);
});
