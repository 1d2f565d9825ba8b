import { expect, test } from '@jest/globals';
import MappingFindings from 'c/mappingFindings';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { finding } from '../../mappingData/__tests__/records';

const MANY = Array.from({ length: 40 }, (_, at) =>
  finding({ target: at % 2 ? 'Lead' : 'Order__c', what: `Row ${at}.` }),
);

test('findings stand below their object, each with what to do', async () => {
  const element = show(MappingFindings, { findings: [finding(), finding({ target: '' })] });
  expect(textsOf(element, '[data-id="target"]')).toEqual(['Order__c']);
  expect(textsOf(element, 'li span')).toEqual(['Add a step.', 'Add a step.']);
  await expectAccessible(element);
});

test('of many the first are shown, and all when they are wanted', async () => {
  const element = show(MappingFindings, { findings: MANY });
  expect(textsOf(element, 'li')).toHaveLength(10);
  find(element, '[data-id="more"]').click();
  await settle();
  expect(textsOf(element, 'li')).toHaveLength(40);
  expect(textsOf(element, '[data-id="target"]')).toEqual(['Order__c', 'Lead']);
  expect(isShown(element, '[data-id="more"]')).toBe(false);
  await expectAccessible(element);
});
