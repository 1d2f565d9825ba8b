import type { FieldDescribe } from './describe.ts';
import { digitsOf, fieldKind, isPicklist, typeWords } from './fieldTypes.ts';
import { quote, type Report } from './findings.ts';
import { longest, type Shape } from './shapes.ts';

/** Whether a value of this shape goes into the field. `row` is how the row is called. */
export function checkType(shape: Shape, field: FieldDescribe, row: string, report: Report): void {
  const kind = fieldKind(field);
  if (!kind) {
    report({
      code: 'field_type_unsupported',
      what: `${row} fills a field of the type ${field.type}, which takes no values from a mapping.`,
      fix:
        field.type === 'reference'
          ? 'Choose a record such as @person as its source, or choose another field.'
          : 'Choose another field.',
    });
  } else if (shape.type !== 'any' && !kind.takes.includes(shape.type)) {
    report({
      code: 'type_mismatch',
      what: `${row} gives ${typeWords(shape.type)}, but ${field.label} is ${kind.words}.`,
      fix: `${capital(kind.advice)}, or choose another field.`,
    });
  } else {
    checkLength(shape, field, row, report);
    checkDigits(shape, field, row, report);
    checkPicklist(shape, field, row, report);
  }
}

function checkLength(shape: Shape, field: FieldDescribe, row: string, report: Report): void {
  const { length = 0 } = field;
  if (shape.type !== 'text' || length === 0 || isPicklist(field)) return;
  const most = longest(shape);
  if (most !== undefined && most <= length) return;
  const text = most === undefined ? 'text of any length' : `up to ${most} characters`;
  report({
    code: 'may_be_too_long',
    severity: 'warning',
    what: `${row} gives ${text}, but ${field.label} takes ${length} characters.`,
    fix: `Add the step Shorten with ${length} characters at the end.`,
  });
}

/** Decimals are rounded by Salesforce itself; digits before the point are refused. */
function checkDigits(shape: Shape, field: FieldDescribe, row: string, report: Report): void {
  const room = digitsOf(field);
  if (!room || shape.whole === undefined) return;
  if (shape.whole > room.whole) {
    report({
      code: 'too_many_digits',
      severity: 'warning',
      what: `${row} gives up to ${shape.whole} digits before the point, but ${field.label} takes ${room.whole}.`,
      fix: `Let the last step give at most ${room.whole} digits before the point.`,
    });
  } else if ((shape.scale ?? 0) > room.scale) {
    report({
      code: 'too_many_decimals',
      severity: 'warning',
      what: `${row} gives up to ${shape.scale ?? 0} digits after the point, but ${field.label} takes ${room.scale}.`,
      fix: `Let the last step give at most ${room.scale} digits after the point.`,
    });
  }
}

function checkPicklist(shape: Shape, field: FieldDescribe, row: string, report: Report): void {
  if (!isPicklist(field) || !field.restricted || !field.values) return;
  if (shape.values) {
    for (const value of new Set(shape.values)) checkListed(value, field, row, report);
  } else {
    report({
      code: 'picklist_values_unknown',
      severity: 'warning',
      what: `${row} may give words that ${field.label} does not have, and the picklist takes no others.`,
      fix: 'Add the step Table of values that leads each word of the shop to one of the picklist.',
    });
  }
}

/** Reports a text that a restricted picklist does not have. */
export function checkListed(text: string, field: FieldDescribe, row: string, report: Report): void {
  if (!isPicklist(field) || !field.restricted || !field.values || text === '') return;
  const known = new Set(field.values.map(({ value }) => value));
  const parts =
    field.type === 'multipicklist' ? text.split(';').map((part) => part.trim()) : [text];
  const unknown = parts.find((part) => !known.has(part));
  if (unknown === undefined) return;
  report({
    code: 'not_in_picklist',
    what: `${row} gives ${quote(unknown)}, which is not among the active values of ${field.label}.`,
    fix: `Choose one of the field's values, or add ${quote(unknown)} to the picklist in Salesforce.`,
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
