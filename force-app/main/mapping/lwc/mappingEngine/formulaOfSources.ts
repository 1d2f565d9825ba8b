import { compileFormula, FormulaError, type Formula } from './formula.ts';
import { SOURCES } from './sources.ts';
import type { ValueType } from './stepDefinition.ts';
import { StepError } from './values.ts';

let known: Map<string, ValueType> | undefined;

/**
 * The type of a field of any kind of source, `any` when nobody knows it. Amounts are decimal text in
 * an input; only the catalogue tells that numbers are meant.
 */
export function typeOfSource(path: string): ValueType {
  known ??= new Map(
    Object.values(SOURCES).flatMap((fields) => fields.map(({ path: own, type }) => [own, type])),
  );
  return known.get(path) ?? 'any';
}

/**
 * A formula over the fields of any kind of source. A field nobody knows is of any type, as it may
 * be the shop's own. Throws a StepError that says where in the text the fault is.
 */
export function compileSourceFormula(text: string): Formula {
  try {
    return compileFormula(text, typeOfSource);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const message = error.message.replace(/\.$/, '');
    throw new StepError(`${message}, at character ${error.at + 1} of the formula. ${error.fix}`);
  }
}
