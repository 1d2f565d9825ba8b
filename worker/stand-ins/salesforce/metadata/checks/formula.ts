import { compileFormula, type Compiled, type Wanted } from '../../formula/compile.ts';
import { FormulaProblem } from '../../formula/problem.ts';
import { resultFor } from '../../formula/run.ts';
import { parentOf } from '../../schema/component.ts';
import type { Field } from '../../schema/model.ts';
import { childOf, childrenOf, textIn, type Element } from '../element.ts';
import { at, type Incoming, type Problem } from '../failure.ts';
import { declaredField, surroundingsIn } from '../world-fields.ts';
import type { World } from '../world.ts';
import { noField, orphan } from './screens.ts';
import { checkSummary } from './summary.ts';

const MOST_SIGNS_OF_A_MESSAGE = 255;

/** A rule's formula must be one, and be true or false. */
export function checkValidationRule(component: Incoming, world: World): Problem[] {
  const { element, fullName } = component;
  const object = parentOf(fullName);
  if (!world.hasObject(object)) return [orphan(element, object)];
  const message = childOf(element, 'errorMessage');
  const formula = childOf(element, 'errorConditionFormula') ?? element;
  return [
    ...noField(childrenOf(element, 'errorDisplayField'), object, world),
    ...(message && message.text.length > MOST_SIGNS_OF_A_MESSAGE
      ? [at(message, `Error Message: data value too large (max length=${MOST_SIGNS_OF_A_MESSAGE})`)]
      : []),
    ...check(formula, component, world, { returns: 'boolean', place: 'rule' }).problems,
  ];
}

/** The formulas of a field, and what a roll-up sums up. */
export function calculation(component: Incoming, world: World): Problem[] {
  const { element } = component;
  if (textIn(element, 'type') === 'Summary') return checkSummary(component, world);
  const field = declaredField(world, component);
  if (!field) return [];
  const scale = field.scale;
  const formula = childOf(element, 'formula');
  if (!formula) {
    const given = field.defaultFormula && childOf(element, 'defaultValue');
    const wanted: Wanted = { returns: resultFor(field), place: 'default', scale };
    return given ? check(given, component, world, wanted).problems : [];
  }
  const type = textIn(element, 'type');
  if (!FORMULA_TYPES.includes(type)) {
    return [at(formula, `A field of type ${type} cannot have a formula`)];
  }
  const { problems, compiled } = check(formula, component, world, {
    returns: resultFor(field),
    scale,
    blankAsZero: field.formula?.blankAsZero ?? false,
  });
  const isCircular = compiled && leadsTo(compiled, field, component, world);
  return isCircular
    ? [at(formula, `The formula of ${field.name} refers to itself, directly or by another formula`)]
    : problems;
}

const FORMULA_TYPES = ['Checkbox', 'Currency', 'Date', 'DateTime', 'Number', 'Percent', 'Text'];

function check(
  element: Element,
  component: Incoming,
  world: World,
  wanted: Wanted,
): { problems: Problem[]; compiled?: Compiled } {
  try {
    const around = surroundingsIn(world, component);
    return { problems: [], compiled: compileFormula(element.text, around, wanted) };
  } catch (error) {
    if (!(error instanceof FormulaProblem)) throw error;
    return { problems: [at(element, error.message)] };
  }
}

/** Whether a formula asks, through however many others, for the field it is of. */
function leadsTo(from: Compiled, target: Field, component: Incoming, world: World): boolean {
  const seen = new Set<Field>();
  const waiting = [...from.found.values()].map(({ field }) => field);
  for (const field of waiting) {
    if (field === target) return true;
    if (!field.formula || seen.has(field)) continue;
    seen.add(field);
    const owner = world.of('CustomField').find((other) => declaredField(world, other) === field);
    try {
      const around = surroundingsIn(world, owner ?? component);
      const inner = compileFormula(field.formula.text, around, {});
      waiting.push(...[...inner.found.values()].map((one) => one.field));
    } catch (error) {
      // A formula that is none has a failure of its own.
      if (!(error instanceof FormulaProblem)) throw error;
    }
  }
  return false;
}
