import { describe, expect, it } from 'vitest';
import { compileFormula } from '#mapping-engine/formula';
import { compileSourceFormula } from '#mapping-engine/formulaOfSources';
import { fault, refusal } from './formula-kit.ts';

describe('what is no formula is refused with its place', () => {
  it.each([
    ['"a" + 1', 6, "Incorrect parameter type for operator '+'. Expected Text, received Number"],
    [
      '1 + "a"',
      4,
      "Incorrect parameter type for operator '+'. Expected Number, Date, DateTime, received Text",
    ],
    [
      '1 + TRUE',
      4,
      "Incorrect parameter type for operator '+'. Expected Number, Date, DateTime, received Boolean",
    ],
    ['1 - TODAY()', 4, "Incorrect parameter type for operator '-'. Expected Number, received Date"],
    [
      'NOW() - TODAY()',
      8,
      "Incorrect parameter type for operator '-'. Expected Number, DateTime, received Date",
    ],
    [
      'TODAY() + TODAY()',
      10,
      "Incorrect parameter type for operator '+'. Expected Number, received Date",
    ],
    ['"a" * 2', 0, "Incorrect parameter type for operator '*'. Expected Number, received Text"],
    ['"a" & 2', 6, "Incorrect parameter type for operator '&'. Expected Text, received Number"],
    ['-"a"', 1, "Incorrect parameter type for operator '-'. Expected Number, received Text"],
    [
      'order.paid = order.day',
      13,
      "Incorrect parameter type for operator '='. Expected Boolean, received Date",
    ],
    [
      '"a" > "b"',
      0,
      "Incorrect parameter type for operator '>'. Expected Number, Date, DateTime, received Text",
    ],
    ['1 < TODAY()', 4, "Incorrect parameter type for operator '<'. Expected Number, received Date"],
    [
      'TRUE && 1',
      8,
      "Incorrect parameter type for operator '&&'. Expected Boolean, received Number",
    ],
    [
      'LEN(order.total)',
      4,
      "Incorrect parameter type for function 'LEN()'. Expected Text, received Number",
    ],
    [
      'YEAR(NOW())',
      5,
      "Incorrect parameter type for function 'YEAR()'. Expected Date, received DateTime",
    ],
    [
      'IF(1, 2, 3)',
      3,
      "Incorrect parameter type for function 'IF()'. Expected Boolean, received Number",
    ],
    [
      'IF(TRUE, 1, "a")',
      12,
      "Incorrect parameter type for function 'IF()'. Expected Number, received Text",
    ],
    [
      'CASE(1, "a", 2, 3)',
      8,
      "Incorrect parameter type for function 'CASE()'. Expected Number, received Text",
    ],
    ['CASE(1, 1, TRUE, FALSE)', 11, "Incorrect argument type for function 'CASE()'."],
    [
      'TEXT(TRUE)',
      5,
      "Incorrect parameter type for function 'TEXT()'. Expected Number, Date, DateTime, Time, Text, received Boolean",
    ],
    [
      'LEN("a", "b")',
      9,
      "Incorrect number of parameters for function 'LEN()'. Expected 1, received 2",
    ],
    [
      'LEFT("a")',
      0,
      "Incorrect number of parameters for function 'LEFT()'. Expected 2, received 1",
    ],
    [
      'CASE(1, 2, 3)',
      0,
      "Incorrect number of parameters for function 'CASE()'. Expected 4, received 3",
    ],
    ['1 + SUBSTITUT("a")', 4, 'Unknown function SUBSTITUT. Check spelling.'],
    ['order.totl + 1', 0, 'Field order.totl does not exist. Check spelling.'],
    ['IF(ISNEW(), 1, 2)', 3, 'Function ISNEW may not be used in this type of formula'],
    ['VLOOKUP(1, 2, 3)', 0, 'Function VLOOKUP may not be used in this type of formula'],
    ['', 0, 'Formula is empty.'],
    ['  /* nothing */ ', 0, 'Formula is empty.'],
    ['1 +', 3, 'Syntax error.  Missing expression'],
    ['(1 + 2', 0, "Syntax error.  Missing ')'"],
    ['LEN("a"', 3, "Syntax error.  Missing ')'"],
    ['1)', 1, "Syntax error.  Extra ')'"],
    ['1, 2', 1, "Syntax error.  Extra ','"],
    ['1 2', 2, "Syntax error.  Found '2'"],
    ['1 * / 2', 4, "Syntax error.  Found '/'"],
    ['LEN(,)', 4, "Syntax error.  Found ','"],
    ['"abc', 0, "Syntax error.  Missing '\"'"],
    ['"\\d"', 1, "Syntax error.  Found '\\d'"],
    ['1 /* x', 2, "Syntax error.  Missing '*/'"],
    ['“a”', 0, "Syntax error.  Found '“'"],
    ['1 % 2', 2, "Syntax error.  Found '%'"],
    [
      'REGEX("a", "(?=a)a")',
      11,
      'Invalid regular expression: it looks ahead or back, or has flags other than (?i) and (?s)',
    ],
    ['REGEX("a", "(a)\\\\1")', 11, 'Invalid regular expression: it refers back to a group'],
  ])('%s, at %i: %s', (text, at, message) => {
    const error = refusal(text);
    expect(error.message).toBe(message);
    expect(error.at).toBe(at);
    expect(error.fix).toMatch(/[.?]$/);
  });

  it('tells how to mend a wrong type, a wrong name and a wrong quote', () => {
    expect(refusal('"a" & 1').fix).toBe('Put it into TEXT(…).');
    expect(refusal('VALUE("1") + "2"').fix).toBe('Put it into VALUE(…).');
    expect(refusal('YEAR(NOW())').fix).toBe('Put it into DATEVALUE(…).');
    expect(refusal('SUBSTITUT("a", "b", "c")').fix).toBe('Did you mean SUBSTITUTE?');
    expect(refusal('“a”').fix).toBe('Use straight quotes: "…".');
    expect(refusal('VLOOKUP(1)').fix).toBe('A mapping cannot answer it: it needs data of the org.');
  });

  it('says in one sentence with the place what a row with such a formula suffers from', () => {
    expect(() => compileSourceFormula('order.total & "x"')).toThrow(
      "Incorrect parameter type for operator '&'. Expected Text, received Number, " +
        'at character 1 of the formula. Put it into TEXT(…).',
    );
  });
});

