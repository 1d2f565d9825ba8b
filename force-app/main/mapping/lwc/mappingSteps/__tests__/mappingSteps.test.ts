import { expect, jest, test } from '@jest/globals';
import type { Row, Step } from 'c/mappingEngine';
import MappingSteps from 'c/mappingSteps';
import type { Choice } from 'c/mappingView';
import { row } from '../../mappingFields/__tests__/mappings';
import {
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

const STEPS: Step[] = [{ step: 'trim' }, { step: 'truncate', length: 3 }];

function shown(more: Partial<Row> = {}, properties: object = {}) {
  const element = show(MappingSteps, { row: row('a', { steps: STEPS, ...more }), ...properties });
  const said = jest.fn();
  element.addEventListener('row', (event) => said((event as CustomEvent).detail.changes.steps));
  return { element, said };
}

const stepAt = (element: HTMLElement, at: number) =>
  find(element, `c-mapping-step[data-at="${at}"]`);

test('each step shows the value of the sample after it', async () => {
  const steps = [
    { step: 'trim', value: 'Berlin' },
    { step: 'truncate', value: '' },
  ];
  const { element } = shown({}, { hasSample: true, trace: { sources: [], steps } });
  expect(textsOf(stepAt(element, 0), '[data-id="after"]')).toEqual(['Berlin']);
  expect(textsOf(stepAt(element, 1), '[data-id="after"]')).toEqual(['c.Mapping_Fields_Blank']);
  await expectAccessible(element);
});

test('a step that fails says why, and what comes after it says nothing', async () => {
  const problem = { step: 'truncate', reason: 'The value is a list.' };
  const trace = { sources: [], steps: [{ step: 'trim', value: 'x' }], problem };
  const { element } = shown({}, { hasSample: true, trace });
  expect(textsOf(stepAt(element, 1), '.problem')).toEqual(['The value is a list.']);
  expect(isShown(stepAt(element, 1), '[data-id="after"]')).toBe(false);
  await expectAccessible(element);
});

test('a formula that is wrong says it at its field and not twice', () => {
  const problem = { step: 'formula', reason: 'Missing parenthesis.' };
  const steps = [{ step: 'formula', text: 'IF(value' }] as Step[];
  const { element } = shown({ steps }, { trace: { sources: [], steps: [], problem } });
  expect(isShown(stepAt(element, 0), '.problem')).toBe(false);
  const right = [{ step: 'formula', text: 'value' }] as Step[];
  const { element: other } = shown(
    { steps: right },
    { trace: { sources: [], steps: [], problem } },
  );
  expect(textsOf(stepAt(other, 0), '.problem')).toEqual(['Missing parenthesis.']);
});

test('a step is added with what it needs, its length that of the field', () => {
  const { element, said } = shown({ steps: [] }, { fieldLength: 40 });
  const { choices } = find(element, 'c-mapping-lookup') as unknown as { choices: Choice[] };
  expect(choices.find(({ value }) => value === 'trim')).toMatchObject({
    ...{ label: 'Trim', group: 'c.Mapping_Fields_Group_Text' },
  });
  const detail = { value: 'truncate' };
  find(element, 'c-mapping-lookup').dispatchEvent(new CustomEvent('choose', { detail }));
  expect(said.mock.calls).toEqual([[[{ step: 'truncate', length: 40 }]]]);
});

test('steps are moved and removed by buttons; the first cannot go up', () => {
  const { element, said } = shown();
  expect(find(stepAt(element, 0), '[data-by="-1"]').disabled).toBe(true);
  find(stepAt(element, 1), '[data-by="-1"]').click();
  find(stepAt(element, 0), '[data-id="remove"]').click();
  expect(said.mock.calls).toEqual([[[STEPS[1], STEPS[0]]], [[STEPS[1]]]]);
});

test('a parameter that is taken back is left out of the step', () => {
  const { element, said } = shown();
  const param = find(stepAt(element, 1), 'c-mapping-param');
  const detail = { name: 'length', value: 5, typed: true };
  param.dispatchEvent(new CustomEvent('param', { detail }));
  expect(said.mock.calls).toEqual([[[STEPS[0], { step: 'truncate', length: 5 }]]]);
});

test('steps over items offer what the items of the sample have', () => {
  const sources = [{ path: 'order.items', value: [{ name: 'Mug', total: '12.50', raw: {} }] }];
  const steps: Step[] = [{ step: 'sumOf', field: 'total' } as unknown as Step];
  const { element } = shown({ steps }, { trace: { sources, steps: [] } });
  const { choices } = stepAt(element, 0) as unknown as { choices: Choice[] };
  expect(choices.map(({ value, meta }) => [value, meta])).toEqual([
    ['name', 'Mug'],
    ['total', '12.50'],
  ]);
});

test('a link takes no steps', async () => {
  const { element } = shown({ source: ['@person'], steps: [] });
  expect(textsOf(element, '.weak')).toEqual(['c.Mapping_Fields_Link_No_Steps']);
  await expectAccessible(element);
});
