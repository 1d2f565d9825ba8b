import { findCountry } from './countries.ts';
import type { Country } from './countries.ts';
import type { MappingSettings } from './model.ts';
import { compilePath } from './paths.ts';
import { postalCode } from './postalCodes.ts';
import { findState, statesOf } from './states.ts';
import { defineStep } from './stepDefinition.ts';
import { truncate } from './stepsText.ts';
import { isBlank, listOf, StepError, textOf } from './values.ts';

const OTHERWISE = {
  type: 'choice',
  label: 'Otherwise',
  help: 'asGiven keeps what is not known as it came; left out it is a problem.',
  required: false,
  choices: ['asGiven'],
} as const;

const COUNTRY = {
  type: 'path',
  label: 'Country from',
  help: 'Where the country of the address stands, such as order.shipTo.country; without one it is the shop’s.',
  required: true,
} as const;

const ADDRESS = { group: 'address', takes: ['text'], gives: 'text' } as const;

export const ADDRESS_STEPS = {
  country: defineStep({
    ...ADDRESS,
    label: 'Country',
    help: 'Understands codes and names of countries, such as DE, DEU, Germany or Deutschland, and writes them in one way.',
    params: {
      as: {
        type: 'choice',
        label: 'Written as',
        help: 'code: DE, alpha3: DEU, name: Germany, as Salesforce’s own list of countries has it.',
        required: false,
        choices: ['code', 'alpha3', 'name'],
        default: 'code',
      },
      otherwise: OTHERWISE,
    },
    compile:
      ({ as, otherwise }) =>
      (value) => {
        const text = textOf(value);
        const country = findCountry(text);
        if (country) return country[as];
        if (otherwise === undefined) throw new StepError('is no country that is known');
        return text.trim();
      },
  }),
  state: defineStep({
    ...ADDRESS,
    label: 'State',
    help: 'Understands codes and names of states as CA, US-CA or California where Salesforce has a list of them (US, CA, AU, BR, CN, IE, IN, IT, MX) and in Japan; those of other countries stay as they are.',
    params: {
      country: COUNTRY,
      as: {
        type: 'choice',
        label: 'Written as',
        required: false,
        choices: ['code', 'name'],
        default: 'code',
      },
      otherwise: OTHERWISE,
    },
    compile: ({ country: path, as, otherwise }, settings) => {
      const countryAt = compileCountry(path, settings);
      return (value, input) => {
        const text = textOf(value);
        const country = countryAt(input)?.code ?? '';
        const state = findState(country, text);
        if (state) return state[as];
        if (otherwise === undefined && statesOf(country).length > 0)
          throw new StepError(`is no state of ${country} that is known`);
        return text.trim();
      };
    },
  }),
  postalCode: defineStep({
    ...ADDRESS,
    label: 'Postal code',
    help: 'Spaces, hyphens and capitals as the post of the country writes them, such as SW1A 1AA or 100-0001. A code of another shape is only trimmed.',
    takes: ['text', 'number'],
    params: { country: COUNTRY },
    compile: ({ country: path }, settings) => {
      const countryAt = compileCountry(path, settings);
      return (value, input) => postalCode(textOf(value), countryAt(input)?.code ?? '');
    },
  }),
  streetLines: defineStep({
    ...ADDRESS,
    label: 'Street',
    help: 'Puts the lines of a street together; blank lines and repeated ones are left out.',
    takes: ['list', 'text'],
    params: {
      as: {
        type: 'choice',
        label: 'Written as',
        help: 'lines: one below the other, oneLine: with commas between.',
        required: false,
        choices: ['lines', 'oneLine'],
        default: 'lines',
      },
      max: {
        type: 'integer',
        label: 'Most characters',
        required: false,
        min: 20,
        max: 4096,
        default: 255,
      },
    },
    compile: ({ as, max }) => {
      const separator = as === 'lines' ? '\n' : ', ';
      return (value) => truncate(streetLines(value).join(separator), max);
    },
  }),
};

/** The country at a path; the shop's where nothing stands there, none where it is not known. */
function compileCountry(
  path: string,
  settings: MappingSettings,
): (input: unknown) => Country | undefined {
  const read = compilePath(path);
  const home = findCountry(settings.country);
  return (input) => {
    const found = read(input);
    if (isBlank(found)) return home;
    return typeof found === 'string' ? findCountry(found) : undefined;
  };
}

function streetLines(value: unknown): string[] {
  const lines = listOf(value)
    .slice(0, 10)
    .filter((line) => !isBlank(line))
    .flatMap((line) =>
      textOf(line)
        .slice(0, 4096)
        .split(/[\r\n]+/),
    )
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = line.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
