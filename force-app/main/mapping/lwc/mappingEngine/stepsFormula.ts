import { compileSourceFormula } from './formulaOfSources.ts';
import { LONGEST_FORMULA } from './formulaParser.ts';
import { compileLookUp } from './paths.ts';
import { defineStep } from './stepDefinition.ts';

/** The name under which a formula finds what the row has so far. */
export const VALUE = 'value';

export const FORMULA_STEPS = {
  formula: defineStep({
    label: 'Formula',
    help: 'Works out a value in Salesforce’s formula language. The row’s value is called value; all other fields are named by their path, such as order.total.',
    group: 'formula',
    takes: ['any'],
    gives: 'any',
    params: {
      text: { type: 'formula', label: 'Formula', required: true, min: 1, max: LONGEST_FORMULA },
    },
    seesBlanks: true,
    compile: ({ text }, { timeZone }) => {
      const formula = compileSourceFormula(text);
      const lookUp = compileLookUp(formula.paths.filter((path) => path !== VALUE));
      return (value, input, note) => {
        const read = lookUp(input);
        return formula.evaluate(
          (path) => (path === VALUE ? value : read(path)),
          note.now,
          timeZone,
          note.effort,
        );
      };
    },
  }),
};
