import { expect, test } from '@jest/globals';
import { rawPathsOf, seenPathsIn, shown, sourceChoices, typedPath, valueAt } from 'c/mappingView';

const input = {
  order: {
    number: '1001',
    items: [{ sku: 'A' }, { sku: 'B' }],
    raw: {
      note: 'Ring',
      deep: { a: { b: 1 } },
      abyss: { a: { b: { c: { d: { e: 1 } } } } },
      'a.b': 1,
      list: [{ x: 1 }],
    },
  },
};

test('sources have the value of the sample beside them', () => {
  const choices = sourceChoices('order', input, undefined);
  expect(choices.find(({ value }) => value === 'order.number')).toMatchObject({
    ...{ meta: '1001', detail: 'order.number', group: 'c.Mapping_Fields_Kind_Order' },
  });
  expect(choices.find(({ value }) => value === 'order.raw.note')).toMatchObject({
    ...{ meta: 'Ring', group: 'c.Mapping_Fields_Source_Seen' },
  });
});

test("of a known platform's records the documented fields are offered, of any other what is there", () => {
  const sources = (platform: string) =>
    sourceChoices('order', { ...input, shop: { platform } }, undefined)
      .map(({ value }) => value)
      .filter((value) => value.startsWith('order.raw.'));
  expect(sources('BigCommerce')).toContain('order.raw.staff_notes');
  expect(sources('Clarity eCommerce')).toContain('order.raw.purchaseOrderNumber');
  expect(sources('Corner Shop')).toEqual(rawPathsOf(input));
});

test('what other samples had can be chosen too, and each path once', () => {
  const choices = sourceChoices('order', input, new Set(['order.raw.note', 'order.raw.gift']));
  const values = choices.map(({ value }) => value);
  expect(values).toContain('order.raw.gift');
  expect(new Set(values).size).toBe(values.length);
});

test("the shop's own record is looked through to a depth, lists as a whole", () => {
  expect(rawPathsOf(input)).toEqual(['order.raw.note', 'order.raw.deep.a.b', 'order.raw.list']);
  const sample = { kind: 'order', id: '1', title: '', input } as const;
  expect(seenPathsIn([sample]).has('order.raw.note')).toBe(true);
});

test('a typed path is one when it looks like one', () => {
  expect(typedPath(' order.raw.x_1 ')?.value).toBe('order.raw.x_1');
  for (const text of ['', '.', 'a..b', 'two words', '1a', '@x'])
    expect(typedPath(text)).toBe(undefined);
});

test('values are read as rows read them, and never through a forbidden name', () => {
  expect(valueAt(input, 'order.items.sku')).toEqual(['A', 'B']);
  expect(valueAt(input, 'order.__proto__.x')).toBe(undefined);
  expect(valueAt(undefined, '')).toBe(undefined);
});

test('a value is shown in one line of bounded length', () => {
  expect(shown(true)).toBe('c.Mapping_Fields_Yes');
  expect(shown([{ name: 'Mug' }, null, { id: 3 }, {}])).toBe('Mug, 3, c.Mapping_Fields_A_Record');
  expect(shown('x'.repeat(200))).toHaveLength(160);
  expect(shown(null)).toBe('');
});
