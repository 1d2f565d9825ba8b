import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgramPlan, Step } from '../programs/model.ts';
import type { Behaviour, Settings } from '../rows.ts';
import type { Rule } from '../segments/rule.ts';
import type { Unit } from '../unit.ts';

/** All that somebody would click together in a business unit. Names are the package's own. */
export interface Recipe {
  settings: Partial<Settings>;
  customFields: {
    name: string;
    fieldId: string;
    type: string;
    salesforceField: string;
    behaviour: Behaviour;
  }[];
  lists: { name: string; description: string; rules?: Rule[] }[];
  programs: ProgramPlan[];
}

/** A recipe that is kept beside this file. */
export function readRecipe(name: string): Recipe {
  return JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8')) as Recipe;
}

/** Makes what is not there yet, by name; Salesforce's names get the namespace. */
export function follow(unit: Unit, recipe: Recipe, namespace: string): void {
  for (const plan of recipe.programs) checkPlan(plan);
  const { rows } = unit;
  const named = (name: string): string =>
    namespace === '' ? name : name.replace(/^(?=\w+__c$)/, `${namespace}__`);
  const stamps = { createdAt: unit.now(), updatedAt: unit.now() };

  const customObjects = (recipe.settings.customObjects ?? []).map(({ object, people, fields }) => ({
    object: named(object),
    people: people.map(named),
    fields: fields.map(named),
  }));
  unit.changeSettings({ ...recipe.settings, customObjects });
  for (const { salesforceField, ...field } of recipe.customFields) {
    if (rows.customFields.values().some(({ fieldId }) => fieldId === field.fieldId)) continue;
    const id = unit.next('custom-field');
    const apiFieldId = `${field.fieldId}__c`;
    const row = { ...field, id, apiFieldId, salesforceId: named(salesforceField), ...stamps };
    rows.customFields.set(String(id), row);
  }
  for (const list of recipe.lists) {
    if (unit.members.listNamed(list.name)) continue;
    const id = unit.next('list');
    const row = { ...list, id, isDynamic: list.rules !== undefined, isPublic: false, ...stamps };
    rows.lists.set(String(id), row);
  }
  for (const plan of recipe.programs) {
    if (rows.programs.values().some(({ name }) => name === plan.name)) continue;
    const id = unit.next('program');
    rows.programs.set(String(id), { ...plan, id, status: 'Running', ...stamps });
  }
  unit.members.refreshTimeBased();
}

/** A step leads to later ones only, as in the editor; so every walk through them ends. */
function checkPlan({ name, steps, templates }: ProgramPlan): void {
  const places = new Map(steps.map(({ id }, place) => [id, place]));
  for (const [place, step] of steps.entries()) {
    for (const target of leadsTo(step)) {
      const there = places.get(target);
      if (there === undefined || there <= place) {
        throw new Error(
          `Program "${name}": step "${step.id}" leads to "${target}", which is no later step.`,
        );
      }
    }
    if (step.kind === 'send' && !templates.some((template) => template.name === step.template)) {
      throw new Error(`Program "${name}": there is no template "${step.template}".`);
    }
  }
}

function leadsTo(step: Step): string[] {
  const targets = 'yes' in step || 'no' in step ? [step.yes, step.no] : [];
  if ('next' in step) targets.push(step.next);
  return targets.filter((target) => target !== undefined);
}
