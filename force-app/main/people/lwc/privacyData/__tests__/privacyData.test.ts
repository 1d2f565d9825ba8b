import { expect, test } from '@jest/globals';
import { fileIn, foundIn, receiptIn, recordIdsOf, whoIn } from 'c/privacyData';
import { FOUND, RECEIPT } from './answers';

test.each([
  [' anna@example.com ', { email: 'anna@example.com' }],
  ['shop-1:customer:11', { customerKey: 'shop-1:customer:11' }],
  ['shop-1:guest:anna@example.com', { customerKey: 'shop-1:guest:anna@example.com' }],
  ['003Cb0000000001', { recordId: '003Cb0000000001' }],
  ['00QCb0000000001MAA', { recordId: '00QCb0000000001MAA' }],
  ['Anna Keller', undefined],
  ['500Cb0000000001', undefined],
  ['', undefined],
])('what is typed as "%s" names %j', (typed, who) => {
  expect(whoIn(typed)).toEqual(who);
});

test('what was found is read, with the records whose names are worth showing', () => {
  const found = foundIn(JSON.stringify(FOUND));
  expect(found).toEqual(FOUND);
  expect(found && recordIdsOf(found)).toEqual(['003A']);
});

test('an answer that is not what was agreed is none', () => {
  expect([foundIn('{"peo'), foundIn('{}'), receiptIn('null'), receiptIn('{}')]).toEqual([
    ...[undefined, undefined, undefined, undefined],
  ]);
});

test('a receipt is verified only where the worker says so', () => {
  expect(receiptIn(JSON.stringify(RECEIPT))).toEqual(RECEIPT);
  expect(receiptIn('{"erasure":"e1"}')).toMatchObject({ verified: false, remaining: [] });
});

test('a file is put together from its parts, in their order', () => {
  const part = (number: number, text: string): string =>
    JSON.stringify({ part: number, parts: 2, text });
  expect(fileIn([part(2, '1}'), part(1, '{"a":')])).toBe('{"a":1}');
  expect(fileIn([part(1, '{"a":')])).toBeUndefined();
  expect(fileIn([])).toBeUndefined();
});
