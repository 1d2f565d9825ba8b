import { checkParams } from './checkParams.ts';
import { typeWords } from './fieldTypes.ts';
import { asFix, quote } from './findings.ts';
import { fillParams } from './params.ts';
import type { RowContext } from './rowContext.ts';
import { shapeAfter } from './shapeAfter.ts';
import type { Shape } from './shapes.ts';
import { itemField } from './sourceTypes.ts';
import type { StepDefinition, ValueType } from './stepDefinition.ts';
import { STEPS, type Step } from './steps.ts';
import { StepError } from './values.ts';

/**
 * Follows a value through the steps and reports each that cannot work; the shape of what comes
 * out. Undefined stands for no value at all.
 */
export function checkSteps(context: RowContext, first: Shape | undefined): Shape | undefined {
  let shape = first;
  for (const [at, step] of context.row.steps.entries()) {
    const definition = STEPS[step.step];
    checkTakes(context, at, definition, shape);
    shape = checkStep(context, at, step, definition, shape);
  }
  return shape;
}

function checkTakes(
  { name, report }: RowContext,
  at: number,
  { label, takes }: StepDefinition,
  shape: Shape | undefined,
): void {
  if (!shape || shape.type === 'any' || takes.includes('any') || takes.includes(shape.type)) return;
  report({
    step: at,
    code: 'step_type_mismatch',
    what: `${name} gives the step ${quote(label)} ${typeWords(shape.type)}, but it takes ${takes.map(typeWords).join(' or ')}.`,
    fix: adviceFor(shape.type, takes),
  });
}

/** What turns the one type into another. */
function adviceFor(type: ValueType, takes: readonly ValueType[]): string {
  if (type === 'items') return 'Put a roll-up such as “Join items” or “Sum of items” before it.';
  if (type === 'list') return 'Put “First”, “Join” or another step for lists before it.';
  if (type === 'record') return 'Choose a field of the record as the source.';
  if (takes.includes('text')) return 'Put the step “Text” before it.';
  return takes.includes('list') ? 'Put the step “Split” before it.' : 'Remove the step.';
}

/** The shape after one step. What a broken step gives is known by its type alone. */
function checkStep(
  context: RowContext,
  at: number,
  step: Step,
  definition: StepDefinition,
  shape: Shape | undefined,
): Shape | undefined {
  const { sound, returns } = checkParams(context, at, step, shape);
  if (!shape && !definition.seesBlanks) return undefined;
  const given = shape ?? { type: 'any' };
  const params = sound ? compiledParams(context, at, step, definition) : undefined;
  if (!params) return { type: definition.gives };
  if (returns) return { type: returns };
  return shapeAfter(step, definition, given, params, (field) => itemType(context, field));
}

/** The parameters with their defaults; undefined when the step cannot work with them. */
function compiledParams(
  { settings, name, report }: RowContext,
  at: number,
  step: Step,
  definition: StepDefinition,
): Record<string, unknown> | undefined {
  try {
    const params = fillParams(definition.params, step as Readonly<Record<string, unknown>>);
    definition.compile(params, settings);
    return params;
  } catch (thrown) {
    if (!(thrown instanceof StepError)) throw thrown;
    report({
      step: at,
      code: 'step_cannot_work',
      what: `${name} has a step ${quote(definition.label)} that cannot work.`,
      fix: asFix(thrown.message),
    });
    return undefined;
  }
}

function itemType({ row }: RowContext, field: string): ValueType {
  return itemField(`${row.source[0] ?? ''}.${field}`)?.type ?? 'any';
}
