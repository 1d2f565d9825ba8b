import { checkFormula } from './checkFormula.ts';
import { checkPath } from './checkPaths.ts';
import { midSentence, quote } from './findings.ts';
import { paramProblem } from './params.ts';
import type { RowContext } from './rowContext.ts';
import { itemField } from './sourceTypes.ts';
import type { ParamDefinition, StepDefinition, ValueType } from './stepDefinition.ts';
import type { Shape } from './shapes.ts';
import { STEPS, type Step } from './steps.ts';
import { VALUE } from './stepsFormula.ts';

export interface ParamsChecked {
  /** Nothing keeps the step from being compiled. */
  sound: boolean;
  /** What the formula among them gives. */
  returns?: ValueType;
}

/** A list of items whose fields are known. */
const ITEMS = /^(order|cart)\.items$/;

/** Reports parameters that are missing, out of bounds, or lead nowhere. */
export function checkParams(
  context: RowContext,
  at: number,
  step: Step,
  shape: Shape | undefined,
): ParamsChecked {
  const definition = STEPS[step.step];
  const params = step as Readonly<Record<string, unknown>>;
  const checked: ParamsChecked = { sound: true };
  for (const [name, param] of Object.entries(definition.params)) {
    const value = params[name];
    if (value === undefined && !param.required) continue;
    const problem = paramProblem(param, value);
    if (problem !== undefined) {
      checked.sound = false;
      report(context, at, definition, problem);
    } else if (param.type === 'formula')
      checkFormulaParam(context, at, String(value), shape, checked);
    else if (param.type === 'path') checkPathParam(context, at, definition, param, String(value));
  }
  return checked;
}

function checkFormulaParam(
  { name, sources, report: tell }: RowContext,
  step: number,
  text: string,
  shape: Shape | undefined,
  checked: ParamsChecked,
): void {
  const typeOf = (path: string): ValueType | undefined =>
    path === VALUE ? (shape?.type ?? 'any') : sources.typeOf(path);
  const formula = checkFormula(text, { name, report: tell, step, typeOf });
  if (!formula) checked.sound = false;
  else {
    checked.returns = formula.returns;
    for (const path of formula.paths)
      if (path !== VALUE) checkPath(path, { sources, name, report: tell, step });
  }
}

/** The paths of a roll-up lead into the items, all others into the record. */
function checkPathParam(
  context: RowContext,
  step: number,
  definition: StepDefinition,
  param: ParamDefinition,
  path: string,
): void {
  const { name, sources, report: tell, row } = context;
  const list = row.source[0] ?? '';
  if (!definition.takes.includes('items')) checkPath(path, { sources, name, report: tell, step });
  else if (ITEMS.test(list) && !itemField(`${list}.${path}`) && !/^(raw|categories)\b/.test(path))
    tell({
      step,
      code: 'path_unknown',
      what: `${name} reads ${quote(path)} of each item, which the items of ${list} do not have.`,
      fix: `Choose another field for “${param.label}”, such as name, sku, quantity or total.`,
    });
}

function report(
  { name, report: tell }: RowContext,
  step: number,
  { label }: StepDefinition,
  problem: string,
): void {
  tell({
    step,
    code: 'param_invalid',
    what: `${name} has a step ${quote(label)} that is not set up: ${midSentence(problem)}`,
    fix: problem,
  });
}
