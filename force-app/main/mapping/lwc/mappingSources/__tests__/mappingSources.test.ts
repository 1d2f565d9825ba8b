import { expect, jest, test } from '@jest/globals';
import type { Row } from 'c/mappingEngine';
import MappingSources from 'c/mappingSources';
import type { Choice } from 'c/mappingView';
import { row } from '../../mappingFields/__tests__/mappings';
import {
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

const choice = (value: string): Choice => ({
  ...{ value, label: `Label of ${value}`, detail: value, meta: '', group: '' },
});

function shown(more: Partial<Row>, properties: object = {}) {
  const choices = ['order.number', 'order.total', '@person'].map(choice);
  const element = show(MappingSources, { row: row('a', more), choices, ...properties });
  const said = jest.fn();
  element.addEventListener('row', (event) => said((event as CustomEvent).detail.changes));
  return { element, said };
}

function choose(element: HTMLElement, value: string): void {
  const lookup = find(element, 'c-mapping-lookup');
  lookup.dispatchEvent(new CustomEvent('choose', { detail: { value } }));
}

test('each source has its label, its path and the value of the sample', async () => {
  const trace = { sources: [{ path: 'order.number', value: '1001' }] };
  const { element } = shown({}, { trace });
  expect(textsOf(element, '.name')).toEqual(['Label of order.number']);
  expect(textsOf(element, '.sample')).toEqual(['1001']);
  await expectAccessible(element);
});

test('a further source is added and one is removed', () => {
  const { element, said } = shown({});
  choose(element, 'order.total');
  find(element, 'lightning-button-icon').click();
  expect(said.mock.calls).toEqual([
    [{ source: ['order.number', 'order.total'] }],
    [{ source: [] }],
  ]);
});

test('a link stands alone, and takes the steps away', () => {
  const { element, said } = shown({ source: [], steps: [{ step: 'trim' }] });
  choose(element, '@person');
  expect(said.mock.calls).toEqual([[{ source: ['@person'], steps: [] }]]);
  expect(isShown(shown({ source: ['@person'] }).element, 'c-mapping-lookup')).toBe(false);
  const { choices } = find(shown({}).element, 'c-mapping-lookup') as unknown as {
    choices: Choice[];
  };
  expect(choices.map(({ value }) => value)).toEqual(['order.total']);
});

test('a row without a source but with a default says that its value is fixed', async () => {
  const { element } = shown({ source: [], default: 'Web' });
  expect(textsOf(element, '.weak')).toEqual(['c.Mapping_Fields_Fixed_Help']);
  await expectAccessible(element);
});

test('who may only read sees the sources and no field', () => {
  const { element } = shown({}, { readOnly: true });
  expect(textsOf(element, '.name')).toHaveLength(1);
  expect(isShown(element, 'c-mapping-lookup')).toBe(false);
});
