import { compileOperand, decimalOf } from './decimals.ts';
import * as money from './money.ts';
import { defineStep } from './stepDefinition.ts';
import { StepError } from './values.ts';

const NUMBER = {
  type: 'text',
  label: 'Number',
  help: 'A number such as 1.19; or choose a path instead.',
  required: false,
  min: 1,
  max: 40,
} as const;
const PATH = {
  type: 'path',
  label: 'Number from',
  help: 'Where the number stands in the same record; or write a number instead.',
  required: false,
} as const;
const SCALE = {
  type: 'integer',
  label: 'Digits after the point',
  required: false,
  min: 0,
  max: 18,
  default: 2,
} as const;

const NUMBERS = { group: 'number', takes: ['number', 'text'], gives: 'number' } as const;

export const ARITHMETIC_STEPS = {
  add: defineStep({
    ...NUMBERS,
    label: 'Add',
    help: 'Adds a number. Where the path leads to nothing, nothing is added.',
    params: { number: NUMBER, path: PATH },
    compile: ({ number, path }) => {
      const other = compileOperand(number, path);
      return (value, input) => money.add(decimalOf(value), other(input) ?? '0');
    },
  }),
  subtract: defineStep({
    ...NUMBERS,
    label: 'Subtract',
    help: 'Takes a number away. Where the path leads to nothing, nothing is taken away.',
    params: { number: NUMBER, path: PATH },
    compile: ({ number, path }) => {
      const other = compileOperand(number, path);
      return (value, input) => money.subtract(decimalOf(value), other(input) ?? '0');
    },
  }),
  multiply: defineStep({
    ...NUMBERS,
    label: 'Multiply',
    help: 'Multiplies by a number, exactly; round the result for the field.',
    params: { number: NUMBER, path: PATH },
    compile: ({ number, path }) => {
      const other = compileOperand(number, path);
      return (value, input) => money.multiply(decimalOf(value), needed(other(input)));
    },
  }),
  divide: defineStep({
    ...NUMBERS,
    label: 'Divide',
    help: 'Divides by a number and rounds half away from zero. Dividing by zero is a problem.',
    params: { number: NUMBER, path: PATH, scale: SCALE },
    compile: ({ number, path, scale }) => {
      const other = compileOperand(number, path);
      return (value, input) => {
        const divisor = needed(other(input));
        if (divisor === '0') throw new StepError('cannot be divided by zero');
        return money.divide(decimalOf(value), divisor, scale);
      };
    },
  }),
  percentOf: defineStep({
    ...NUMBERS,
    label: 'Percentage of',
    help: 'How many hundredths of another number it is: 5 of 20 is 25. Nothing where the other is zero or missing.',
    params: { number: NUMBER, path: PATH, scale: SCALE },
    compile: ({ number, path, scale }) => {
      const other = compileOperand(number, path);
      return (value, input) => {
        const whole = other(input) ?? '0';
        if (whole === '0') return null;
        return money.divide(money.multiply(decimalOf(value), 100), whole, scale);
      };
    },
  }),
  minimum: defineStep({
    ...NUMBERS,
    label: 'At least',
    help: 'The number itself, but never less than another one, such as 0.',
    params: { number: NUMBER, path: PATH },
    compile: ({ number, path }) => {
      const other = compileOperand(number, path);
      return (value, input) => beyond(decimalOf(value), other(input), -1);
    },
  }),
  maximum: defineStep({
    ...NUMBERS,
    label: 'At most',
    help: 'The number itself, but never more than another one.',
    params: { number: NUMBER, path: PATH },
    compile: ({ number, path }) => {
      const other = compileOperand(number, path);
      return (value, input) => beyond(decimalOf(value), other(input), 1);
    },
  }),
};

function beyond(
  value: money.Decimal,
  limit: money.Decimal | undefined,
  side: -1 | 1,
): money.Decimal {
  return limit !== undefined && money.compare(value, limit) === side ? limit : value;
}

function needed(other: money.Decimal | undefined): money.Decimal {
  if (other === undefined)
    throw new StepError('has no other number to reckon with: the path leads to nothing');
  return other;
}
