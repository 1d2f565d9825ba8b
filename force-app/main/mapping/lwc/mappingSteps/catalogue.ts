import type { RowProblem, Step, StepDefinition, StepGroup } from 'c/mappingEngine';
import { compileFormula, STEPS } from 'c/mappingEngine';
import { labels } from 'c/mappingFieldsLabels';
import type { Choice } from 'c/mappingView';

const GROUPS: Readonly<Record<StepGroup, string>> = {
  text: labels.groupText,
  number: labels.groupNumber,
  date: labels.groupDate,
  list: labels.groupList,
  person: labels.groupPerson,
  address: labels.groupAddress,
  choice: labels.groupChoice,
  formula: labels.groupFormula,
};

const DEFINED = Object.entries(STEPS) as [string, StepDefinition][];

/** Every step there is, by group; its help tells them apart. */
export const CATALOGUE: Choice[] = (Object.keys(GROUPS) as StepGroup[]).flatMap((group) =>
  DEFINED.filter(([, definition]) => definition.group === group).map(
    ([value, { label, help }]) => ({
      ...{ value, label, meta: '' },
      detail: help,
      group: GROUPS[group],
    }),
  ),
);

/** Paths of such a step lead into an item of the list, not into the record. */
export function takesItems({ step }: Step): boolean {
  return STEPS[step]?.takes.includes('items') ?? false;
}

/** Why a step fails; empty where the field of its formula says it already. */
export function reasonOf(step: Step, { reason }: RowProblem): string {
  if (step.step !== 'formula') return reason;
  try {
    compileFormula(step.text);
    return reason;
  } catch {
    return '';
  }
}
