import { itemsOf, joinWhole, withoutBlanks } from './lists.ts';
import { FIELD, FILTER, OF_ITEMS } from './rollUp.ts';
import { compileFlatTexts, compileTop } from './rollUpRanks.ts';
import { defineStep } from './stepDefinition.ts';
import { truncate } from './stepsText.ts';
import { LONGEST_TEXT } from './values.ts';

const MOST_CHARACTERS = {
  type: 'integer',
  label: 'Most characters',
  required: false,
  min: 1,
  max: LONGEST_TEXT,
  default: 255,
} as const;

const SEPARATOR = {
  type: 'text',
  label: 'Separator',
  required: false,
  max: 20,
  default: ', ',
} as const;

const HOW_MANY = {
  type: 'integer',
  label: 'How many',
  required: false,
  min: 1,
  max: 100,
  default: 3,
} as const;

const AMOUNT = {
  type: 'path',
  label: 'Ranked by',
  help: 'A field of the items; those with the highest sum come first.',
  required: false,
  default: 'total',
} as const;

/** Roll-ups that give several values, or a text of them. */
export const ROLL_UP_LIST_STEPS = {
  distinctOf: defineStep({
    ...OF_ITEMS,
    label: 'Each once of items',
    help: 'The different values in a field of the items, such as all categories.',
    gives: 'list',
    params: { field: FIELD, ...FILTER },
    compile: compileFlatTexts,
  }),
  joinOf: defineStep({
    ...OF_ITEMS,
    label: 'Join items',
    help: 'The different values in a field of the items as one text, whole ones only.',
    gives: 'text',
    params: { field: FIELD, separator: SEPARATOR, max: MOST_CHARACTERS, ...FILTER },
    compile: (params, settings) => {
      const texts = compileFlatTexts(params, settings);
      return (value, input, note) =>
        joinWhole(texts(value, input, note), params.separator, params.max, truncate);
    },
  }),
  topByAmount: defineStep({
    ...OF_ITEMS,
    label: 'Top of items by amount',
    help: 'The values of a field, such as names or categories, whose items add up to most.',
    gives: 'list',
    params: { field: FIELD, amount: AMOUNT, count: HOW_MANY, ...FILTER },
    compile: (params, settings) => {
      const top = compileTop(params, settings);
      return (value, _input, note) => top(value, note);
    },
  }),
  productInterest: defineStep({
    label: 'Product interest',
    help: 'What a person is interested in: the categories bought for most, or the names of the products where the items have none.',
    group: 'list',
    takes: ['items', 'list'],
    gives: 'text',
    params: {
      field: { ...FIELD, required: false, default: 'categories' },
      amount: AMOUNT,
      count: HOW_MANY,
      separator: { ...SEPARATOR, default: '; ' },
      max: MOST_CHARACTERS,
      ...FILTER,
    },
    compile: (params, settings) => {
      const byField = compileTop(params, settings);
      const byName = compileTop({ ...params, field: 'name' }, settings);
      return (value, _input, note) => {
        const items = withoutBlanks(itemsOf(value, note));
        // Interests that were counted elsewhere come as texts, the strongest first.
        const isCounted = items.every((item) => typeof item !== 'object');
        const top = isCounted
          ? items.slice(0, params.count).map(String)
          : [byField, byName].map((rank) => rank(items, note)).find((rank) => rank.length > 0);
        return joinWhole(top ?? [], params.separator, params.max, truncate);
      };
    },
  }),
};
