import { expect, test } from '@jest/globals';
import { readPasted } from 'c/mappingView';

test('a sample, and a record as rows see it, are taken as they are', () => {
  const input = { order: { number: '7' } };
  const sample = JSON.stringify({ kind: 'order', id: '7', title: 'Order 7', input });
  expect(readPasted(sample, 'order')).toEqual({ input, note: '' });
  expect(readPasted(JSON.stringify(input), 'order')).toEqual({ input, note: '' });
});

test("the shop's own record is taken as such, and that is said", () => {
  expect(readPasted('{"id": 7}', 'order')).toEqual({
    input: { order: { raw: { id: 7 } } },
    note: 'c.Mapping_Fields_Pasted_Raw',
  });
});

test('what is no record is refused with what to do', () => {
  expect(readPasted('  ', 'cart')).toEqual({ refusal: 'c.Mapping_Fields_Paste_Blank' });
  expect(readPasted('[1]', 'cart')).toEqual({ refusal: 'c.Mapping_Fields_Paste_No_Object' });
  expect(readPasted('null', 'cart')).toEqual({ refusal: 'c.Mapping_Fields_Paste_No_Object' });
  expect(readPasted('{"id": 5, }', 'cart')).toEqual({ refusal: 'c.Mapping_Fields_Paste_Syntax' });
  expect(readPasted(`"${'x'.repeat(1_000_001)}"`, 'cart')).toEqual({
    refusal: 'c.Mapping_Fields_Paste_Too_Long',
  });
});

test('a sample of another kind is refused', () => {
  const sample = '{"kind": "cart", "input": {"cart": {}}}';
  expect(readPasted(sample, 'order')).toEqual({ refusal: 'c.Mapping_Fields_Paste_Other_Kind' });
});
