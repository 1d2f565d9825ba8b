import { expect, jest, test } from '@jest/globals';
import { START } from 'c/issueData';
import IssueNone from 'c/issueNone';
import { expectAccessible, find, isShown, show } from '../../../../shared/lwc/query/__tests__/kit';

test('when all is decided that is said, and no filter is to be cleared', async () => {
  const none = show(IssueNone, { filter: { ...START } });
  expect(find(none, 'c-empty-state').heading).toBe('c.Issues_All_Done');
  expect(isShown(none, '[data-id="clear"]')).toBe(false);
  await expectAccessible(none);
});

test('a filter that leaves nothing can be cleared', async () => {
  const cleared = jest.fn();
  const none = show(IssueNone, { filter: { ...START, text: 'x' } });
  none.addEventListener('clear', cleared);
  expect(find(none, 'c-empty-state').heading).toBe('c.Issues_No_Match');
  await expectAccessible(none);
  find(none, '[data-id="clear"]').click();
  expect(cleared).toHaveBeenCalledTimes(1);
});
