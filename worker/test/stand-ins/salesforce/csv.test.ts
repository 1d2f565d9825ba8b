import { describe, expect, it } from 'vitest';
import { CsvError, parseCsv, writeCsv } from '../../../stand-ins/salesforce/bulk/csv.ts';

describe('a CSV text', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a, b","say ""hi""","two\nlines"\n', [['a, b', 'say "hi"', 'two\nlines']]],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,', [['a', '']]],
    ['a\n\nb', [['a'], ['b']]],
    ['""\n', []],
    ['\uFEFFName\nx', [['Name'], ['x']]],
    [' a , b \n', [[' a ', ' b ']]],
    ['', []],
  ])('%j is read as %j', (text, rows) => {
    expect(parseCsv(text, ',')).toEqual(rows);
  });

  it.each(['"a', 'a"b', '"a"b'])('%j is refused', (text) => {
    expect(() => parseCsv(text, ',')).toThrow(CsvError);
  });

  it('written and read again is what it was, whatever is in it', () => {
    const rows = [
      ['a;b', '"', 'x\r\ny'],
      ['', ' ', "'"],
    ];
    expect(parseCsv(writeCsv(rows, ';', '\r\n'), ';')).toEqual(rows);
  });
});
