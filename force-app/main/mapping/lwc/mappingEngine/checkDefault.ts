import type { FieldDescribe } from './describe.ts';
import { checkListed } from './checkTypes.ts';
import { digitsOf, fieldKind, isPicklist, typeWords } from './fieldTypes.ts';
import { midSentence, type Report } from './findings.ts';
import type { Row } from './model.ts';
import { momentType } from './momentType.ts';
import { compare, parse } from './money.ts';
import type { ValueType } from './stepDefinition.ts';

/** Whether the default of a row goes into the field. */
export function checkDefault(
  value: NonNullable<Row['default']>,
  field: FieldDescribe,
  row: string,
  report: Report,
): void {
  const kind = fieldKind(field);
  if (!kind) return;
  if (!defaultTypes(value).some((type) => kind.takes.includes(type))) {
    report({
      code: 'default_type_mismatch',
      what: `The default of ${midSentence(row)} is ${typeWords(defaultTypes(value)[0] ?? 'any')}, but ${field.label} is ${kind.words}.`,
      fix: `Give a default that suits ${kind.words}.`,
    });
  } else if (typeof value === 'string' && isPicklist(field)) {
    checkListed(value, field, row, report);
  } else if (
    typeof value === 'string' &&
    (field.length ?? 0) > 0 &&
    value.length > (field.length ?? 0)
  ) {
    report({
      code: 'default_too_long',
      what: `The default of ${midSentence(row)} has ${value.length} characters, but ${field.label} takes ${field.length ?? 0}.`,
      fix: 'Shorten the default.',
    });
  } else checkSize(value, field, row, report);
}

function checkSize(
  value: NonNullable<Row['default']>,
  field: FieldDescribe,
  row: string,
  report: Report,
): void {
  const room = digitsOf(field);
  if (!room || typeof value === 'boolean') return;
  if (compare(parse(value).replace('-', ''), `1e${room.whole}`) < 0) return;
  report({
    code: 'default_too_long',
    what: `The default of ${midSentence(row)} has more than the ${room.whole} digits before the point that ${field.label} takes.`,
    fix: 'Give a smaller number.',
  });
}

/** What a default can count as: a text may be written as a number or a date. */
function defaultTypes(value: NonNullable<Row['default']>): ValueType[] {
  if (typeof value === 'number') return ['number'];
  if (typeof value === 'boolean') return ['boolean'];
  const types: ValueType[] = ['text'];
  if (isDecimal(value)) types.push('number');
  const moment = momentType(value);
  return moment ? [...types, moment] : types;
}

function isDecimal(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
