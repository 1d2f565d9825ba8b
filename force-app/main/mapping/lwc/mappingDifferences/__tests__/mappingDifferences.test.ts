import { expect, test } from '@jest/globals';
import MappingDifferences from 'c/mappingDifferences';
import type { Change } from 'c/mappingEngine';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

const change = (kind: Change['kind'], target: string): Change => ({
  ...{ kind, target, row: 'r1', what: `Something ${kind}.` },
});

test('changes stand below their object, and an icon with a word tells their kind', async () => {
  const changes = [change('added', 'Lead'), change('removed', 'Lead'), change('moved', 'Contact')];
  const element = show(MappingDifferences, { changes });
  expect(textsOf(element, '[data-id="target"]')).toEqual(['Lead', 'Contact']);
  const icons = [...(element.shadowRoot?.querySelectorAll('lightning-icon') ?? [])];
  expect(
    icons.map((icon) => (icon as unknown as { alternativeText: string }).alternativeText),
  ).toEqual(['Added', 'Removed', 'Moved'].map((kind) => `c.Mapping_Differences_${kind}`));
  await expectAccessible(element);
});

test('of many the first are shown, and all when they are wanted', async () => {
  const changes = Array.from({ length: 40 }, () => change('changed', ''));
  const element = show(MappingDifferences, { changes });
  expect(textsOf(element, 'li')).toHaveLength(15);
  find(element, '[data-id="more"]').click();
  await settle();
  expect(textsOf(element, 'li')).toHaveLength(40);
  expect(isShown(element, '[data-id="more"]')).toBe(false);
});
