import { DATE_FUNCTIONS } from './formulaFunctionsDate.ts';
import { LOGIC_FUNCTIONS } from './formulaFunctionsLogic.ts';
import { NUMBER_FUNCTIONS } from './formulaFunctionsNumber.ts';
import { TEXT_FUNCTIONS } from './formulaFunctionsText.ts';
import { REFUSED } from './formulaRefused.ts';
import { REGEX } from './formulaRegex.ts';
import type { FunctionDefinition } from './formulaSignature.ts';
import { FormulaError, type Part } from './formulaTypes.ts';
import { nearest } from './nearest.ts';

const FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  ...LOGIC_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...DATE_FUNCTIONS,
  REGEX,
};

/** The functions a formula may call, in capitals; any case will do in a formula. */
export const FUNCTION_NAMES: readonly string[] = Object.keys(FUNCTIONS).sort();

/** Checks a call. Throws a FormulaError when there is no such function or its arguments are wrong. */
export function call(name: string, parts: readonly Part[], at: number): Part {
  const capitals = name.toUpperCase();
  const known = Object.hasOwn(FUNCTIONS, capitals) ? FUNCTIONS[capitals] : undefined;
  if (known) return known(parts, capitals, at);
  if (Object.hasOwn(REFUSED, capitals)) {
    throw new FormulaError(
      `Function ${capitals} may not be used in this type of formula`,
      at,
      `A mapping cannot answer it: ${REFUSED[capitals] ?? ''}.`,
    );
  }
  const near = nearest(capitals.slice(0, 40), FUNCTION_NAMES);
  throw new FormulaError(
    `Unknown function ${name.slice(0, 40)}. Check spelling.`,
    at,
    near ? `Did you mean ${near}?` : 'See the list of functions for what there is.',
  );
}
