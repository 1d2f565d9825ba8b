import { isOfPerson } from './engagement.ts';
import type { FieldDescribe } from './describe.ts';
import type { RowContext } from './rowContext.ts';

/** Reports a row without a field, or whose field the worker's user cannot write as the rule says. */
export function checkField(context: RowContext): void {
  const { row, target, name, field, describe, report } = context;
  if (row.target === '')
    report({
      code: 'target_missing',
      what: `${name} has no field to fill.`,
      fix: 'Choose the field, or remove the row.',
    });
  else if (describe && !field)
    report({
      code: 'field_missing',
      what: `${name} fills a field that was removed or is hidden from the worker's user.`,
      fix: `Give the worker's user edit access to ${target.object}.${row.target} in a permission set, or choose another field.`,
    });
  else if (field) checkWritable(context, field);
  if (row.clearWhenBlank) checkClearing(context);
  if (row.direction !== 'toSalesforce')
    report({
      code: 'direction_not_available',
      what: `${name} writes to the shop, which the worker cannot do yet.`,
      fix: 'Choose “to Salesforce” as its direction.',
    });
}

function checkWritable({ row, target, name, report }: RowContext, field: FieldDescribe): void {
  const access = `Give the worker's user edit access to ${target.object}.${field.name}, or choose another field`;
  if (!field.createable && !field.updateable)
    report({
      code: 'field_not_writable',
      what: `${name} fills a field that the worker's user may read but not write.`,
      fix: `${access}.`,
    });
  else if (row.rule !== 'onCreate' && !field.updateable)
    report({
      code: 'field_not_updateable',
      what: `${name} fills a field that can only be written when the record is made.`,
      fix: 'Let the row count only when the record is made.',
    });
  else if (!field.createable)
    report({
      code: 'field_not_createable',
      what: `${name} fills a field that cannot be written when the record is made.`,
      fix: `${access}.`,
    });
}

function checkClearing({ row, target, name, field, report }: RowContext): void {
  if (isOfPerson(target.object, row.target))
    report({
      code: 'clears_person_field',
      what: `${name} clears its field when the source is blank, but Account Engagement would fill it again with the prospect's old value.`,
      fix: 'Turn clearing off and give the row a default such as None or 0.',
    });
  else if (field && !field.nillable && field.type !== 'boolean')
    report({
      code: 'clears_required_field',
      what: `${name} clears its field when the source is blank, but ${field.label} is required.`,
      fix: 'Turn clearing off, or give the row a default.',
    });
  else if (row.target === target.key)
    report({
      code: 'clears_key',
      what: `${name} clears the field by which the record is found.`,
      fix: 'Turn clearing off.',
    });
}
