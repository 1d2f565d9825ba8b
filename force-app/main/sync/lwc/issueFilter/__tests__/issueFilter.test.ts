import { afterEach, expect, jest, test } from '@jest/globals';
import { START } from 'c/issueData';
import IssueFilter from 'c/issueFilter';
import { change, expectAccessible, find, show } from '../../../../shared/lwc/query/__tests__/kit';

afterEach(() => {
  jest.useRealTimers();
});

function filterOf(): { filter: HTMLElement; told: jest.Mock } {
  const filter = show(IssueFilter, { filter: START, shops: [{ id: 'a02', name: 'Sample' }] });
  const told = jest.fn();
  filter.addEventListener('filter', (event) => told((event as CustomEvent).detail as never));
  return { filter, told };
}

test('a choice tells what changed', async () => {
  const { filter, told } = filterOf();
  change(find(filter, 'lightning-combobox[data-id="shopId"]'), 'a02');
  expect(told).toHaveBeenCalledWith({ shopId: 'a02' });
  await expectAccessible(filter);
});

test('a text is searched once typing is over, not for every letter', () => {
  jest.useFakeTimers();
  const { filter, told } = filterOf();
  change(find(filter, 'lightning-input'), '10');
  change(find(filter, 'lightning-input'), '1023');
  jest.advanceTimersByTime(300);
  expect(told.mock.calls).toEqual([[{ text: '1023' }]]);
});
