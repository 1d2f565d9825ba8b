import type { FieldDescribe, ObjectDescribe } from './describe.ts';
import { aboutTarget, type Finding } from './findings.ts';
import { isOwnTarget, type Target } from './model.ts';

/** Reports fields without which Salesforce makes no record and that no row fills. */
export function checkRequired(target: Target, describe: ObjectDescribe, findings: Finding[]): void {
  const filled = new Set(target.rows.filter((row) => !row.off).map((row) => row.target));
  // Cartbridge ties its own records together itself.
  const ties = isOwnTarget(target);
  for (const field of describe.fields) {
    if (!isRequired(field) || filled.has(field.name)) continue;
    if (ties && field.type === 'reference') continue;
    aboutTarget(
      findings,
      target,
      field.name,
    )({
      code: 'required_field_missing',
      what: `${target.object}.${field.name} (${field.label}) is required, but no row fills it.`,
      fix: `Add a row that fills ${field.name}, with a default for records that have no value.`,
    });
  }
}

/** A checkbox is never without a value. */
export function isRequired(field: FieldDescribe): boolean {
  const { createable, nillable, defaultedOnCreate = false, type } = field;
  return createable && !nillable && !defaultedOnCreate && type !== 'boolean';
}
