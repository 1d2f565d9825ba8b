import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '#mapping-engine/countries';
import { readPhone } from '#mapping-engine/phone';
import { phoneCountry } from '#mapping-engine/phoneCountries';
import { runStep } from './run-step.ts';

const E164 = /^\+[1-9]\d{4,14}$/;

/** As people type them, by the country of the shop. */
const TYPED: Record<string, [string, string][]> = {
  US: [
    ['(212) 555-0100', '+12125550100'],
    ['212.555.0100', '+12125550100'],
    ['1-212-555-0100', '+12125550100'],
    ['+1 212 555 0100', '+12125550100'],
    ['011 44 20 7946 0958', '+442079460958'],
    ['00 49 30 123456', '+4930123456'],
  ],
  CA: [['1 (416) 555 0123', '+14165550123']],
  GB: [
    ['020 7946 0958', '+442079460958'],
    ['07700 900123', '+447700900123'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['0044 20 7946 0958', '+442079460958'],
    ['442079460958', '+442079460958'],
  ],
  DE: [
    ['030/123456', '+4930123456'],
    ['0171 - 234 56 78', '+491712345678'],
    ['(0 30) 12 34 56', '+4930123456'],
    ['+49 (0) 30 123456', '+4930123456'],
    ['4917012345678', '+4917012345678'],
    ['tel:+49-30-123456', '+4930123456'],
  ],
  AT: [['0664 1234567', '+436641234567']],
  CH: [['044 668 18 00', '+41446681800']],
  FR: [
    ['06 12 34 56 78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
  ],
  IT: [
    ['02 1234 5678', '+390212345678'],
    ['333 123 4567', '+393331234567'],
    ['+39 06 698 12345', '+390669812345'],
  ],
  ES: [['612 345 678', '+34612345678']],
  PT: [['21 123 4567', '+351211234567']],
  NL: [['06-12345678', '+31612345678']],
  BE: [['0470 12 34 56', '+32470123456']],
  DK: [['20 12 34 56', '+4520123456']],
  SE: [['08-123 456 78', '+46812345678']],
  NO: [['412 34 567', '+4741234567']],
  FI: [['040 123 4567', '+358401234567']],
  PL: [['512 345 678', '+48512345678']],
  CZ: [['601 123 456', '+420601123456']],
  HU: [
    ['06 30 123 4567', '+36301234567'],
    ['06 1 234 5678', '+3612345678'],
    ['+36 06 30 123 4567', '+36301234567'],
  ],
  RU: [
    ['8 (495) 123-45-67', '+74951234567'],
    ['+7 8 495 123 45 67', '+74951234567'],
    ['8 10 44 20 7946 0958', '+442079460958'],
  ],
  BY: [['8 029 123 45 67', '+375291234567']],
  LT: [['8 612 34567', '+37061234567']],
  TR: [['0532 123 45 67', '+905321234567']],
  IN: [
    ['098765 43210', '+919876543210'],
    ['+91-98765-43210', '+919876543210'],
  ],
  CN: [
    ['138 0013 8000', '+8613800138000'],
    ['(010) 6552 9988', '+861065529988'],
  ],
  JP: [
    ['03-1234-5678', '+81312345678'],
    ['０９０－１２３４－５６７８', '+819012345678'],
    ['010 1 212 555 0100', '+12125550100'],
  ],
  KR: [['010-1234-5678', '+821012345678']],
  AU: [
    ['0412 345 678', '+61412345678'],
    ['(02) 9876 5432', '+61298765432'],
    ['0011 44 20 7946 0958', '+442079460958'],
  ],
  NZ: [['021 123 4567', '+64211234567']],
  ZA: [['082 123 4567', '+27821234567']],
  BR: [
    ['(11) 98765-4321', '+5511987654321'],
    ['0 15 11 98765-4321', '+5511987654321'],
  ],
  AR: [
    ['011 15 1234-5678', '+5491112345678'],
    ['+54 9 11 1234 5678', '+5491112345678'],
  ],
  MX: [
    ['044 55 1234 5678', '+525512345678'],
    ['+52 1 55 1234 5678', '+525512345678'],
  ],
  SG: [['9123 4567', '+6591234567']],
  HK: [['001 212 555 0100', '+12125550100']],
  AE: [['٠٥٠ ١٢٣ ٤٥٦٧', '+971501234567']],
};

describe('the step phone', () => {
  it.each(Object.entries(TYPED).flatMap(([country, all]) => all.map((one) => [country, ...one])))(
    'in %s reads %s as %s',
    (country, typed, number) => {
      expect(runStep('phone', typed, { settings: { country } })).toBe(number);
    },
  );

  it.each([
    ['12345', 'US'],
    ['212 555 010', 'US'],
    ['212 555 01000', 'US'],
    ['112 555 0100', 'US'],
    ['01', 'DE'],
    ['030 1234567 / 0171 2345678', 'DE'],
    ['0612345', 'FR'],
    ['+999 1234567', 'FR'],
    ['+1 555 1234', 'FR'],
    ['1-800-FLOWERS', 'US'],
    ['n/a', 'US'],
    ['+', 'US'],
    ['1'.repeat(5000), 'US'],
  ])('refuses %s in %s, or keeps it when told so', (typed, country) => {
    const settings = { country };
    expect(() => runStep('phone', typed, { settings })).toThrow(/phone number/);
    const params = { otherwise: 'asGiven' };
    expect(runStep('phone', ` ${typed}`, { settings, params })).toBe(typed);
  });

  it.each([
    ['+1 212 555 0100 ext. 12', '12'],
    ['212-555-0100 x12', '12'],
    ['212-555-0100, extension 12', '12'],
    ['(212) 555-0100 #12', '12'],
    ['tel:+12125550100;ext=12', '12'],
  ])('drops the extension of %s, or keeps it apart', (typed, extension) => {
    const settings = { country: 'US' };
    expect(runStep('phone', typed, { settings })).toBe('+12125550100');
    const params = { extension: 'keep' };
    expect(runStep('phone', typed, { settings, params })).toBe(`+12125550100 x${extension}`);
  });

  it('takes the country of the address before that of the shop', () => {
    const params = { country: 'order.billTo.country', countryCode: 'France' };
    const input = { order: { billTo: { country: 'United Kingdom' } } };
    expect(runStep('phone', '020 7946 0958', { params, input })).toBe('+442079460958');
    expect(runStep('phone', '06 12 34 56 78', { params })).toBe('+33612345678');
    expect(runStep('phone', '030 123456')).toBe('+4930123456');
  });

  it('says that a country is missing when nothing names one', () => {
    const settings = { country: '' };
    expect(() => runStep('phone', '030 123456', { settings })).toThrow(/set the country/);
    expect(runStep('phone', '+4930123456', { settings })).toBe('+4930123456');
  });

  it('gives the same number when it is applied twice', () => {
    const typed = fc.stringMatching(/^(\+|00|0|8|06)?[\d ()/-]{4,16}( x\d{1,4})?$/);
    const country = fc.constantFrom(...COUNTRIES.map(({ code }) => code));
    fc.assert(
      fc.property(typed, country, country, (text, home, elsewhere) => {
        const phone = readPhone(text, home);
        if (typeof phone === 'string') return;
        expect(phone.number).toMatch(E164);
        const again = `${phone.number}${phone.extension && ` x${phone.extension}`}`;
        expect(readPhone(again, elsewhere)).toEqual(phone);
      }),
      { numRuns: 2000 },
    );
  });

  it('never fails on any text', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 0xffff }), { maxLength: 100 }), (codes) => {
        const phone = readPhone(String.fromCharCode(...codes), 'US');
        if (typeof phone !== 'string') expect(phone.number).toMatch(E164);
      }),
    );
  });

  it('knows how numbers are written in every country where people live', () => {
    const unknown = COUNTRIES.map(({ code }) => code).filter((code) => !phoneCountry(code));
    expect(unknown).toEqual(['AQ', 'BV', 'TF', 'HM', 'PN', 'UM']);
  });
});
