import { expect, jest, test } from '@jest/globals';
import IssueGroups from 'c/issueGroups';
import { expectAccessible, show } from '../../../../shared/lwc/query/__tests__/kit';

test('causes are counted, their sum first, and the chosen one is told', async () => {
  const counts = [
    { cause: 'record_data', count: 1200 },
    { cause: 'brand_new', count: 34 },
  ];
  const groups = show(IssueGroups, { groups: counts, cause: 'brand_new' });
  const buttons = [...(groups.shadowRoot?.querySelectorAll('button') ?? [])];
  expect(buttons.map((button) => button.textContent?.replace(/c\.Issues_Issues_Word/, ''))).toEqual(
    ['c.Issues_All_Causes1,234', 'c.Issues_Cause_Record_Data1,200', 'brand_new34'],
  );
  expect(buttons.map((button) => button.getAttribute('aria-current'))).toEqual([
    'false',
    'false',
    'true',
  ]);
  const chosen = jest.fn();
  groups.addEventListener('cause', (event) => chosen((event as CustomEvent).detail as never));
  buttons[0]?.click();
  expect(chosen).toHaveBeenCalledWith({ cause: '' });
  await expectAccessible(groups);
});
