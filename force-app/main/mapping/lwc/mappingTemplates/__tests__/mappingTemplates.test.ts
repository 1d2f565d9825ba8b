import { expect, test } from '@jest/globals';
import MappingTemplates from 'c/mappingTemplates';
import type { Mapping } from 'c/mappingEngine';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { MAPPING, OTHER } from '../../mappingData/__tests__/records';

function heard(element: Element): Mapping[] {
  const mappings: Mapping[] = [];
  element.addEventListener('change', (event) => {
    const { detail } = event as CustomEvent<{ mapping?: Mapping }>;
    if (detail.mapping) mappings.push(detail.mapping);
  });
  return mappings;
}

test('what a template has and the draft lacks is taken only when it was chosen', async () => {
  const element = show(MappingTemplates, { mapping: OTHER });
  const mappings = heard(element);
  expect(find(element, '[data-id="take"]').disabled).toBe(true);
  const box = find(element, '.changes lightning-input');
  box.checked = true;
  box.dispatchEvent(new CustomEvent('change'));
  await settle();
  find(element, '[data-id="take"]').click();
  expect(mappings.map(({ targets }) => targets.length)).toEqual([MAPPING.targets.length]);
  await expectAccessible(element);
});

test('the whole can begin again with another template, in the country of the shop', async () => {
  const own = { ...OTHER, settings: { country: 'DE', timeZone: 'Europe/Berlin' } };
  const element = show(MappingTemplates, { mapping: own });
  const mappings = heard(element);
  const detail = { value: 'clarity-b2b' };
  find(element, '[data-id="template"]').dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
  find(element, '[data-id="begin"]').click();
  expect(mappings[0]).toMatchObject({
    ...{ template: { name: 'clarity-b2b' }, settings: own.settings },
  });
});

test('a draft that has all of it says so, and who may only look takes nothing', async () => {
  const element = show(MappingTemplates, { mapping: MAPPING });
  expect(textsOf(element, '[role="status"]')).toEqual(['c.Mapping_Templates_Alike']);
  expect(isShown(element, '[data-id="take"]')).toBe(false);
  await expectAccessible(element);
  const reader = show(MappingTemplates, { mapping: OTHER, readOnly: true });
  expect(isShown(reader, '.changes lightning-input')).toBe(false);
  expect(textsOf(reader, '.changes li')).toHaveLength(1);
});
