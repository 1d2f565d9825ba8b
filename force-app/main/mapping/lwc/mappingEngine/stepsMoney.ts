import { decimalOf, rounded, trying } from './decimals.ts';
import * as money from './money.ts';
import { compilePath } from './paths.ts';
import { defineStep } from './stepDefinition.ts';
import { isBlank, StepError, textOf } from './values.ts';

const CURRENCY = {
  type: 'path',
  label: 'Currency from',
  help: 'Where the three letters of the currency stand, such as order.currency.',
} as const;

export const MONEY_STEPS = {
  roundToCurrency: defineStep({
    label: 'Round to the currency',
    help: 'As many digits after the point as the currency has. Without a currency the amount stays as it is.',
    group: 'number',
    takes: ['number', 'text'],
    gives: 'number',
    params: { currency: { ...CURRENCY, required: true } },
    compile: ({ currency }) => {
      const read = compilePath(currency);
      return (value, input) => inCurrency(value, read(input));
    },
  }),
  convertCurrency: defineStep({
    label: 'Convert into another currency',
    help: 'Multiplies by the rate of the order and rounds to the digits of the new currency.',
    group: 'number',
    takes: ['number', 'text'],
    gives: 'number',
    params: {
      rate: {
        type: 'path',
        label: 'Rate from',
        help: 'Where the rate stands, such as order.rateToShop.',
        required: true,
      },
      currency: {
        ...CURRENCY,
        help: 'Where the new currency stands, such as shop.currency; without it nothing is rounded.',
        required: false,
      },
    },
    compile: ({ rate, currency }) => {
      const readRate = compilePath(rate);
      const readCurrency = currency === undefined ? () => null : compilePath(currency);
      return (value, input) => {
        const found = readRate(input);
        if (isBlank(found)) throw new StepError('has no rate to be converted by');
        const factor = decimalOf(found);
        if (money.compare(factor, 0) <= 0) throw new StepError('has a rate that is not above zero');
        return inCurrency(money.multiply(decimalOf(value), factor), readCurrency(input));
      };
    },
  }),
  formatMoney: defineStep({
    label: 'Amount as text',
    help: 'The amount with all digits of its currency and its code, such as 12.50 EUR.',
    group: 'number',
    takes: ['number', 'text'],
    gives: 'text',
    params: {
      currency: { ...CURRENCY, required: true },
      code: {
        type: 'choice',
        label: 'Code of the currency',
        required: false,
        choices: ['after', 'before', 'none'],
        default: 'after',
      },
    },
    compile: ({ currency, code }) => {
      const read = compilePath(currency);
      return (value, input) => {
        const unit = read(input);
        if (isBlank(unit)) return decimalOf(value);
        const letters = textOf(unit).trim().toUpperCase();
        const amount = money.format(decimalOf(value), digitsOf(letters));
        if (code === 'none') return amount;
        return code === 'after' ? `${amount} ${letters}` : `${letters} ${amount}`;
      };
    },
  }),
};

/** Without a currency, such as for a cart that is no more, the amount stays as it is. */
function inCurrency(value: unknown, currency: unknown): money.Decimal {
  return isBlank(currency) ? decimalOf(value) : rounded(value, digitsOf(currency));
}

function digitsOf(currency: unknown): number {
  return trying('an amount in a known currency', () => money.minorDigits(textOf(currency)));
}
