import { FormulaProblem } from '../formula/problem.ts';
import { formulaOf, run } from '../formula/run.ts';
import type { Caller, Org } from '../org.ts';
import type { FormulaText, ObjectType } from '../schema/model.ts';
import { Refused, type Refusal } from './refusal.ts';
import type { Row } from './row.ts';
import type { ValidationRule } from './rules.ts';

const RULE = { returns: 'boolean', place: 'rule' } as const;

interface Asked {
  formula: Pick<FormulaText, 'text'> & Partial<FormulaText>;
  message: string;
  field?: string;
}

/**
 * Throws all validation rules that the row breaks at once, as the platform does: those that were
 * deployed and are active, and those that a control put in the way.
 */
export function checkValidationRules(
  org: Org,
  caller: Caller,
  object: ObjectType,
  row: Row,
  before: Row | undefined,
): void {
  const broken = rulesFor(org, object).filter(({ formula }) => {
    const compiled = formulaOf(org, object.name, formula, RULE);
    return run(org, compiled, { row, before, userId: caller.userId }) === true;
  });
  if (broken.length === 0) return;
  throw new Refused(
    broken.map(({ message, field }): Refusal => ({
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message,
      fields: field ? [org.schema.field(object, field)?.name ?? field] : [],
    })),
  );
}

function rulesFor(org: Org, object: ObjectType): Asked[] {
  const deployed = object.validationRules?.filter(({ active }) => active) ?? [];
  const added = org.rules.validationRules.list();
  if (added.length === 0) return deployed;
  const name = object.name.toLowerCase();
  const own = added.filter((rule) => rule.object.toLowerCase() === name);
  return [...deployed, ...own.map((rule) => ({ ...rule, formula: { text: rule.formula } }))];
}

/** Adds a rule as an admin would. Throws what the formula editor would say of its formula. */
export function addValidationRule(org: Org, rule: ValidationRule): void {
  const object = org.schema.object(rule.object);
  if (!object) throw new FormulaProblem(`The org has no object ${rule.object}.`);
  if (rule.field && !org.schema.field(object, rule.field)) {
    throw new FormulaProblem(`${object.name} has no field ${rule.field}.`);
  }
  formulaOf(org, object.name, { text: rule.formula }, RULE);
  org.rules.validationRules.add(rule);
}
