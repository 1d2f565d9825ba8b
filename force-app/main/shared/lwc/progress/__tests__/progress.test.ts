import { expect, test } from '@jest/globals';
import Progress from 'c/progress';
import { expectAccessible, find, show } from '../../query/__tests__/kit';

test('how much is done is seen as a width and heard as a number with a name', async () => {
  const bar = find(show(Progress, { percent: 40, label: '4 of 10' }), '[role="progressbar"]');
  expect(bar.getAttribute('aria-valuenow')).toBe('40');
  expect(bar.getAttribute('aria-label')).toBe('4 of 10');
  expect(bar.querySelector('span')?.getAttribute('style')).toContain('40%');
  await expectAccessible(bar);
});
