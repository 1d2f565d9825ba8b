import { distinctTexts, itemsOf, joinAll, joinWhole, withoutBlanks } from './lists.ts';
import { defineStep } from './stepDefinition.ts';
import { truncate } from './stepsText.ts';
import { isBlank, LONGEST_LIST, LONGEST_TEXT, textOf } from './values.ts';

const SEPARATOR = { type: 'text', label: 'Separator', required: true, max: 20 } as const;

export const LIST_STEPS = {
  first: defineStep({
    label: 'First',
    help: 'The first of several values that is not blank.',
    group: 'list',
    takes: ['list'],
    gives: 'any',
    params: {},
    compile: () => (value, _input, note) => itemsOf(value, note).find((item) => !isBlank(item)),
  }),
  last: defineStep({
    label: 'Last',
    help: 'The last of several values that is not blank.',
    group: 'list',
    takes: ['list'],
    gives: 'any',
    params: {},
    compile: () => (value, _input, note) => itemsOf(value, note).findLast((item) => !isBlank(item)),
  }),
  pick: defineStep({
    label: 'Pick one',
    help: 'The value at a position of a list; the first is 1. Nothing where the list is shorter.',
    group: 'list',
    takes: ['list', 'items'],
    gives: 'any',
    params: {
      position: { type: 'integer', label: 'Position', required: true, min: 1, max: LONGEST_LIST },
    },
    compile:
      ({ position }) =>
      (value, _input, note) =>
        itemsOf(value, note)[position - 1],
  }),
  split: defineStep({
    label: 'Split',
    help: 'Makes a list of a text, such as of names with commas between them.',
    group: 'list',
    takes: ['text'],
    gives: 'list',
    params: { separator: { ...SEPARATOR, min: 1 } },
    compile:
      ({ separator }) =>
      (value, _input, note) => {
        const parts = textOf(value).split(separator, LONGEST_LIST + 1);
        return withoutBlanks(itemsOf(parts, note)).map((part) => textOf(part).trim());
      },
  }),
  join: defineStep({
    label: 'Join',
    help: 'Writes the values of a list into one text, each once, whole ones only, as many as fit.',
    group: 'list',
    takes: ['list'],
    gives: 'text',
    params: {
      separator: SEPARATOR,
      max: { type: 'integer', label: 'Most characters', required: true, min: 1, max: LONGEST_TEXT },
    },
    compile:
      ({ separator, max }) =>
      (value, _input, note) =>
        joinWhole(distinctTexts(itemsOf(value, note)), separator, max, truncate),
  }),
  concat: defineStep({
    label: 'Put together',
    help: 'All values in a row, such as of several sources; nothing when one of them is missing.',
    group: 'list',
    takes: ['list'],
    gives: 'text',
    params: { separator: SEPARATOR },
    compile:
      ({ separator }) =>
      (value, _input, note) => {
        const items = itemsOf(value, note);
        return items.some(isBlank) ? null : joinAll(items.map(textOf), separator);
      },
  }),
  distinct: defineStep({
    label: 'Each once',
    help: 'Leaves out what a list already holds.',
    group: 'list',
    takes: ['list'],
    gives: 'list',
    params: {},
    compile: () => (value, _input, note) => distinctTexts(itemsOf(value, note)),
  }),
  count: defineStep({
    label: 'Count',
    help: 'How many values of a list are not blank.',
    group: 'list',
    takes: ['list', 'items'],
    gives: 'number',
    params: {},
    compile: () => (value, _input, note) => withoutBlanks(itemsOf(value, note)).length,
  }),
};
