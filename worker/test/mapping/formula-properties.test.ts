import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFormula, FormulaError, FUNCTION_NAMES } from '#mapping-engine/formula';
import { compilePattern } from '#mapping-engine/formulaPattern';
import { searchFor, splitAt } from '#mapping-engine/formulaSearch';
import { add, compare, divide, multiply, round, subtract } from '#mapping-engine/money';
import { StepError } from '#mapping-engine/values';
import { answer, NOW } from './formula-kit.ts';

/** Pieces that make formulas which nearly work, so that the depths are reached too. */
const PIECES = [
  ...FUNCTION_NAMES.map((name) => `${name}(`),
  ...['(', ')', ')', ')', ',', ',', ' ', '+', '-', '*', '/', '^', '&', '&&', '||', '=', '<>', '<'],
  ...['1', '2.5', '0', '"a"', '"1"', "'x'", '"2026-01-02"', 'TRUE', 'NULL', 'a.b', 'a.raw.c', '!'],
  ...['"', "'", '/*', '\\', '.', '$', '€', '\n', '1000000', '"(a+)+$"', 'NOT '],
];
const nearFormula = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 24 })
  .map((pieces) => pieces.join(''));

/** All signs there are, also halves of one. */
const anyText = fc
  .array(fc.nat({ max: 0xffff }), { maxLength: 200 })
  .map((codes) => String.fromCharCode(...codes));

const jsonValue = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.constant({ toString: 1 }),
  fc.constantFrom('12.50', '2026-02-30', '2026-02-28', '2026-02-28T00:00:00Z', '1e399', '10:00:00'),
);

/** Compiles and asks; whatever comes, only these two kinds of errors may. */
function ask(text: string, value: unknown): unknown {
  try {
    return compileFormula(text).evaluate(() => value, NOW, 'Europe/Berlin');
  } catch (error) {
    if (error instanceof StepError) return undefined;
    if (!(error instanceof FormulaError)) throw error;
    expect(error.at).toBeGreaterThanOrEqual(0);
    expect(error.at).toBeLessThanOrEqual(text.length);
    expect(error.fix).not.toBe('');
    return undefined;
  }
}

describe('formulas whatever is written', () => {
  it('any text is answered or refused, with a place within it', () => {
    fc.assert(
      fc.property(anyText, jsonValue, (text, value) => {
        ask(text, value);
      }),
      { numRuns: 400 },
    );
  });

  it('any row of words of the language is answered or refused, whatever the fields hold', () => {
    fc.assert(
      fc.property(nearFormula, jsonValue, (text, value) => {
        ask(text, value);
      }),
      { numRuns: 1_000 },
    );
  });

  it('every function answers or refuses arguments of any kind, and gives plain values', () => {
    const call = fc
      .tuple(
        fc.constantFrom(...FUNCTION_NAMES),
        fc.array(fc.constantFrom('v', 'w', '1', '"a"', 'TODAY()', 'NOW()', 'TRUE', 'NULL', '-3'), {
          maxLength: 4,
        }),
      )
      .map(([name, parts]) => `${name}(${parts.join(', ')})`);
    fc.assert(
      fc.property(call, jsonValue, (text, value) => {
        const given = ask(text, value) ?? null;
        const isPlain = ['string', 'boolean'].includes(typeof given) || Array.isArray(given);
        expect(given === null || isPlain).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('any text comes back from a formula as it was put into quotes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 50 }), (text) => {
        const quoted = text.replace(/[\\"]/g, (sign) => `\\${sign}`);
        expect(answer(`"${quoted}"`)).toBe(text);
      }),
    );
  });
});

const decimal = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.nat({ max: 6 }))
  .map(([units, scale]) => divide(units, 10 ** scale, scale));

describe('arithmetic of formulas', () => {
  it('agrees with the amounts of the rest of the mapping', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(answer(`a + b`, { extra: { a, b } })).toBe(add(a, b));
        expect(answer(`a - b`, { extra: { a, b } })).toBe(subtract(a, b));
        expect(answer(`a * b`, { extra: { a, b } })).toBe(multiply(a, b));
        expect(answer(`ROUND(a, 2)`, { extra: { a } })).toBe(round(a, 2));
        expect(answer(`a < b`, { extra: { a, b } })).toBe(compare(a, b) < 0);
        if (compare(b, 0) === 0) return;
        expect(answer(`a / b`, { extra: { a, b } })).toBe(divide(a, b, 36));
      }),
      { numRuns: 300 },
    );
  });

  it('a whole division and its rest make the number again', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        fc.pre(compare(b, 0) !== 0);
        const text = 'TRUNC(a / b) * b + MOD(a, b) = a';
        expect(answer(text, { extra: { a, b } })).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('the day after a day and before it again is the same day', () => {
    const day = fc.date({
      min: new Date('1800-01-01'),
      max: new Date('3000-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.integer({ min: -9999, max: 9999 }), (date, days) => {
        const d = date.toISOString().slice(0, 10);
        expect(answer('DATEVALUE(d) + n - DATEVALUE(d)', { extra: { d, n: days } })).toBe(
          String(days),
        );
        expect(answer('DATE(YEAR(d), MONTH(d), DAY(d))', { extra: { d } })).toBe(d);
      }),
      { numRuns: 300 },
    );
  });
});

describe('long texts in formulas', () => {
  const ab = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 66, maxLength: 90 });

  it('are found and replaced where the language itself finds them', () => {
    fc.assert(
      fc.property(ab, fc.array(fc.constantFrom('a', 'b', '-'), { maxLength: 9 }), (part, rest) => {
        const text = rest.map((one) => (one === '-' ? part : one)).join('') + part.slice(1);
        expect(searchFor(part)(text, 0)).toBe(text.indexOf(part));
        expect(splitAt(text, part)).toEqual(text.split(part));
      }),
      { numRuns: 300 },
    );
  });
});

describe('patterns of formulas', () => {
  const pattern = fc
    .array(
      fc.constantFrom('a', 'b', '.', '\\d', '[ab]', '[^a]', '(', ')', '|', '*', '+', '?', '{1,2}'),
      { maxLength: 10 },
    )
    .map((signs) => signs.join(''));

  it('fit what the regular expressions of the language fit', () => {
    fc.assert(
      fc.property(
        pattern,
        fc.string({ unit: fc.constantFrom('a', 'b', '1', '-'), maxLength: 6 }),
        (source, text) => {
          let expected: boolean;
          try {
            expected = new RegExp(`^(?:${new RegExp(source).source})$`).test(text);
          } catch {
            return;
          }
          expect(compilePattern(source).fits(text, { left: 1_000_000 })).toBe(expected);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
