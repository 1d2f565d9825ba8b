import { compileFormula, FormulaError, type Formula } from './formula.ts';
import type { Report } from './findings.ts';
import type { ValueType } from './stepDefinition.ts';

interface Where {
  name: string;
  report: Report;
  step?: number;
  typeOf: (path: string) => ValueType | undefined;
}

/** Compiles a formula; reports what is wrong with it and where in its text. */
export function checkFormula(
  text: string,
  { name, report, step, typeOf }: Where,
): Formula | undefined {
  const at = step === undefined ? {} : { step };
  if (text.trim() === '') {
    report({
      ...at,
      code: 'formula_missing',
      what: `${name} has an empty formula.`,
      fix: 'Write the formula, or remove it.',
    });
    return undefined;
  }
  try {
    return compileFormula(text, typeOf);
  } catch (thrown) {
    if (!(thrown instanceof FormulaError)) throw thrown;
    report({
      ...at,
      code: 'formula_error',
      what: `${name} has an error in its formula at character ${thrown.at + 1}: ${thrown.message}.`.replace(
        /\.\.$/,
        '.',
      ),
      fix: thrown.fix ?? 'Correct the formula at that place.',
    });
    return undefined;
  }
}
