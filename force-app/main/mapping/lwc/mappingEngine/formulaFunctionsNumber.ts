import {
  above,
  below,
  cut,
  fromDouble,
  isNegative,
  negative,
  order,
  remainder,
  roundTo,
  wholeOf,
} from './formulaNumbers.ts';
import { plain, repeated, type FunctionDefinition } from './formulaSignature.ts';
import { countOf, Num, type Value } from './formulaValues.ts';

/** The functions below are only called with arguments of the types they take. */
export const num = (value: Value | undefined): Num => (value instanceof Num ? value : countOf(0));

const double = (value: Value | undefined): number => Number(num(value).text);

const oneNumber = (work: (value: Num) => Num): FunctionDefinition =>
  plain({ takes: ['number'], gives: 'number', run: ([value]) => work(num(value)) });

const inDoubles = (work: (value: number) => number, fault: string): FunctionDefinition =>
  oneNumber((value) => fromDouble(work(double(value)), fault));

const extreme = (sign: 1 | -1): FunctionDefinition =>
  repeated({
    takes: 'number',
    gives: 'number',
    run: (args) => args.reduce((best, one) => (order(num(one), num(best)) === sign ? one : best)),
  });

export const NUMBER_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  ABS: oneNumber((value) => (isNegative(value) ? negative(value) : value)),
  // Away from zero and towards zero, unlike MCEILING and MFLOOR.
  CEILING: oneNumber((value) => (isNegative(value) ? below(value) : above(value))),
  FLOOR: oneNumber((value) => (isNegative(value) ? above(value) : below(value))),
  MCEILING: oneNumber(above),
  MFLOOR: oneNumber(below),
  ROUND: plain({
    takes: ['number', 'number'],
    gives: 'number',
    run: ([value, digits]) => roundTo(num(value), wholeOf(num(digits))),
  }),
  TRUNC: plain({
    takes: ['number', 'number'],
    optional: 1,
    gives: 'number',
    run: ([value, digits]) => cut(num(value), digits ? wholeOf(num(digits)) : 0),
  }),
  MOD: plain({
    takes: ['number', 'number'],
    gives: 'number',
    run: ([value, by]) => remainder(num(value), num(by)),
  }),
  MAX: extreme(1),
  MIN: extreme(-1),
  SQRT: inDoubles(Math.sqrt, 'the square root of a negative number'),
  EXP: inDoubles(Math.exp, 'a power that is too big (#Too Big!)'),
  LN: inDoubles(Math.log, 'the logarithm of a number that is not above zero'),
  LOG: inDoubles(Math.log10, 'the logarithm of a number that is not above zero'),
  SIN: inDoubles(Math.sin, 'no number'),
  COS: inDoubles(Math.cos, 'no number'),
  TAN: inDoubles(Math.tan, 'no number'),
  ASIN: inDoubles(Math.asin, 'the arc sine of a number above 1 or below -1'),
  ACOS: inDoubles(Math.acos, 'the arc cosine of a number above 1 or below -1'),
  ATAN: inDoubles(Math.atan, 'no number'),
  ATAN2: plain({
    takes: ['number', 'number'],
    gives: 'number',
    run: ([y, x]) => fromDouble(Math.atan2(double(y), double(x)), 'no number'),
  }),
  PI: plain({ takes: [], gives: 'number', run: () => fromDouble(Math.PI, 'no number') }),
};
