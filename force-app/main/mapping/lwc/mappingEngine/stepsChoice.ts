import { distinctTexts, itemsOf, joinAll } from './lists.ts';
import { orderStatusOf } from './orderStatuses.ts';
import { defineStep } from './stepDefinition.ts';
import { isBlank, StepError, textOf } from './values.ts';
import { compileTable } from './valueTable.ts';

const WORD = { type: 'text', required: true, min: 1, max: 255 } as const;

const TABLE = { type: 'table', label: 'Values', max: 1_000 } as const;

const TRUE_WORDS = new Set(['true', 'yes', 'y', 'on', '1']);
const FALSE_WORDS = new Set(['false', 'no', 'n', 'off', '0']);

export const CHOICE_STEPS = {
  valueTable: defineStep({
    label: 'Table of values',
    help: 'Translates the shop’s words into yours. A word that is not listed becomes the default and is reported, or is a problem without one.',
    group: 'choice',
    takes: ['text', 'number', 'boolean', 'list'],
    gives: 'text',
    params: {
      values: { ...TABLE, required: true },
      default: { type: 'text', label: 'Default', required: false, max: 255 },
      ignoreCase: {
        type: 'boolean',
        label: 'Small and capital letters are the same',
        required: false,
        default: false,
      },
    },
    compile: ({ values, default: other, ignoreCase }) =>
      compileTable(values, {
        ignoreCase,
        otherwise: (text, note) => {
          if (other !== undefined) note.unmapped(text);
          return other;
        },
      }),
  }),
  boolean: defineStep({
    label: 'Checkbox',
    help: 'True for true, yes, on and 1; false for false, no, off and 0.',
    group: 'choice',
    takes: ['boolean', 'text', 'number'],
    gives: 'boolean',
    params: {},
    compile: () => booleanOf,
  }),
  yesNo: defineStep({
    label: 'Two words',
    help: 'One word for true and one for false, such as Yes and No.',
    group: 'choice',
    takes: ['boolean', 'text', 'number'],
    gives: 'text',
    params: {
      yes: { ...WORD, label: 'For true' },
      no: { ...WORD, label: 'For false' },
    },
    compile:
      ({ yes, no }) =>
      (value) =>
        booleanOf(value) ? yes : no,
  }),
  customerGroup: defineStep({
    label: 'Customer group',
    help: 'The name of the group, or your word for it where the table has one.',
    group: 'choice',
    takes: ['text', 'list'],
    gives: 'text',
    params: { values: { ...TABLE, required: false } },
    compile: ({ values = {} }) =>
      compileTable(values, { ignoreCase: true, otherwise: (text) => text.trim() }),
  }),
  orderStatus: defineStep({
    label: 'Order status',
    help: 'The status as the order’s picklist has it, or your word for it where the table has one.',
    group: 'choice',
    takes: ['text'],
    gives: 'text',
    params: { values: { ...TABLE, required: false } },
    compile: ({ values = {} }) => {
      const words = compileTable(values, { ignoreCase: true, otherwise: orderStatusOf });
      return (value, input, note) => words(textOf(value), input, note);
    },
  }),
  multiSelect: defineStep({
    label: 'Multi-select picklist',
    help: 'The values of a list with semicolons between them, each once.',
    group: 'choice',
    takes: ['list', 'text'],
    gives: 'text',
    params: {},
    compile: () => (value, _input, note) => {
      const texts = distinctTexts(itemsOf(value, note));
      if (Array.isArray(value) && texts.some((text) => text.includes(';')))
        throw new StepError('holds an entry with a semicolon, which would become two');
      return joinAll(texts, ';');
    },
  }),
  defaultTo: defineStep({
    label: 'Instead of nothing',
    help: 'A text for a value that is blank.',
    group: 'choice',
    takes: ['any'],
    gives: 'any',
    params: { value: { ...WORD, label: 'Text' } },
    seesBlanks: true,
    compile:
      ({ value: other }) =>
      (value) =>
        isBlank(value) ? other : value,
  }),
};

function booleanOf(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const word = textOf(value).slice(0, 10).trim().toLowerCase();
  if (TRUE_WORDS.has(word)) return true;
  if (FALSE_WORDS.has(word)) return false;
  throw new StepError('is neither true nor false');
}
