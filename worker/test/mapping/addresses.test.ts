import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTRIES, findCountry } from '#mapping-engine/countries';
import { COUNTRIES_A_TO_L } from '#mapping-engine/countriesAtoL';
import { COUNTRIES_M_TO_Z } from '#mapping-engine/countriesMtoZ';
import { findState, statesOf } from '#mapping-engine/states';
import { postalCode } from '#mapping-engine/postalCodes';
import { runStep } from './run-step.ts';

describe('the step country', () => {
  it.each([
    ['DE', 'DE'],
    ['de', 'DE'],
    ['DEU', 'DE'],
    [' Deutschland ', 'DE'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['The United States of America', 'US'],
    ['U.K.', 'GB'],
    ['England', 'GB'],
    ['the netherlands', 'NL'],
    ['Holland', 'NL'],
    ['ÖSTERREICH', 'AT'],
    ['Osterreich', 'AT'],
    ['Côte d’Ivoire', 'CI'],
    ['Bosnia & Herzegovina', 'BA'],
    ['St. Lucia', 'LC'],
    ['South Korea', 'KR'],
    ['대한민국', 'KR'],
    ['日本', 'JP'],
    ['中国', 'CN'],
    ['Россия', 'RU'],
    ['Ελλάδα', 'GR'],
    ['مصر', 'EG'],
    ['भारत', 'IN'],
    ['Türkiye', 'TR'],
    ['Viet Nam', 'VN'],
    ['Czechia', 'CZ'],
    ['Republic of Poland', 'PL'],
    ['Kingdom of the Netherlands', 'NL'],
    ['Republic of China', 'TW'],
    ['United Arab Emirates (the)', 'AE'],
  ])('reads %s as %s', (text, code) => {
    expect(runStep('country', text)).toBe(code);
  });

  it('writes code, three letters, or the name as Salesforce has it', () => {
    const as = (form: string) => runStep('country', 'South Korea', { params: { as: form } });
    expect(['code', 'alpha3', 'name'].map(as)).toEqual(['KR', 'KOR', 'Korea, Republic of']);
  });

  it.each([['Atlantis'], ['??'], ['__proto__'], ['x'.repeat(10_000)]])(
    'refuses %s, or keeps it when told so',
    (text) => {
      expect(() => runStep('country', text)).toThrow(/no country/);
      expect(runStep('country', text, { params: { otherwise: 'asGiven' } })).toBe(text);
    },
  );

  it('finds every country by its codes and its name again', () => {
    expect(COUNTRIES).toHaveLength(250);
    for (const country of COUNTRIES)
      for (const text of [country.code, country.alpha3, country.name, country.code.toLowerCase()])
        expect(findCountry(text), text).toBe(country);
  });

  it('has each way to write a country for one country only', () => {
    for (const line of (COUNTRIES_A_TO_L + COUNTRIES_M_TO_Z).split('\n').filter(Boolean))
      for (const variant of line.split('|')[1]?.split(';') ?? [])
        expect(findCountry(variant)?.code, variant).toBe(line.slice(0, 2));
  });
});

describe('the step state', () => {
  const run = (country: unknown, as = 'code') => ({
    params: { country: 'order.shipTo.country', as },
    input: { order: { shipTo: { country } } },
  });

  it.each([
    ['US', 'California', 'CA'],
    ['United States', 'us-ca', 'CA'],
    ['USA', 'Calif.', 'CA'],
    ['US', 'Washington, D.C.', 'DC'],
    ['CA', 'Québec', 'QC'],
    ['AU', 'new south wales', 'NSW'],
    ['BR', 'Sao Paulo', 'SP'],
    ['IN', 'Orissa', 'OR'],
    ['MX', 'Ciudad de México', 'DF'],
    ['MX', 'MX-NLE', 'NL'],
    ['CN', '广东省', '44'],
    ['CN', 'Guangdong Province', '44'],
    ['IT', 'Provincia di Milano', 'MI'],
    ['IE', 'Co. Cork', 'CO'],
    ['JP', '東京都', '13'],
    ['JP', 'Osaka Prefecture', '27'],
    ['DE', ' Bayern ', 'Bayern'],
    ['Atlantis', 'North', 'North'],
  ])('in %s reads %s as %s', (country, text, code) => {
    expect(runStep('state', text, run(country))).toBe(code);
  });

  it('writes the name when told so, and takes the shop’s country where the address has none', () => {
    expect(runStep('state', 'qc', run('CA', 'name'))).toBe('Quebec');
    expect(runStep('state', 'Texas', { ...run(null), settings: { country: 'US' } })).toBe('TX');
  });

  it('refuses what is no state of the country, or keeps it when told so', () => {
    expect(() => runStep('state', 'Bavaria', run('US'))).toThrow(/no state of US/);
    const { input, params } = run('US');
    const lenient = { input, params: { ...params, otherwise: 'asGiven' } };
    expect(runStep('state', 'Bavaria', lenient)).toBe('Bavaria');
  });

  it('finds every state by its code and its name again', () => {
    const sizes = ['US', 'CA', 'AU', 'BR', 'MX', 'IN', 'CN', 'IE', 'IT', 'JP'].map((country) => {
      for (const state of statesOf(country))
        for (const text of [state.code, state.name, `${country}-${state.code}`])
          expect(findState(country, text), `${country} ${text}`).toBe(state);
      return statesOf(country).length;
    });
    expect(sizes).toEqual([63, 13, 8, 27, 32, 37, 34, 26, 111, 47]);
  });
});

describe('the step postalCode', () => {
  it.each([
    ['GB', 'sw1a1aa', 'SW1A 1AA'],
    ['GB', 'M1 1ae', 'M1 1AE'],
    ['CA', 'k1a-0b1', 'K1A 0B1'],
    ['NL', '1012ab', '1012 AB'],
    ['SE', 'SE-11122', '111 22'],
    ['PL', '00950', '00-950'],
    ['JP', '〒１００ー０００１', '100-0001'],
    ['US', '123456789', '12345-6789'],
    ['US', '12345', '12345'],
    ['DE', 'D-10115', '10115'],
    ['FI', 'FIN-00100', '00100'],
    ['IE', 'd02af30', 'D02 AF30'],
    ['BR', '01310100', '01310-100'],
    ['PT', '1000 205', '1000-205'],
    ['IN', '110 001', '110001'],
    ['LV', 'lv1010', 'LV-1010'],
    ['US', ' unknown ', 'unknown'],
    ['BM', 'hm 12', 'HM 12'],
  ])('in %s writes %s as %s', (country, text, code) => {
    const run = { params: { country: 'at' }, input: { at: country } };
    expect(runStep('postalCode', text, run)).toBe(code);
  });

  it('changes nothing when it is applied twice', () => {
    const country = fc.constantFrom(...COUNTRIES.map(({ code }) => code));
    const text = fc.oneof(fc.stringMatching(/^[A-Za-z\d -]{1,10}$/), fc.string());
    fc.assert(
      fc.property(text, country, (code, place) => {
        const once = postalCode(code, place);
        expect(postalCode(once, place)).toBe(once);
      }),
    );
  });
});

describe('the step streetLines', () => {
  it.each([
    [['12 High St', 'Flat 3'], {}, '12 High St\nFlat 3'],
    [['12 High St ', null, ' 12 high st'], {}, '12 High St'],
    [['12  High St', 'Flat 3'], { as: 'oneLine' }, '12 High St, Flat 3'],
    ['12 High St\r\nFlat 3', { as: 'oneLine' }, '12 High St, Flat 3'],
    [['A long street name', 'Flat 3'], { max: 20 }, 'A long street name\nF'],
  ])('puts %j together', (lines, params, street) => {
    expect(runStep('streetLines', lines, { params })).toBe(street);
  });
});
