import { defineStep } from './stepDefinition.ts';
import { OF_TEXT } from './stepsText.ts';
import { StepError, textOf } from './values.ts';
import { domainOf, emailAddress, localPart, webAddress } from './webText.ts';

export const WEB_STEPS = {
  email: defineStep({
    ...OF_TEXT,
    label: 'Email address',
    help: 'One spelling for each address, in small letters; refuses what Salesforce would refuse.',
    params: {},
    compile: () => (value) => emailAddress(textOf(value)),
  }),
  url: defineStep({
    ...OF_TEXT,
    label: 'Web address',
    help: 'A complete http or https address. One that is too long is not cut, for it would lead nowhere.',
    params: {
      length: {
        type: 'integer',
        label: 'Most characters',
        required: false,
        min: 10,
        max: 4096,
        default: 255,
      },
      otherwise: { type: 'text', label: 'Otherwise', required: false, max: 255 },
    },
    compile:
      ({ length, otherwise }) =>
      (value) => {
        const url = textOf(value).trim();
        const fault = webAddress(url, length);
        if (fault === undefined) return url;
        if (otherwise === undefined) throw new StepError(fault);
        return otherwise;
      },
  }),
  localPart: defineStep({
    ...OF_TEXT,
    label: 'Name in an email address',
    help: 'What stands before the @; other text stays as it is.',
    params: {},
    compile: () => (value) => localPart(textOf(value)),
  }),
  domain: defineStep({
    ...OF_TEXT,
    label: 'Domain',
    help: 'The domain of an email or web address, without www; nothing for other text.',
    params: {},
    compile: () => (value) => domainOf(textOf(value)),
  }),
};
