import { expect, test } from '@jest/globals';
import JobStatus from 'c/jobStatus';
import { expectAccessible, find, show, textsOf } from '../../query/__tests__/kit';

test.each([
  ['Requested', 'c.Jobs_Status_Requested', 'utility:clock'],
  ['Running', 'c.Jobs_Status_Running', 'utility:sync'],
  ['Paused', 'c.Jobs_Status_Paused', 'utility:pause'],
  ['Done', 'c.Jobs_Status_Done', 'utility:success'],
  ['Failed', 'c.Jobs_Status_Failed', 'utility:error'],
  ['Canceled', 'c.Jobs_Status_Canceled', 'utility:ban'],
  ['Not Available', 'c.Jobs_Status_Not_Available', 'utility:info'],
  ['Dreaming', 'Dreaming', 'utility:info'],
])('%s is a text and an icon', async (status, text, icon) => {
  const shown = show(JobStatus, { status });
  expect(textsOf(shown, '.status span')).toEqual([text]);
  expect(find(shown, 'lightning-icon').iconName).toBe(icon);
  await expectAccessible(shown);
});
