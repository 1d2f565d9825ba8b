import type { Effort } from './effort.ts';
import type { Value } from './formulaValues.ts';
import type { ValueType } from './stepDefinition.ts';

/** What a part of a formula gives; `null` is the literal, `any` is known only when it runs. */
export type FormulaType =
  'text' | 'number' | 'boolean' | 'date' | 'dateTime' | 'time' | 'list' | 'record' | 'null' | 'any';

/** Why a text is no formula, in the words of Salesforce's formula editor where it has any. */
export class FormulaError extends Error {
  /** Where in the text, counted from 0. */
  readonly at: number;
  /** What to do about it. */
  readonly fix: string;

  constructor(message: string, at: number, fix: string) {
    super(message);
    this.name = 'FormulaError';
    this.at = at;
    this.fix = fix;
  }
}

/** What one evaluation knows. */
export interface Frame {
  readonly lookUp: (path: string) => unknown;
  readonly now: Date;
  /** IANA; today and the day of a moment are those of this place. */
  readonly timeZone: string;
  /** Characters and steps of pattern matching still allowed. */
  readonly effort: Effort;
}

export type Run = (frame: Frame) => Value;

/** A checked part of a formula, ready to run. */
export interface Part {
  type: FormulaType;
  run: Run;
  at: number;
  /** Of a literal; functions look at it where Salesforce wants a literal. */
  literal?: Value;
}

const NAMES: Record<FormulaType, string> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Boolean',
  date: 'Date',
  dateTime: 'DateTime',
  time: 'Time',
  list: 'Multi-Select Picklist',
  record: 'Record',
  null: 'Null',
  any: 'Any',
};

/** What the formula editor calls a type. */
export const nameOf = (type: FormulaType): string => NAMES[type];

/** True where a value of the type may stand; nothing and what is not known yet always may. */
export function fits(type: FormulaType, wanted: readonly FormulaType[]): boolean {
  return type === 'any' || type === 'null' || wanted.includes('any') || wanted.includes(type);
}

/** The type of a value that is the one or the other; undefined when they do not go together. */
export function commonType(a: FormulaType, b: FormulaType): FormulaType | undefined {
  if (a === b || b === 'null') return a;
  if (a === 'null') return b;
  return a === 'any' || b === 'any' ? 'any' : undefined;
}

/** The type of a field of the mapping's source, as formulas see it. */
export function fieldType(type: ValueType): FormulaType {
  return type === 'items' ? 'list' : type;
}

/** What a formula gives, in the mapping's types: a time of day is handed out as text. */
export function resultType(type: FormulaType): ValueType {
  if (type === 'null') return 'any';
  return type === 'time' ? 'text' : type;
}

/** @param of such as `operator '+'` or `function 'LEN()'`. */
export function wrongType(of: string, wanted: readonly FormulaType[], got: Part): FormulaError {
  const expected = [...new Set(wanted.map(nameOf))].join(', ');
  return new FormulaError(
    `Incorrect parameter type for ${of}. Expected ${expected}, received ${nameOf(got.type)}`,
    got.at,
    conversion(wanted, got.type),
  );
}

function conversion(wanted: readonly FormulaType[], got: FormulaType): string {
  if (wanted.includes('text') && got === 'boolean') return 'Use IF(…, "true", "false") here.';
  if (wanted.includes('text') && got !== 'list' && got !== 'record') return 'Put it into TEXT(…).';
  if (wanted.includes('number') && got === 'text') return 'Put it into VALUE(…).';
  if (wanted.includes('date') && got === 'dateTime') return 'Put it into DATEVALUE(…).';
  if (wanted.includes('date') && got === 'text') return 'Put it into DATEVALUE(…).';
  if (wanted.includes('dateTime') && (got === 'text' || got === 'date')) {
    return 'Put it into DATETIMEVALUE(…).';
  }
  if (wanted.includes('time') && (got === 'text' || got === 'dateTime')) {
    return 'Put it into TIMEVALUE(…).';
  }
  if (wanted.includes('boolean')) return 'Compare it with something, such as … = "A".';
  return 'Put something else here.';
}
