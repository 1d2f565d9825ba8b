import { describe, it, expect } from 'vitest';
import * as money from '../../src/shared/money.ts';

describe('parse', () => {
  it.each([
    ['924.47', '924.47'],
    ['0', '0'],
    ['-3.5', '-3.5'],
    ['62.6793', '62.6793'],
    ['12.0000', '12'],
    ['0.0000', '0'],
    ['-0.00', '0'],
    ['100', '100'],
    ['  5 ', '5'],
    ['007.10', '7.1'],
    ['.5', '0.5'],
    ['+1.', '1'],
    ['1.5e3', '1500'],
    ['1E-3', '0.001'],
    [60.61, '60.61'],
    [0.1, '0.1'],
    [1e-7, '0.0000001'],
    [1e21, '1000000000000000000000'],
    [-0, '0'],
    ['99999999999999999999.0001', '99999999999999999999.0001'],
  ])('reads %j as %s', (input, expected) => {
    expect(money.parse(input)).toBe(expected);
  });

  it.each([
    [''],
    ['abc'],
    ['1,000.00'],
    ['1.2.3'],
    ['0x10'],
    ['--1'],
    ['.'],
    ['1e99999'],
    ['1e999'],
    ['9'.repeat(500)],
    [NaN],
    [Infinity],
    [null],
    [undefined],
    [{}],
    [true],
  ])('refuses %j and tells what was expected', (input) => {
    expect(() => money.parse(input)).toThrow(/Expected a decimal number such as 12\.50/);
  });

  it('does not repeat what it refuses, for it may be personal', () => {
    expect(() => money.parse('jane@example.com')).toThrow(/^(?!.*jane)/);
  });
});

describe('arithmetic', () => {
  it('adds what floats cannot', () => {
    expect(money.add('0.1', '0.2')).toBe('0.3');
    expect(money.add(0.1, 0.2)).toBe('0.3');
    expect(money.add('9007199254740993.01', '0.09')).toBe('9007199254740993.1');
  });

  it('adds an order up to what the shopper owes', () => {
    const gross = money.add('62.6793', '11.0900', '5.3100');
    expect(money.subtract(gross, '5.0000')).toBe('74.0793');
  });

  it('gives zero for the sum of nothing', () => {
    expect(money.add()).toBe('0');
  });

  it('subtracts several amounts at once and goes below zero', () => {
    expect(money.subtract('1', '0.4', '0.7')).toBe('-0.1');
  });

  it.each([
    ['1.25', '3', '3.75'],
    ['-0.5', '0.5', '-0.25'],
    ['12.3456', '0', '0'],
    ['19.99', '1e2', '1999'],
  ])('multiplies %s by %s to %s', (a, b, product) => {
    expect(money.multiply(a, b)).toBe(product);
  });

  it.each([
    ['10', '3', 4, '3.3333'],
    ['10', '4', 0, '3'],
    ['-10', '4', 0, '-3'],
    ['2', '3', 2, '0.67'],
    ['1', '0.91', 10, '1.0989010989'],
    ['0.001', '0.1', 2, '0.01'],
    ['-1', '-8', 2, '0.13'],
    ['100', '0.25', 0, '400'],
  ])('divides %s by %s to %i digits as %s', (a, b, scale, quotient) => {
    expect(money.divide(a, b, scale)).toBe(quotient);
  });

  it('refuses to divide by zero in every spelling', () => {
    expect(() => money.divide('1', '0.000', 2)).toThrow(/divide by zero/);
  });

  it.each([
    ['1', '1.000', 0],
    ['-1', '1', -1],
    ['10', '9.99', 1],
    ['-0', '0', 0],
  ])('compares %s with %s as %i', (a, b, order) => {
    expect(money.compare(a, b)).toBe(order);
  });
});

describe('rounding and formatting', () => {
  it.each([
    ['2.345', 2, '2.35'],
    ['-2.345', 2, '-2.35'],
    ['2.344999', 2, '2.34'],
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['-0.4', 0, '0'],
    ['999.999', 2, '1000'],
    ['7', 2, '7'],
  ])('rounds %s to %i digits as %s', (value, scale, rounded) => {
    expect(money.round(value, scale)).toBe(rounded);
  });

  it.each([
    ['12.5', 2, '12.50'],
    ['-0.005', 2, '-0.01'],
    ['1000', 0, '1000'],
    ['0', 3, '0.000'],
  ])('shows %s with exactly %i digits as %s', (value, scale, shown) => {
    expect(money.format(value, scale)).toBe(shown);
  });

  it.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['eur', 2],
  ])('knows that %s has %i digits', (currency, digits) => {
    expect(money.minorDigits(currency)).toBe(digits);
  });

  it('refuses what is no currency code', () => {
    expect(() => money.minorDigits('')).toThrow(/three letters/);
    expect(() => money.minorDigits('US$')).toThrow(/three letters/);
  });
});
