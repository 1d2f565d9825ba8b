import { expect, jest, test } from '@jest/globals';
import { issuesOf } from 'c/issueData';
import IssueList from 'c/issueList';
import {
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { issueNode, issuesAnswer } from '../../issueData/__tests__/answers';

const listOf = (properties: object, ...nodes: Record<string, unknown>[]): HTMLElement => {
  const { listed: issues } = issuesOf(issuesAnswer({ listed: nodes }));
  return show(IssueList, { issues, total: issues.length, mayAsk: true, ...properties });
};

test('an issue shows what happened, its status and when it was put aside', async () => {
  const list = listOf({}, issueNode(1, { Events__c: 2 }));
  expect(textsOf(list, '.opener')).toEqual(['Order 1']);
  expect(find(list, 'c-issue-status').status).toBe('Open');
  expect(textsOf(list, 'li p')[1]).toBe(
    'Sample Shop · c.Issues_Cause_Record_Data · c.Issues_Admin · c.Issues_Events · c.Issues_Put_Aside',
  );
  await expectAccessible(list);
});

test('more can be shown while there are more than shown', () => {
  expect(isShown(listOf({ total: 2 }, issueNode(1)), '[data-id="more"]')).toBe(true);
  expect(isShown(listOf({ total: 1 }, issueNode(1)), '[data-id="more"]')).toBe(false);
});

test('an issue that is being retried is not retried twice', () => {
  const jobs = [{ type: 'Retry Issues', status: 'Running', records: ['shop-1:order:1'] }];
  const list = listOf({ jobs }, issueNode(1), issueNode(2));
  const retried = jest.fn();
  list.addEventListener('retry', (event) => retried((event as CustomEvent).detail.key));
  for (const button of list.shadowRoot?.querySelectorAll('lightning-button') ?? [])
    (button as unknown as HTMLElement).click();
  expect(retried.mock.calls).toEqual([['shop-1:order:2']]);
});

test('all of a cause can be retried where one is chosen and some are open', () => {
  const all = '[data-id="retry-all"]';
  expect(isShown(listOf({ cause: 'mapping', openOfCause: 3 }, issueNode(1)), all)).toBe(true);
  expect(isShown(listOf({ openOfCause: 0 }, issueNode(1)), all)).toBe(false);
});

test('who may not ask sees no button but the one that opens', () => {
  const list = listOf({ mayAsk: false, cause: 'mapping', openOfCause: 3 }, issueNode(1));
  expect(isShown(list, 'lightning-button')).toBe(false);
});

test('an issue that waits for a match review leads to it while that is open', async () => {
  const waiting = issueNode(1, { Cause__c: 'ambiguous_person', Match_Review_Key__c: 'r1' });
  const list = listOf({ reviews: { r1: 'a10' } }, waiting, issueNode(2));
  const links = [...(list.shadowRoot?.querySelectorAll('c-record-link') ?? [])];
  expect(links.map((link) => (link as unknown as { recordId: string }).recordId)).toEqual(['a10']);
  await expectAccessible(list);
  expect(isShown(listOf({ reviews: {} }, waiting), 'c-record-link')).toBe(false);
});
