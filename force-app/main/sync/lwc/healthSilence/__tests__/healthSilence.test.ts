import { expect, test } from '@jest/globals';
import HealthSilence from 'c/healthSilence';
import { expectAccessible, find, show, textsOf } from '../../../../shared/lwc/query/__tests__/kit';

test('silence is an alert with what it means, what to do, and where', async () => {
  const silence = show(HealthSilence, { heardAt: '2026-01-01T12:00:00Z' });
  expect(find(silence, '[role="alert"]').textContent).toContain('c.Health_Silent');
  expect(textsOf(silence, 'p')).toEqual(['c.Health_Silent_Means', 'c.Health_Silent_Next']);
  expect(find(silence, 'c-tab-button').tab).toBe('Setup_Assistant');
  await expectAccessible(silence);
});
