import { clockText, dayText, momentText, readDay, readMoment, readClock } from './formulaDates.ts';
import { nameOf, type FormulaType } from './formulaTypes.ts';
import { parse, round, type Decimal } from './money.ts';
import { DAY } from './timeZone.ts';
import { isBlank, LONGEST_TEXT, StepError, typeOf } from './values.ts';

/** A number, so that it is told from a text with digits in it. */
export class Num {
  readonly text: Decimal;

  constructor(text: Decimal) {
    this.text = text;
  }
}

/** A date, in days since 1970. */
export class Day {
  readonly days: number;

  constructor(days: number) {
    this.days = days;
  }
}

/** A moment, in milliseconds since 1970. */
export class Moment {
  readonly time: number;

  constructor(time: number) {
    this.time = time;
  }
}

/** A time of day, in milliseconds since midnight. */
export class Clock {
  readonly time: number;

  constructor(time: number) {
    this.time = time;
  }
}

/** A record: formulas only ask whether there is one. */
export class Thing {
  readonly what = 'record';
}

export type Value =
  null | string | boolean | Num | Day | Moment | Clock | Thing | readonly unknown[];

/** Digits behind the point that a number keeps; Salesforce keeps 39 in all. */
export const PLACES = 36;
const MOST_DIGITS = 64;
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** Cut to the digits that are kept. Throws a StepError for one that is too big. */
export function numberOf(text: Decimal): Num {
  if (text.length <= PLACES) return new Num(text);
  const kept = round(text, PLACES);
  const [whole = ''] = kept.split('.');
  if (whole.replace('-', '').length > MOST_DIGITS) {
    throw new StepError(`leads to a number of more than ${MOST_DIGITS} digits (#Too Big!)`);
  }
  return new Num(kept);
}

/** From a count, such as a length or a year. */
export const countOf = (count: number): Num => new Num(String(count) as Decimal);

export function dayOf(days: number): Day {
  if (days >= FIRST_DAY && days <= LAST_DAY) return new Day(days);
  throw new StepError('leads to a date that no calendar has; years are 1 to 9999');
}

export function momentOf(time: number): Moment {
  dayOf(Math.floor(time / DAY));
  return new Moment(time);
}

/** Throws a StepError when it is longer than any field. */
export function limited(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  throw new StepError(`leads to a text of more than ${LONGEST_TEXT} characters`);
}

/** What a field of the source holds, as its declared type. */
export function fromInput(given: unknown, type: FormulaType, timeZone: string): Value {
  // A checkbox without a value is not checked.
  if (isBlank(given)) return type === 'boolean' ? false : null;
  return type === 'any' ? ownValue(given) : convert(ownValue(given), type, timeZone);
}

function ownValue(given: unknown): Value {
  if (typeof given === 'string') return limited(given);
  if (typeof given === 'boolean') return given;
  if (typeof given === 'number' && Number.isFinite(given)) return numberOf(parse(given));
  if (Array.isArray(given)) return given as readonly unknown[];
  if (typeof given === 'object') return new Thing();
  throw new StepError(`is ${typeOf(given)} where a formula needs a value`);
}

/** What is known only now, as what is needed. Throws a StepError when it is something else. */
export function convert(value: Value, type: FormulaType, timeZone: string): Value {
  if (value === null) return type === 'boolean' ? false : null;
  const converted = converters[type]?.(value, timeZone) ?? (kindOf(value) === type ? value : null);
  if (converted !== null || type === 'any') return converted ?? value;
  throw new StepError(`leads to ${described(value)} where ${nameOf(type)} is needed`);
}

type Converter = (value: NonNullable<Value>, timeZone: string) => Value;

const converters: Partial<Record<FormulaType, Converter>> = {
  text: (value) => (isPlain(value) ? textOf(value) : null),
  number: (value) => (typeof value === 'string' ? readNumber(value) : null),
  boolean: (value) => {
    if (typeof value !== 'string') return null;
    const word = value.trim().toLowerCase();
    if (word === 'true') return true;
    return word === 'false' ? false : null;
  },
  date: (value, timeZone) => {
    const days =
      typeof value === 'string'
        ? readDay(value, timeZone)
        : value instanceof Moment
          ? readDay(new Date(value.time).toISOString(), timeZone)
          : undefined;
    return days === undefined ? null : dayOf(days);
  },
  dateTime: (value) => {
    const time =
      typeof value === 'string'
        ? readMoment(value)
        : value instanceof Day
          ? value.days * DAY
          : undefined;
    return time === undefined ? null : momentOf(time);
  },
  time: (value) => {
    const time = typeof value === 'string' ? readClock(value) : undefined;
    return time === undefined ? null : new Clock(time);
  },
  list: (value) => (typeof value === 'string' ? value.split(';') : null),
};

/** Undefined is never given: null when the text is no number. */
export function readNumber(text: string): Num | null {
  try {
    return numberOf(parse(text));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export function kindOf(value: NonNullable<Value>): FormulaType {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  if (value instanceof Num) return 'number';
  if (value instanceof Day) return 'date';
  if (value instanceof Moment) return 'dateTime';
  if (value instanceof Clock) return 'time';
  return value instanceof Thing ? 'record' : 'list';
}

const isPlain = (value: NonNullable<Value>): boolean =>
  !(value instanceof Thing || Array.isArray(value));

/** As TEXT() writes it. */
export function textOf(value: NonNullable<Value>): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Num) return value.text;
  if (value instanceof Day) return dayText(value.days);
  if (value instanceof Moment) return momentText(value.time);
  if (value instanceof Clock) return clockText(value.time);
  throw new StepError(`leads to ${described(value)} where Text is needed`);
}

/** What the formula gives to the mapping: decimals, dates and moments as text, blanks as null. */
export function toResult(value: Value): unknown {
  if (value === null || value === '') return null;
  if (value instanceof Moment) return new Date(value.time).toISOString();
  if (value instanceof Clock) return `${clockText(value.time)}Z`;
  if (value instanceof Thing) throw new StepError('leads to a record; name one of its fields');
  return Array.isArray(value) || typeof value === 'boolean' ? value : textOf(value);
}

function described(value: NonNullable<Value>): string {
  if (typeof value === 'string') return `text of ${value.length} characters`;
  return nameOf(kindOf(value));
}
