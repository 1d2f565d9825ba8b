import { beforeEach, expect, jest, test } from '@jest/globals';
import SetupWorker from 'c/setupWorker';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import {
  change,
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { opened } from '../../../../shared/lwc/query/__tests__/navigation';
import { factsOf } from '../../setupFacts/__tests__/answers';

jest.mock('lightning/navigation', () =>
  jest.requireActual('../../../../shared/lwc/query/__tests__/navigation'),
);

const created = createRecord as unknown as jest.Mock;
const updated = updateRecord as unknown as jest.Mock;

const NEW = factsOf({ worker: [] });
const CONNECTED = factsOf();

/** The field as the platform behaves: what is set as its fault makes it report itself as wrong. */
function field(step: Element): { fault: string; element: ReturnType<typeof find> } {
  const element = find(step, 'lightning-input');
  const seen = { fault: '', element };
  element.setCustomValidity = (fault: string) => (seen.fault = fault);
  element.reportValidity = () => seen.fault === '';
  return seen;
}

beforeEach(() => {
  created.mockResolvedValue({ id: 'a00' } as never);
  updated.mockResolvedValue({ id: 'a00' } as never);
});

test.each([
  ['worker.example.com', 'c.Setup_Worker_Address_Malformed'],
  ['http://worker.example.com', 'c.Setup_Worker_Address_Insecure'],
  ['https://me:secret@worker.example.com', 'c.Setup_Worker_Address_Credentials'],
])('%s is refused at the field, and nothing is saved', async (address, fault) => {
  const step = show(SetupWorker, { facts: NEW, mayChange: true });
  const seen = field(step);
  change(seen.element, address);
  find(step, '[data-id="save"]').click();
  await settle();
  expect(seen.fault).toBe(fault);
  expect(created).not.toHaveBeenCalled();
});

test('the first address makes the record of the worker', async () => {
  const step = show(SetupWorker, { facts: NEW, mayChange: true });
  const asked = jest.fn();
  step.addEventListener('asked', asked);
  change(field(step).element, ' https://worker.example.com ');
  find(step, '[data-id="save"]').click();
  await settle();
  const fields = {
    ...{ Name: 'Worker', External_Id__c: 'worker' },
    Worker_URL__c: 'https://worker.example.com',
  };
  expect(created.mock.calls).toEqual([[{ apiName: 'Worker_Status__c', fields }]]);
  expect(asked).toHaveBeenCalledTimes(1);
});

test('another address changes the record there is', async () => {
  const step = show(SetupWorker, { facts: CONNECTED, mayChange: true });
  change(field(step).element, 'http://localhost:3000');
  await settle();
  find(step, '[data-id="save"]').click();
  await settle();
  const fields = { Id: CONNECTED.statusId, Worker_URL__c: 'http://localhost:3000' };
  expect(updated.mock.calls).toEqual([[{ fields }]]);
});

test('a refused save says why and loses nothing that was typed', async () => {
  created.mockRejectedValue({ body: { message: 'The record is locked.' } } as never);
  const step = show(SetupWorker, { facts: NEW, mayChange: true });
  change(field(step).element, 'https://worker.example.com');
  find(step, '[data-id="save"]').click();
  await settle();
  expect(textsOf(step, '[role="alert"] p')).toEqual(['The record is locked.']);
  expect(find(step, 'lightning-input').value).toBe('https://worker.example.com');
  await expectAccessible(step);
});

test('once the address is saved, the only action opens the sign-in page and comes back here', () => {
  const step = show(SetupWorker, { facts: CONNECTED, mayChange: true });
  expect(isShown(step, '[data-id="save"]')).toBe(false);
  find(step, '[data-id="open"]').click();
  const url = `https://worker.example.com/connect/salesforce?return=${encodeURIComponent(window.location.href)}`;
  expect(opened.mock.calls).toEqual([[{ type: 'standard__webPage', attributes: { url } }]]);
});

test('an address that came into the record by another way is not opened unless it is a good one', () => {
  const facts = { ...CONNECTED, workerUrl: 'data:text/html,hello' };
  const step = show(SetupWorker, { facts, mayChange: true });
  field(step);
  find(step, '[data-id="save"]').click();
  expect(opened).not.toHaveBeenCalled();
});

test('who may only read sees the fact and no form', async () => {
  const step = show(SetupWorker, { facts: CONNECTED });
  expect(textsOf(step, '[data-id="heard"]')).toEqual(['c.Setup_Worker_Heard']);
  expect(isShown(step, 'lightning-input')).toBe(false);
  expect(isShown(step, 'lightning-button')).toBe(false);
  await expectAccessible(step);
});
