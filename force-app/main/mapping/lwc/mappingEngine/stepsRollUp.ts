import { add } from './money.ts';
import { amountOf, compileItems, compileValues, FIELD, FILTER, OF_ITEMS } from './rollUp.ts';
import { highest, lowest } from './rollUpRanks.ts';
import { defineStep } from './stepDefinition.ts';
import { ROLL_UP_LIST_STEPS } from './stepsRollUpLists.ts';

export const ROLL_UP_STEPS = {
  sumOf: defineStep({
    ...OF_ITEMS,
    label: 'Sum of items',
    help: 'Adds up a field of the items, exactly to the last digit; 0 where no item passes the comparison.',
    gives: 'number',
    params: { field: FIELD, ...FILTER },
    compile: (params, settings) => {
      const values = compileValues(params, settings);
      return (value, _input, note) => add(...values(value, note).map(amountOf));
    },
  }),
  countOf: defineStep({
    ...OF_ITEMS,
    label: 'Number of items',
    help: 'How many items there are, all or those that pass the comparison.',
    gives: 'number',
    params: { ...FILTER },
    compile: (params, settings) => {
      const items = compileItems(params, settings);
      return (value, _input, note) => items(value, note).length;
    },
  }),
  minOf: defineStep({
    ...OF_ITEMS,
    label: 'Lowest of items',
    help: 'The lowest number or earliest date in a field of the items.',
    gives: 'any',
    params: { field: FIELD, ...FILTER },
    compile: (params, settings) => {
      const values = compileValues(params, settings);
      return (value, _input, note) => lowest(values(value, note), settings.timeZone);
    },
  }),
  maxOf: defineStep({
    ...OF_ITEMS,
    label: 'Highest of items',
    help: 'The highest number or latest date in a field of the items.',
    gives: 'any',
    params: { field: FIELD, ...FILTER },
    compile: (params, settings) => {
      const values = compileValues(params, settings);
      return (value, _input, note) => highest(values(value, note), settings.timeZone);
    },
  }),
  firstOf: defineStep({
    ...OF_ITEMS,
    label: 'First of items',
    help: 'A field of the first item that has it.',
    gives: 'any',
    params: { field: FIELD, ...FILTER },
    compile: (params, settings) => {
      const values = compileValues(params, settings);
      return (value, _input, note) => values(value, note)[0];
    },
  }),
  lastOf: defineStep({
    ...OF_ITEMS,
    label: 'Last of items',
    help: 'A field of the last item that has it.',
    gives: 'any',
    params: { field: FIELD, ...FILTER },
    compile: (params, settings) => {
      const values = compileValues(params, settings);
      return (value, _input, note) => values(value, note).at(-1);
    },
  }),
  ...ROLL_UP_LIST_STEPS,
};
