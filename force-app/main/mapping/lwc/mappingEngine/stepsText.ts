import { changeCase } from './letterCase.ts';
import { defineStep } from './stepDefinition.ts';
import { LONGEST_TEXT, StepError, textOf } from './values.ts';

/** What most steps for texts have in common. */
export const OF_TEXT = { group: 'text', takes: ['text'], gives: 'text' } as const;

export const TEXT_STEPS = {
  text: defineStep({
    label: 'Text',
    help: 'Turns a number or true and false into text.',
    group: 'text',
    takes: ['text', 'number', 'boolean', 'date', 'dateTime'],
    gives: 'text',
    params: {},
    compile: () => textOf,
  }),
  trim: defineStep({
    ...OF_TEXT,
    label: 'Trim',
    help: 'Removes the spaces at both ends.',
    params: {},
    compile: () => (value) => textOf(value).trim(),
  }),
  case: defineStep({
    ...OF_TEXT,
    label: 'Change case',
    help: 'Writes the text in small letters, in capitals, with each word beginning with a capital, or like a sentence.',
    params: {
      to: {
        type: 'choice',
        label: 'Case',
        required: true,
        choices: ['lower', 'upper', 'title', 'sentence'],
      },
    },
    compile:
      ({ to }) =>
      (value) =>
        changeCase(textOf(value), to),
  }),
  truncate: defineStep({
    ...OF_TEXT,
    label: 'Shorten',
    help: 'Cuts the text to the length of the field; never through a character.',
    params: {
      length: {
        type: 'integer',
        label: 'Most characters',
        required: true,
        min: 1,
        max: LONGEST_TEXT,
      },
    },
    compile:
      ({ length }) =>
      (value) =>
        truncate(textOf(value), length),
  }),
  replaceText: defineStep({
    ...OF_TEXT,
    label: 'Replace text',
    help: 'Replaces a text wherever it occurs, letter by letter; small and capital letters differ.',
    params: {
      find: { type: 'text', label: 'Find', required: true, min: 1, max: 255 },
      with: { type: 'text', label: 'Replace with', required: false, max: 255, default: '' },
    },
    compile:
      ({ find, with: replacement }) =>
      (value) =>
        replaceText(textOf(value), find, replacement),
  }),
};

/** At most `length` UTF-16 units, never half of a character that takes two. */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const last = cut.charCodeAt(cut.length - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return (isHalf ? cut.slice(0, -1) : cut).trimEnd();
}

function replaceText(text: string, find: string, replacement: string): string {
  const parts = text.split(find);
  const grows = (parts.length - 1) * (replacement.length - find.length);
  // Known before it is made: the result could take many times the memory.
  if (text.length + grows > LONGEST_TEXT)
    throw new StepError('would become longer than any field with the replacement');
  return parts.join(replacement);
}
