import { expect, test } from '@jest/globals';
import MappingTried from 'c/mappingTried';
import { tryAll } from 'c/mappingView';
import { row, someMapping } from '../../mappingFields/__tests__/mappings';
import { expectAccessible, show, textsOf } from '../../../../shared/lwc/query/__tests__/kit';

const inputs = (...numbers: unknown[]) => numbers.map((number) => ({ order: { number } }));

test('problems come first, then the most frequent results', () => {
  const number = row('number', { steps: [{ step: 'trim' }] });
  const tried = tryAll(someMapping([number]), 'Order__c', number, inputs('1', '2', '2', {}));
  expect(
    tried.map(({ kind, text, samples }) => [kind, kind === 'value' ? text : '', samples]),
  ).toEqual([
    ['problem', '', 1],
    ['value', '2', 2],
    ['value', '1', 1],
  ]);
});

test('at most fifty samples are tried, and a row that loses to another is tried all the same', () => {
  const second = row('second');
  const mapping = someMapping([row('first'), second]);
  const tried = tryAll(mapping, 'Order__c', second, inputs(...Array(60).fill('1')));
  expect(tried).toEqual([{ kind: 'value', text: '1', samples: 50 }]);
});

test('results are listed with how many samples give them', async () => {
  const tried = Array.from({ length: 20 }, (_, at) => ({
    kind: 'value',
    text: `${at}`,
    samples: 1,
  }));
  const element = show(MappingTried, { tried, samples: 20 });
  expect(textsOf(element, 'tbody tr')).toHaveLength(15);
  expect(textsOf(element, '.weak')).toEqual(['c.Mapping_Fields_Try_All_More']);
  await expectAccessible(element);
});
