import { ADDRESS_STEPS } from './stepsAddress.ts';
import { CHOICE_STEPS } from './stepsChoice.ts';
import { DATE_STEPS } from './stepsDate.ts';
import { FORMULA_STEPS } from './stepsFormula.ts';
import { LIST_STEPS } from './stepsList.ts';
import { NUMBER_STEPS } from './stepsNumber.ts';
import { PERSON_STEPS } from './stepsPerson.ts';
import { ROLL_UP_STEPS } from './stepsRollUp.ts';
import { TEXT_STEPS } from './stepsText.ts';
import { WEB_STEPS } from './stepsWeb.ts';
import type { StepDefinition, StoredParams, TypedStepDefinition } from './stepDefinition.ts';

/** The closed catalogue: a mapping can hold nothing but these. */
const CATALOGUE = {
  ...TEXT_STEPS,
  ...WEB_STEPS,
  ...NUMBER_STEPS,
  ...DATE_STEPS,
  ...LIST_STEPS,
  ...ROLL_UP_STEPS,
  ...PERSON_STEPS,
  ...ADDRESS_STEPS,
  ...CHOICE_STEPS,
  ...FORMULA_STEPS,
};

type Catalogue = typeof CATALOGUE;

export type StepName = keyof Catalogue;

/** One step as a mapping holds it: its name and its parameters. */
export type Step = {
  [Name in StepName]: Catalogue[Name] extends TypedStepDefinition<infer Params>
    ? { step: Name } & StoredParams<Params>
    : never;
}[StepName];

export const STEPS: Readonly<Record<StepName, StepDefinition>> = CATALOGUE;

/** The definition by a name that may come from anywhere; undefined when there is no such step. */
export function stepDefinition(name: unknown): StepDefinition | undefined {
  return typeof name === 'string' && Object.hasOwn(CATALOGUE, name)
    ? STEPS[name as StepName]
    : undefined;
}
