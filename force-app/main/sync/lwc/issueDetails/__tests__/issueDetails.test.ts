import { expect, jest, test } from '@jest/globals';
import { issueOf } from 'c/issueData';
import IssueDetails from 'c/issueDetails';
import IssueIgnore from 'c/issueIgnore';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { issueAnswer, issueNode } from '../../issueData/__tests__/answers';

jest.mock('lightning/modal', () => jest.requireActual('../../issueIgnore/__tests__/modal'), {
  virtual: true,
});

const dialog = IssueIgnore as unknown as { open: jest.Mock };

function detailsOf(node = issueNode(1), more: object = {}, order?: Record<string, unknown>) {
  return show(IssueDetails, { issue: issueOf(issueAnswer(node, order)), mayAsk: true, ...more });
}

function heard(details: HTMLElement, name: string): jest.Mock {
  const listener = jest.fn();
  details.addEventListener(name, (event) => listener((event as CustomEvent).detail as never));
  return listener;
}

test('an issue says what happened, why, who can fix it and what to do', async () => {
  const details = detailsOf();
  const text = details.shadowRoot?.textContent ?? '';
  for (const part of ['Too long.', 'c.Issues_Cause_Record_Data', 'c.Issues_Admin', 'Cut.'])
    expect(text).toContain(part);
  expect(textsOf(details, 'dd').slice(0, 2)).toEqual([
    'STRING_TOO_LONG',
    'Order__c.Channel__c, Email__c',
  ]);
  await expectAccessible(details);
});

test('the record is linked when it is in Salesforce', async () => {
  expect(isShown(detailsOf(), 'c-record-link')).toBe(false);
  const details = detailsOf(issueNode(1), {}, { Id: 'a06', Name: '1' });
  expect(find(details, 'c-record-link').recordId).toBe('a06');
  await expectAccessible(details);
});

test('values are corrected where the refusal named fields, and only there', () => {
  expect(isShown(detailsOf(), 'c-issue-correction')).toBe(true);
  expect(isShown(detailsOf(issueNode(1, { Fields__c: null })), 'c-issue-correction')).toBe(false);
});

test('a retry carries the corrections', () => {
  const details = detailsOf();
  const retried = heard(details, 'retry');
  const corrections = [{ object: 'Order__c', field: 'Channel__c', value: 'Web' }];
  find(details, 'c-issue-correction').dispatchEvent(
    new CustomEvent('correct', { detail: { corrections } }),
  );
  find(details, '[data-id="retry"]').click();
  const about = { key: 'shop-1:order:1', name: 'Order 1' };
  expect(retried.mock.calls).toEqual([
    [{ ...about, corrections }],
    [{ ...about, corrections: [] }],
  ]);
});

test('an issue is ignored with a reason, and not when the dialog was canceled', async () => {
  const details = detailsOf();
  const ignored = heard(details, 'ignore');
  dialog.open = jest.fn(() => Promise.resolve(undefined));
  find(details, '[data-id="ignore"]').click();
  await settle();
  expect(ignored).not.toHaveBeenCalled();
  dialog.open = jest.fn(() => Promise.resolve('A test order.'));
  find(details, '[data-id="ignore"]').click();
  await settle();
  expect(ignored.mock.calls[0]?.[0]).toMatchObject({ reason: 'A test order.' });
});

test('what is over cannot be decided about again, and tells its reason', async () => {
  const node = issueNode(1, { Status__c: 'Ignored', Reason__c: 'A test order.' });
  const details = detailsOf(node);
  expect(isShown(details, '[data-id="retry"]')).toBe(false);
  expect(textsOf(details, '[data-id="reason"]')).toEqual(['c.Issues_Reason']);
  await expectAccessible(details);
});

test('who may not ask reads everything and sees no button but the way back', () => {
  const details = detailsOf(issueNode(1), { mayAsk: false });
  expect(details.shadowRoot?.querySelectorAll('lightning-button')).toHaveLength(1);
});

test('an issue that waits for a match review leads to it', () => {
  const waiting = issueNode(1, { Match_Review_Key__c: 'r1' });
  const details = detailsOf(waiting, { reviews: { r1: 'a10' } });
  expect(find(details, '[data-id="review"]').recordId).toBe('a10');
  expect(isShown(detailsOf(waiting), '[data-id="review"]')).toBe(false);
});
