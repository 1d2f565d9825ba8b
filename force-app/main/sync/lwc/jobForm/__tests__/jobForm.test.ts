import { beforeEach, expect, jest, test } from '@jest/globals';
import JobForm from 'c/jobForm';
import { createRecord } from 'lightning/uiRecordApi';
import {
  change,
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

const created = createRecord as unknown as jest.Mock;
const SHOPS = [{ id: 'a01000000000001', name: 'Blue Shop' }];

/** The fields as the platform behaves: each says whether it holds something usable. */
function open(isUsable = true): HTMLElement {
  const form = show(JobForm, { shops: SHOPS });
  for (const field of form.shadowRoot?.querySelectorAll('[data-field]') ?? []) {
    Object.assign(field, { reportValidity: () => isUsable });
  }
  return form;
}

beforeEach(() => {
  created.mockResolvedValue({ id: 'a02' } as never);
});

test('a history load is asked for a shop and from a day on', async () => {
  const asked = jest.fn();
  const form = open();
  form.addEventListener('asked', asked);
  change(find(form, '[data-field="shop"]'), 'a01000000000001');
  change(find(form, '[data-field="from"]'), '2026-01-31');
  find(form, '[data-id="start"]').click();
  await settle();
  const fields = {
    ...{ Type__c: 'Load History', Status__c: 'Requested', Shop__c: 'a01000000000001' },
    Input__c: '{"from":"2026-01-31"}',
  };
  expect(created.mock.calls).toEqual([[{ apiName: 'Sync_Job__c', fields }]]);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(textsOf(form, '[role="status"]')).toEqual(['c.Jobs_Form_Asked']);
  await expectAccessible(form);
});

test('webhooks are repaired without a day, for all shops unless one is named', async () => {
  const form = open();
  change(find(form, '[data-field="from"]'), '2026-01-31');
  change(find(form, '[data-field="type"]'), 'Repair Webhooks');
  await settle();
  expect(isShown(form, '[data-field="from"]')).toBe(false);
  expect(textsOf(form, '[data-id="about"]')).toEqual(['c.Jobs_About_Repair_Webhooks']);
  find(form, '[data-id="start"]').click();
  await settle();
  const fields = { Type__c: 'Repair Webhooks', Status__c: 'Requested' };
  expect(created.mock.calls).toEqual([[{ apiName: 'Sync_Job__c', fields }]]);
});

test('a field that is wrong keeps the form from being sent', async () => {
  const form = open(false);
  find(form, '[data-id="start"]').click();
  await settle();
  expect(created).not.toHaveBeenCalled();
});

test('a refused start says why and loses nothing that was chosen', async () => {
  created.mockRejectedValue({ body: { message: 'The org is read-only.' } } as never);
  const form = open();
  change(find(form, '[data-field="from"]'), '2026-01-31');
  find(form, '[data-id="start"]').click();
  await settle();
  expect(textsOf(form, '[role="alert"] p')).toEqual(['The org is read-only.']);
  expect(find(form, '[data-field="from"]').value).toBe('2026-01-31');
  await expectAccessible(form);
});
