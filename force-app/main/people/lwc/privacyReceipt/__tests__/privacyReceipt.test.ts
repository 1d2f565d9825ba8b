import { expect, test } from '@jest/globals';
import PrivacyReceipt from 'c/privacyReceipt';
import {
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { PLACES, RECEIPT } from '../../privacyData/__tests__/answers';

test('an erasure that was verified says so, with what is left to do', async () => {
  const element = show(PrivacyReceipt, { receipt: RECEIPT, jobId: 'j1' });
  expect(textsOf(element, '[data-id="done"]')).toEqual(['c.Privacy_Done']);
  expect(isShown(element, '[data-id="remaining"]')).toBe(false);
  expect(find(element, 'c-privacy-left').leftToDo).toEqual(RECEIPT.leftToDo);
  await expectAccessible(element);
});

test('what is still there is listed, and nothing is called verified', async () => {
  const receipt = { ...RECEIPT, verified: false, remaining: PLACES.slice(0, 1) };
  const element = show(PrivacyReceipt, { receipt, jobId: 'j1' });
  expect(textsOf(element, '[data-id="done"]')).toEqual(['c.Privacy_Not_Verified']);
  expect(find(element, '[data-id="remaining"]').places).toHaveLength(1);
  await expectAccessible(element);
});
