import { decimalOf, fitting, plainNumber, rounded } from './decimals.ts';
import { isCurrency } from './currencies.ts';
import { ARITHMETIC_STEPS } from './stepsArithmetic.ts';
import { MONEY_STEPS } from './stepsMoney.ts';
import { defineStep } from './stepDefinition.ts';
import { StepError, textOf } from './values.ts';

const FORMAT = {
  type: 'choice',
  label: 'Written as',
  help: 'plain: 1234.56, english: 1,234.56, european: 1.234,56.',
  required: false,
  choices: ['plain', 'english', 'european'],
  default: 'plain',
} as const;

export const NUMBER_STEPS = {
  decimal: defineStep({
    label: 'Decimal number',
    help: 'Rounds to the digits the field has after its point, half away from zero, and refuses a number too large for it.',
    group: 'number',
    takes: ['number', 'text'],
    gives: 'number',
    params: {
      precision: { type: 'integer', label: 'Digits in all', required: true, min: 1, max: 38 },
      scale: { type: 'integer', label: 'Digits after the point', required: true, min: 0, max: 37 },
      format: FORMAT,
    },
    compile: ({ precision, scale, format }) => {
      if (scale > precision)
        throw new StepError('Fewer digits in all than after the point; raise the digits in all.');
      return (value) => fitting(rounded(plainNumber(value, format), scale), precision, scale);
    },
  }),
  integer: defineStep({
    label: 'Whole number',
    help: 'Rounds to a whole number, half away from zero, and refuses one too large for the field.',
    group: 'number',
    takes: ['number', 'text'],
    gives: 'number',
    params: {
      digits: { type: 'integer', label: 'Most digits', required: true, min: 1, max: 18 },
      format: FORMAT,
    },
    compile:
      ({ digits, format }) =>
      (value) => {
        const whole = fitting(rounded(plainNumber(value, format), 0), digits, 0);
        const number = Number(whole);
        // Above 2^53 a number of JSON is another one; the text is exact.
        return Number.isSafeInteger(number) ? number : whole;
      },
  }),
  absolute: defineStep({
    label: 'Without sign',
    help: 'Makes a negative number positive, such as a discount given as -5.',
    group: 'number',
    takes: ['number', 'text'],
    gives: 'number',
    params: {},
    compile: () => (value) => decimalOf(value).replace('-', ''),
  }),
  currency: defineStep({
    label: 'Currency code',
    help: 'Three letters of ISO 4217 in capitals, such as EUR; refuses anything else.',
    group: 'number',
    takes: ['text'],
    gives: 'text',
    params: {},
    compile: () => (value) => {
      const code = textOf(value).trim().toUpperCase();
      if (!isCurrency(code)) throw new StepError('is not a currency code such as EUR');
      return code;
    },
  }),
  ...ARITHMETIC_STEPS,
  ...MONEY_STEPS,
};
