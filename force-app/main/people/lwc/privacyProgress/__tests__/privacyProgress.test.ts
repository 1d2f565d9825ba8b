import { expect, test } from '@jest/globals';
import PrivacyProgress from 'c/privacyProgress';
import {
  expectAccessible,
  find,
  isShown,
  minutesAgo,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

test('what is under way is told, with how far it is', async () => {
  const job = { total: 4, completed: 1 };
  const element = show(PrivacyProgress, { kind: 'Erase Person', isBusy: true, job });
  expect(textsOf(element, '[data-id="under-way"] span')).toContain('c.Privacy_Erasing');
  expect(find(element, 'c-progress').percent).toBe(25);
  await expectAccessible(element);
});

test('a silent worker is told of, and an idle one of nothing', () => {
  const silent = show(PrivacyProgress, { heardAt: minutesAgo(30) });
  expect(textsOf(silent, '[data-id="silent"]')).toEqual(['c.Privacy_Silent']);
  const idle = show(PrivacyProgress, { kind: 'Find Person', heardAt: minutesAgo(1) });
  expect(isShown(idle, 'p, div')).toBe(false);
});
