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

/** The country of the shop, a number as it is written there, and what it is for the world. */
const WRITTEN = `
IE 085 012 3456 = +353850123456|IL 050-234-5678 = +972502345678|GR 691 234 5678 = +306912345678
RO 0712 034 567 = +40712034567|UA 050 123 4567 = +380501234567|EG 0100 123 4567 = +201001234567
SA 050 123 4567 = +966501234567|NG 0802 123 4567 = +2348021234567|KE 0712 123456 = +254712123456
PK 0301 2345678 = +923012345678|BD 01812-345678 = +8801812345678|TH 081 234 5678 = +66812345678
VN 091 234 56 78 = +84912345678|ID 0812-3456-7890 = +6281234567890|MY 012-345 6789 = +60123456789
MY 011-2345 6789 = +601123456789|PH 0905 123 4567 = +639051234567|PH (02) 8123 4567 = +63281234567
TW 0912 345 678 = +886912345678|CL 9 6123 4567 = +56961234567|CO 321 1234567 = +573211234567
PE 912 345 678 = +51912345678|VE 0412-1234567 = +584121234567|EC 099 123 4567 = +593991234567
UY 094 231 234 = +59894231234|PY 0961 456789 = +595961456789|BO 71234567 = +59171234567
CR 8312 3456 = +50683123456|GT 5123 4567 = +50251234567|DO (809) 234-5678 = +18092345678
MA 0650-123456 = +212650123456|TN 20 123 456 = +21620123456|DZ 0551 23 45 67 = +213551234567
GH 023 123 4567 = +233231234567|ET 091 123 4567 = +251911234567|KZ 8 (771) 000 9998 = +77710009998
UZ 91 234 56 78 = +998912345678|AM 077 123456 = +37477123456|AZ 040 123 45 67 = +994401234567
RS 060 1234567 = +381601234567|HR 092 123 4567 = +385921234567|SI 031 234 567 = +38631234567
SK 0912 123 456 = +421912123456|BG 0888 123456 = +359888123456|EE 5123 4567 = +37251234567
LV 21 234 567 = +37121234567|IS 611 1234 = +3546111234|LU 628 123 456 = +352628123456
MT 9696 1234 = +35696961234|CY 96 123456 = +35796123456|LI 660 234 567 = +423660234567
KH 091 234 567 = +85591234567|LK 071 234 5678 = +94712345678|NP 984-1234567 = +9779841234567
MN 8812 3456 = +97688123456|KW 500 12345 = +96550012345|QA 3312 3456 = +97433123456
JO 07 9012 3456 = +962790123456|LB 03 123 456 = +9613123456|IR 0912 345 6789 = +989123456789
SM 0549 882345 = +3780549882345|CI 01 23 45 67 89 = +2250123456789|BJ 01 90 01 12 34 = +2290190011234
AU 1300 123 456 = +611300123456|AT 01 5123456 = +4315123456|JP 0120-123-456 = +81120123456
CN 86 138 0013 8000 = +8613800138000|IN 91 98765 43210 = +919876543210|FR 33 6 12 34 56 78 = +33612345678
ES 34 612 345 678 = +34612345678|KR 82-10-1234-5678 = +821012345678|RU 7 916 123 45 67 = +79161234567
TR 90 532 123 45 67 = +905321234567|BR 55 11 98765 4321 = +5511987654321|PL 48 512 345 678 = +48512345678
MX 52 55 1234 5678 = +525512345678|NL 31 6 12345678 = +31612345678|IT 39 333 123 4567 = +393331234567
AR 0351 15 123 4567 = +5493511234567|DE +49 030 123456 = +4930123456|CH 0041 79 123 45 67 = +41791234567`;

describe('a phone number as it is written in its country', () => {
  const cases = WRITTEN.trim()
    .split(/[|\n]/)
    .map((one) => one.split(' = '))
    .map(([typed = '', number = '']) => [typed.slice(0, 2), typed.slice(3), number] as const);

  it.each(cases)('in %s, %s is %s', (country, typed, number) => {
    expect(readPhone(typed, country)).toEqual({ number, extension: '' });
  });
});
