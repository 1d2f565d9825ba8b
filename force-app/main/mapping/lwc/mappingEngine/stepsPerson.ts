import { splitName } from './personNames.ts';
import type { PersonName } from './personNames.ts';
import { defineStep } from './stepDefinition.ts';
import { PHONE_STEPS } from './stepsPhone.ts';
import { isBlank, listOf, StepError, textOf } from './values.ts';

const LONGEST_NAME = 255;

export const PERSON_STEPS = {
  ...PHONE_STEPS,
  splitName: defineStep({
    label: 'Part of a name',
    help: 'Takes a full name apart. One word alone is the last name; particles (van, de) and suffixes (Jr., III) belong to the last name.',
    group: 'person',
    takes: ['text'],
    gives: 'text',
    params: {
      part: {
        type: 'choice',
        label: 'Part',
        help: 'given is the first name and all names between it and the last one.',
        required: true,
        choices: ['first', 'last', 'middle', 'salutation', 'given'],
      },
    },
    compile:
      ({ part }, { country }) =>
      (value) => {
        const name = splitName(textOf(value), country);
        if (!name) throw new StepError('is too long for a name');
        return partOf(name, part) || null;
      },
  }),
  joinName: defineStep({
    label: 'Full name',
    help: 'Puts the parts of a name together, in the order of the sources; blank parts are left out.',
    group: 'person',
    takes: ['list', 'text'],
    gives: 'text',
    params: {
      order: {
        type: 'choice',
        label: 'Order',
        help: 'lastFirst puts the last of the sources first, with a comma: Smith, Mary Ann.',
        required: false,
        choices: ['asGiven', 'lastFirst'],
        default: 'asGiven',
      },
    },
    compile:
      ({ order }) =>
      (value) => {
        const parts = nameParts(value);
        const last = order === 'lastFirst' && parts.length > 1 ? parts.pop() : undefined;
        const name = parts.join(' ');
        return last === undefined ? name : `${last}, ${name}`;
      },
  }),
  initials: defineStep({
    label: 'Initials',
    help: 'The first letter of each word in capitals, such as MAS for Mary Ann Smith.',
    group: 'person',
    takes: ['text', 'list'],
    gives: 'text',
    params: {
      most: {
        type: 'integer',
        label: 'Most letters',
        required: false,
        min: 1,
        max: 10,
        default: 3,
      },
      points: { type: 'boolean', label: 'With points', required: false, default: false },
    },
    compile:
      ({ most, points }) =>
      (value) =>
        nameParts(value)
          .flatMap((part) => part.split(/[\s-]+/))
          .flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0].toUpperCase() ?? [])
          .slice(0, most)
          .map((letter) => (points ? `${letter}.` : letter))
          .join('') || null,
  }),
};

function partOf(name: PersonName, part: keyof PersonName | 'given'): string {
  return part === 'given' ? `${name.first} ${name.middle}`.trim() : name[part];
}

function nameParts(value: unknown): string[] {
  const parts = listOf(value)
    .slice(0, 10)
    .filter((part) => !isBlank(part))
    .map((part) => textOf(part).slice(0, LONGEST_NAME).replace(/\s+/g, ' ').trim());
  if (parts.join(' ').length > LONGEST_NAME) throw new StepError('is too long for a name');
  return parts;
}
