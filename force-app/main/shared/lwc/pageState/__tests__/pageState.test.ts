import { expect, jest, test } from '@jest/globals';
import PageState from 'c/pageState';
import { expectAccessible, find, isShown, show } from '../../query/__tests__/kit';

const words = { heading: 'Nothing yet', text: 'Do this.' };

test('a page that loads turns', async () => {
  const element = show(PageState, { state: 'loading', words });
  expect(isShown(element, 'lightning-spinner')).toBe(true);
  await expectAccessible(element);
});

test('a page that failed can be tried again', async () => {
  const element = show(PageState, { state: 'failed', words });
  const again = jest.fn();
  element.addEventListener('again', again);
  find(element, 'lightning-button').click();
  expect(again).toHaveBeenCalledTimes(1);
  await expectAccessible(element);
});

test.each([
  ['empty', 'utility:info'],
  ['hidden', 'utility:lock'],
])('a page that is %s says why, with an icon', async (state, icon) => {
  const element = show(PageState, { state, words });
  expect(find(element, 'c-empty-state')).toMatchObject({ ...words, iconName: icon });
  await expectAccessible(element);
});
