import { expect, jest, test } from '@jest/globals';
import MappingFormula from 'c/mappingFormula';
import {
  change,
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

jest.mock(
  '@salesforce/label/c.Mapping_Fields_Formula_At',
  () => ({ default: 'Line {0}, character {1}: {2}' }),
  { virtual: true },
);

test('a formula that is wrong says where', async () => {
  const element = show(MappingFormula, { label: 'Formula', value: 'IF(\ntrue, 1,' });
  expect(textsOf(element, '[data-id="problem"]')[0]).toMatch(/^Line 2, character \d+: /);
  await expectAccessible(element);
});

test('a formula that is right, or not there yet, says nothing', () => {
  for (const value of ['1 + 1', '']) {
    const element = show(MappingFormula, { label: 'Formula', value });
    expect(isShown(element, '[data-id="problem"]')).toBe(false);
  }
});

test('every keystroke is told', () => {
  const element = show(MappingFormula, { label: 'Formula', value: '' });
  const said = jest.fn();
  element.addEventListener('formula', (event) => said((event as CustomEvent).detail));
  change(find(element, 'lightning-textarea'), '1');
  expect(said.mock.calls).toEqual([[{ value: '1' }]]);
});