describe('what a formula says about itself', () => {
  it('names the fields it needs once each, and the type of its answer', () => {
    const formula = compileFormula('order.total > 1 && order.total < value', () => 'number');
    expect(formula.paths).toEqual(['order.total', 'value']);
    expect(formula.returns).toBe('boolean');
    expect(compileFormula('order.a + order.b').returns).toBe('any');
    expect(compileFormula('TODAY() + 1').returns).toBe('date');
    expect(compileFormula('TIMENOW()').returns).toBe('text');
    expect(compileFormula('IF(TRUE, NULL, 1)').returns).toBe('number');
  });

  it('takes any field below raw for one that may be there', () => {
    expect(compileFormula('order.raw.x', () => undefined).returns).toBe('any');
  });
});

describe('what goes wrong when a formula runs is said, never shown as a value', () => {
  it.each([
    ['1 / 0', 'leads to a division by zero'],
    ['MOD(1, 0)', 'leads to a division by zero'],
    ['0 ^ -1', 'leads to a division by zero'],
    ['4 ^ 0.5', 'leads to a power whose exponent is no whole number'],
    ['10 ^ 65', 'leads to a power that is too big (#Too Big!)'],
    ['10 ^ 60 * 10 ^ 10', 'leads to a number of more than 64 digits (#Too Big!)'],
    ['SQRT(-1)', 'leads to the square root of a negative number'],
    ['LN(0)', 'leads to the logarithm of a number that is not above zero'],
    ['EXP(1000)', 'leads to a power that is too big (#Too Big!)'],
    ['DATE(2023, 2, 29)', 'leads to a date that no calendar has; years are 1 to 9999'],
    ['TODAY() + 9999999', 'leads to a date that no calendar has; years are 1 to 9999'],
    ['DATEVALUE("soon")', 'leads to text of 4 characters where Date is needed'],
    ['TIMEVALUE("25:00:00")', 'leads to text of 8 characters where Time is needed'],
    ['VALUE("abc")', 'leads to VALUE of a text that is no number'],
    ['CHR(0)', 'leads to a character that does not exist'],
    ['order.raw.name + 1', 'leads to text of 3 characters where Number is needed'],
    ['order.raw.name > 1', 'leads to Text and Number, which do not go together'],
    ['order.raw.list & "x"', 'leads to Multi-Select Picklist where Text is needed'],
    ['order.raw.record', 'leads to a record; name one of its fields'],
    ['IF(order.raw.name, 1, 2)', 'leads to text of 3 characters where Boolean is needed'],
  ])('The value of %s %s', (text, message) => {
    expect(fault(text)).toBe(message);
  });

  it('names the field whose value is not of its type', () => {
    const formula = compileFormula('order.total + 1', () => 'number');
    expect(() => formula.evaluate(() => 'much', new Date())).toThrow(
      'leads to text of 4 characters where Number is needed, in order.total',
    );
  });
});
