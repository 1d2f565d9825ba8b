import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as money from '#mapping-engine/money';
import { runStep } from './run-step.ts';

const decimal = (value: unknown, precision: number, scale: number, format = 'plain') =>
  runStep('decimal', value, { params: { precision, scale, format } });

describe('the step decimal', () => {
  it.each([
    ['12.50', 18, 2, '12.5'],
    ['12.5000', 18, 2, '12.5'],
    ['0.00', 18, 2, '0'],
    ['-0.00', 18, 2, '0'],
    ['-0.004', 18, 2, '0'],
    ['2.345', 18, 2, '2.35'],
    ['-2.345', 18, 2, '-2.35'],
    [2.345, 18, 2, '2.35'],
    ['007', 18, 2, '7'],
    ['+7', 18, 2, '7'],
    ['.5', 18, 2, '0.5'],
    ['1e3', 18, 2, '1000'],
    [1e21, 22, 0, '1000000000000000000000'],
    ['9007199254740993.25', 18, 2, '9007199254740993.25'],
    ['99999999999999999999999999999999.999999', 38, 6, '99999999999999999999999999999999.999999'],
    ['0.5', 2, 2, '0.5'],
  ])('reads %s into a field of %i, %i as %s', (value, precision, scale, result) => {
    expect(decimal(value, precision, scale)).toBe(result);
  });

  it.each([
    ['1234.56', 5, 2],
    ['999.995', 5, 2],
    ['1', 2, 2],
    ['-1000', 3, 0],
  ])('refuses %s for a field of %i, %i', (value, precision, scale) => {
    expect(() => decimal(value, precision, scale)).toThrow(/digits before the point/);
  });

  it.each([['abc'], ['1,5'], ['12.5 EUR'], [''], ['1e999'], [Number.NaN], ['9'.repeat(5000)]])(
    'refuses %s',
    (value) => {
      expect(() => decimal(value, 18, 2)).toThrow(/not a decimal number/);
    },
  );

  it.each([
    ['1.234,56', 'european', '1234.56'],
    ['1.234.567', 'european', '1234567'],
    ['1 234,5', 'european', '1234.5'],
    ['-12,5 €', 'european', '-12.5'],
    ['1,234.56', 'english', '1234.56'],
    ['$1,234', 'english', '1234'],
    ['12,34,567.8', 'english', '1234567.8'],
    ['1234.56', 'english', '1234.56'],
    [1234.56, 'european', '1234.56'],
  ])('reads %s in the %s way as %s', (value, format, result) => {
    expect(decimal(value, 18, 2, format)).toBe(result);
  });

  it.each([
    ['12.5', 'european'],
    ['1.23,4', 'european'],
    ['1,5', 'english'],
    ['1.234,56', 'english'],
    ['1,,234', 'english'],
  ])('refuses to guess what %s means in the %s way', (value, format) => {
    expect(() => decimal(value, 18, 2, format)).toThrow(/not a number such as/);
  });

  it('always fits the field, is never more than half a step away, and stays when read again', () => {
    const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,20})?$/);
    const value = fc.oneof(digits, fc.double({ noNaN: true, noDefaultInfinity: true }));
    const precision = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(value, precision, fc.nat({ max: 30 }), (given, all, after) => {
        const scale = Math.min(after, all);
        let result: string;
        try {
          result = String(decimal(given, all, scale));
        } catch {
          const limit = `1e${all - scale}`;
          expect(money.compare(absolute(money.round(given, scale)), limit)).not.toBe(-1);
          return;
        }
        const [whole = '', fraction = ''] = result.replace('-', '').split('.');
        expect(whole.replace(/^0$/, '').length).toBeLessThanOrEqual(all - scale);
        expect(fraction.length).toBeLessThanOrEqual(scale);
        const off = absolute(money.subtract(given, result));
        expect(money.compare(off, `0.5e-${scale}`)).not.toBe(1);
        expect(decimal(result, all, scale)).toBe(result);
      }),
    );
  });
});

describe('the step integer', () => {
  it('gives a number, or text where a number would lose digits', () => {
    const integer = (value: unknown, digits: number) =>
      runStep('integer', value, { params: { digits } });
    expect(integer('41.5', 18)).toBe(42);
    expect(integer('-0.4', 3)).toBe(0);
    expect(integer('123456789012345678', 18)).toBe('123456789012345678');
    expect(() => integer('1000', 3)).toThrow(/more than 3 digits/);
  });
});

