import { expect, jest, test } from '@jest/globals';
import SetupMapping from 'c/setupMapping';
import {
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { factsOf, MAPPING } from '../../setupFacts/__tests__/answers';

jest.mock('lightning/navigation', () =>
  jest.requireActual('../../../../shared/lwc/query/__tests__/navigation'),
);

test('the version in use is said for each shop, with what the worker found about its fields', async () => {
  const drafted = { ...MAPPING, Id: 'a03000000000002', Draft_Base__c: 2 };
  const step = show(SetupMapping, { facts: factsOf({ mappings: [MAPPING, drafted] }) });
  expect(textsOf(step, '[data-id="mappings"] li')).toEqual([
    ...['c.Setup_Mapping_In_Use', 'c.Setup_Mapping_Draft'],
  ]);
  expect(textsOf(step, '[data-id="found"] li')).toEqual(['The worker may write all fields.']);
  await expectAccessible(step);
});

test('before a shop is connected, and before the first check, it says so', async () => {
  const step = show(SetupMapping, { facts: factsOf({ worker: [], mappings: [] }) });
  expect(isShown(step, '[data-id="none"]')).toBe(true);
  expect(textsOf(step, 'p')).toContain('c.Setup_Mapping_Unknown');
  await expectAccessible(step);
});

test('its action opens the mapping', () => {
  const step = show(SetupMapping, { facts: factsOf() });
  expect(find(step, '[data-id="open"]')).toMatchObject({ tab: 'Mapping' });
});
