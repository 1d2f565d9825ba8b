import { expect, jest, test } from '@jest/globals';
import OpenedIssue from 'c/openedIssue';
import {
  emitInPart,
  expectAccessible,
  find,
  settle,
  show,
} from '../../../../shared/lwc/query/__tests__/kit';
import { emitOne } from '../../healthData/__tests__/answers';
import { issueAnswer, issueNode } from '../../issueData/__tests__/answers';

jest.mock('lightning/modal', () => jest.requireActual('../../issueIgnore/__tests__/modal'), {
  virtual: true,
});

/** Once it has asked for the issue. */
async function open(): Promise<HTMLElement> {
  const element = show(OpenedIssue, { issueId: 'a051', issueKey: 'shop-1:order:1', mayAsk: true });
  await settle();
  return element;
}

test('an issue is shown in full, with the record it became', async () => {
  const opened = await open();
  await emitOne(issueAnswer(issueNode(1), { Id: 'a06', Name: '1' }));
  expect(find(opened, 'c-issue-details').issue).toMatchObject({ name: 'Order 1', recordId: 'a06' });
  await expectAccessible(opened);
});

test('an issue that is gone says so, and leads back', async () => {
  const back = jest.fn();
  const opened = await open();
  opened.addEventListener('back', back);
  await emitOne(issueAnswer());
  expect(find(opened, 'c-empty-state').heading).toBe('c.Issues_Gone');
  await expectAccessible(opened);
  find(opened, '[data-id="back"]').click();
  expect(back).toHaveBeenCalledTimes(1);
});

test('what is decided about it is handed on', async () => {
  const ignored = jest.fn();
  const opened = await open();
  opened.addEventListener('ignore', ignored);
  await emitOne(issueAnswer(issueNode(1)));
  const detail = { key: 'shop-1:order:1', name: 'Order 1', reason: 'A test order.' };
  find(opened, 'c-issue-details').dispatchEvent(new CustomEvent('ignore', { detail }));
  expect(ignored).toHaveBeenCalledWith(expect.objectContaining({ detail }));
});

test('what could not be loaded is told', async () => {
  const fault = jest.fn();
  const opened = await open();
  opened.addEventListener('fault', fault);
  await emitInPart(issueAnswer(issueNode(1)), 'Orders cannot be read.');
  const detail = ['Orders cannot be read.'];
  expect(fault).toHaveBeenCalledWith(expect.objectContaining({ detail }));
  expect(find(opened, 'c-issue-details').issue).toMatchObject({ name: 'Order 1' });
});
