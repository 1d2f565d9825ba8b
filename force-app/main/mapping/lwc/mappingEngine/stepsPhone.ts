import { findCountry } from './countries.ts';
import type { MappingSettings } from './model.ts';
import { compilePath } from './paths.ts';
import { readPhone } from './phone.ts';
import { defineStep } from './stepDefinition.ts';
import { StepError, textOf } from './values.ts';

export const PHONE_STEPS = {
  phone: defineStep({
    label: 'Phone number',
    help: 'The international form, such as +493012345678. A number without + or 00 is of the country given, else of the shop’s country.',
    group: 'person',
    takes: ['text', 'number'],
    gives: 'text',
    params: {
      country: {
        type: 'path',
        label: 'Country from',
        help: 'Where the country of the number stands, such as order.billTo.country.',
        required: false,
      },
      countryCode: {
        type: 'text',
        label: 'Country',
        help: 'Two letters such as DE; left out it is the country of the shop.',
        required: false,
        min: 2,
        max: 60,
      },
      extension: {
        type: 'choice',
        label: 'Extension',
        help: 'keep writes it behind the number, such as +12125550100 x12.',
        required: false,
        choices: ['drop', 'keep'],
        default: 'drop',
      },
      otherwise: {
        type: 'choice',
        label: 'Otherwise',
        help: 'asGiven keeps what can be no phone number as it came; left out it is a problem.',
        required: false,
        choices: ['asGiven'],
      },
    },
    compile: ({ country, countryCode, extension, otherwise }, settings) => {
      const countryOf = compileCountry(country, countryCode, settings);
      return (value, input) => {
        const text = textOf(value);
        const phone = readPhone(text, countryOf(input));
        if (typeof phone !== 'string')
          return extension === 'keep' && phone.extension !== ''
            ? `${phone.number} x${phone.extension}`
            : phone.number;
        if (otherwise === undefined) throw new StepError(phone);
        return text.trim();
      };
    },
  }),
};

/** The country at a path where one is known there, else the one of the step, else the shop's. */
function compileCountry(
  path: string | undefined,
  fixed: string | undefined,
  settings: MappingSettings,
): (input: unknown) => string {
  const own = fixed === undefined ? undefined : findCountry(fixed);
  if (fixed !== undefined && !own)
    throw new StepError('The country is none; give its two letters, such as DE.');
  const home = own?.code ?? findCountry(settings.country)?.code ?? '';
  if (path === undefined) return () => home;
  const read = compilePath(path);
  return (input) => {
    const found = read(input);
    return (typeof found === 'string' ? findCountry(found)?.code : undefined) ?? home;
  };
}