describe('amounts', () => {
  const in_ = (currency: unknown) => ({
    params: { currency: 'order.currency' },
    input: { order: { currency } },
  });

  it.each([
    ['12.345', 'EUR', '12.35'],
    ['12.5', 'JPY', '13'],
    ['12.3456', 'kwd', '12.346'],
    ['1234.56', 'HUF', '1234.56'],
    ['12.345', null, '12.345'],
  ])('round %s to the digits of %s', (amount, currency, result) => {
    expect(runStep('roundToCurrency', amount, in_(currency))).toBe(result);
  });

  it('refuse a currency that cannot be one', () => {
    expect(() => runStep('roundToCurrency', '1', in_('euro'))).toThrow(/known currency/);
  });

  it.each([
    ['12.5', 'EUR', 'after', '12.50 EUR'],
    ['12.5', 'jpy', 'before', 'JPY 13'],
    ['-1234567.891', 'KWD', 'none', '-1234567.891'],
    ['12.50', null, 'after', '12.5'],
  ])('show %s in %s', (amount, currency, code, text) => {
    const { params, input } = in_(currency);
    expect(runStep('formatMoney', amount, { params: { ...params, code }, input })).toBe(text);
  });

  it('convert at the rate of the order', () => {
    const params = { rate: 'order.rateToShop', currency: 'shop.currency' };
    const input = (rateToShop: unknown) => ({ order: { rateToShop }, shop: { currency: 'EUR' } });
    const convert = (rate: unknown) =>
      runStep('convertCurrency', '19.99', { params, input: input(rate) });
    expect(convert('0.9134')).toBe('18.26');
    expect(() => convert(null)).toThrow(/no rate/);
    expect(() => convert('0')).toThrow(/not above zero/);
  });

  it.each([
    [' eur', 'EUR'],
    ['Usd', 'USD'],
  ])('know %s as a currency', (text, code) => {
    expect(runStep('currency', text)).toBe(code);
  });

  it('refuse three letters that are no currency', () => {
    expect(() => runStep('currency', 'XYZ')).toThrow(/no.* currency code/);
  });
});

describe('arithmetic', () => {
  it.each([
    ['add', '0.1', { number: '0.2' }, '0.3'],
    ['subtract', '5', { path: 'order.discount' }, '2.5'],
    ['subtract', '5', { path: 'order.nothing' }, '5'],
    ['multiply', '1.1', { number: '1.1' }, '1.21'],
    ['divide', '10', { number: '3' }, '3.33'],
    ['divide', '-5', { number: '8', scale: 0 }, '-1'],
    ['percentOf', '5', { path: 'order.total' }, '25'],
    ['percentOf', '5', { path: 'order.nothing' }, null],
    ['minimum', '-3', { number: '0' }, '0'],
    ['minimum', '3.50', { number: '0' }, '3.5'],
    ['maximum', '120', { number: '100' }, '100'],
    ['absolute', '-3.50', {}, '3.5'],
  ])('%s of %s', (step, value, params, result) => {
    const input = { order: { discount: '2.50', total: '20' } };
    expect(runStep(step, value, { params, input })).toBe(result);
  });

  it.each([
    ['divide', { number: '0' }, /divided by zero/],
    ['multiply', { path: 'nothing' }, /leads to nothing/],
    ['add', {}, /either a number or the path/],
    ['add', { number: '1', path: 'a' }, /either a number or the path/],
    ['add', { number: 'one' }, /not a decimal number/],
  ])('%s with %j is refused', (step, params, reason) => {
    expect(() => runStep(step, '1', { params })).toThrow(reason);
  });

  it('stays bounded whatever the numbers are', () => {
    const params = { path: 'other' };
    const input = { other: '9'.repeat(99) };
    expect(() => runStep('percentOf', '9'.repeat(399), { params, input })).toThrow(/more digits/);
    expect(String(runStep('multiply', '9'.repeat(99), { params, input }))).toHaveLength(198);
  });
});

function absolute(value: string): string {
  return value.replace('-', '');
}
