import { cut, minus, order, over, plus, roundTo, times, wholeOf } from './formulaNumbers.ts';
import { readDay } from './formulaDates.ts';
import { nameOf } from './formulaTypes.ts';
import {
  Clock,
  convert,
  countOf,
  Day,
  dayOf,
  kindOf,
  limited,
  Moment,
  momentOf,
  Num,
  readNumber,
  textOf,
  type Value,
} from './formulaValues.ts';
import { DAY } from './timeZone.ts';
import { StepError } from './values.ts';

/** Characters of 2026-01-02; a longer text has a time too. */
const LONGEST_DATE = 10;
const DAY_NUMBER = countOf(DAY);
const DAY_SECONDS = countOf(DAY / 1000);

type Known = NonNullable<Value>;

/** `+` for dates, and where only the values tell what it means. Nothing and anything is nothing. */
export function sum(first: Value, second: Value, timeZone: string): Value {
  if (first === null && second === null) return null;
  if (isText(first) && isText(second)) {
    const [a, b] = [readNumber(first ?? ''), readNumber(second ?? '')];
    return a && b ? plus(a, b) : limited((first ?? '') + (second ?? ''));
  }
  if (first === null || second === null) return null;
  const a = unlikeText(first, timeZone, second);
  const b = unlikeText(second, timeZone, a);
  if (a instanceof Num) return b instanceof Num ? plus(a, b) : moved(b, a, 1);
  return moved(a, b, 1);
}

/** `-` for dates, and where only the values tell what it means. */
export function difference(first: Value, second: Value, timeZone: string): Value {
  if (first === null || second === null) return null;
  const a = unlikeText(first, timeZone, second);
  const b = unlikeText(second, timeZone, a);
  if (a instanceof Num && b instanceof Num) return minus(a, b);
  if (a instanceof Day && b instanceof Day) return countOf(a.days - b.days);
  if (a instanceof Moment && b instanceof Moment) {
    return over(countOf(a.time - b.time), DAY_NUMBER);
  }
  if (a instanceof Clock && b instanceof Clock) return countOf((a.time - b.time + DAY) % DAY);
  return moved(a, b, -1);
}

/** Days for a date, days and their fractions for a moment, milliseconds for a time. */
function moved(from: Known, by: Known, sign: 1 | -1): Value {
  if (!(by instanceof Num)) throw mismatch(from, by);
  if (from instanceof Day) return dayOf(from.days + sign * wholeOf(by));
  if (from instanceof Moment) {
    const seconds = Number(roundTo(times(by, DAY_SECONDS), 0).text);
    return momentOf(from.time + sign * seconds * 1000);
  }
  if (from instanceof Clock) {
    const step = (sign * wholeOf(cut(by, 0))) % DAY;
    return new Clock((from.time + step + DAY) % DAY);
  }
  throw mismatch(from, by);
}

const isText = (value: Value): value is string | null =>
  value === null || typeof value === 'string';

/** A text as the number or the date it has to be beside the other. */
function unlikeText(value: Known, timeZone: string, other: Known): Known {
  if (typeof value !== 'string') return value;
  const number = readNumber(value);
  if (number) return number;
  const kind = kindOf(other);
  if (kind === 'date' || kind === 'time' || kind === 'dateTime') {
    return convert(value, kind, timeZone) ?? value;
  }
  const isDate = readDay(value, timeZone) !== undefined;
  const own = value.trim().length <= LONGEST_DATE ? 'date' : 'dateTime';
  return convert(value, isDate ? own : 'number', timeZone) ?? value;
}

/** Null when one of them is nothing and no text is meant: then nobody can tell. */
export function sameValues(
  first: Value,
  second: Value,
  asText: boolean,
  timeZone: string,
): boolean | null {
  if (asText || typeof first === 'string' || typeof second === 'string') {
    if (first === null || second === null) return (first ?? '') === (second ?? '');
  }
  if (first === null || second === null) return null;
  const [a, b] = alike(first, second, timeZone);
  if (a instanceof Num && b instanceof Num) return order(a, b) === 0;
  if (typeof a === 'object' && typeof b === 'object') {
    return kindOf(a) === kindOf(b) && textOf(a) === textOf(b) && rank(a) === rank(b);
  }
  return a === b;
}

/** Negative when the first is less. Throws a StepError for what has no order. */
export function compareValues(first: Known, second: Known, timeZone: string): number {
  let [a, b] = alike(first, second, timeZone);
  if (typeof a === 'string' && typeof b === 'string') {
    a = unlikeText(a, timeZone, b);
    b = unlikeText(b, timeZone, a);
  }
  if (a instanceof Num && b instanceof Num) return order(a, b);
  if (kindOf(a) !== kindOf(b)) throw mismatch(a, b);
  return rank(a) - rank(b);
}

/** A text beside something that is none, as the same kind of thing where it can be read so. */
function alike(first: Known, second: Known, timeZone: string): [Known, Known] {
  if (typeof first === 'string' && typeof second !== 'string') {
    return [asKindOf(first, second, timeZone), second];
  }
  if (typeof second === 'string' && typeof first !== 'string') {
    return [first, asKindOf(second, first, timeZone)];
  }
  return [first, second];
}

function asKindOf(text: string, other: Known, timeZone: string): Known {
  try {
    return convert(text, kindOf(other), timeZone) ?? text;
  } catch (error) {
    if (error instanceof StepError) return text;
    throw error;
  }
}

function rank(value: Known): number {
  if (value instanceof Day) return value.days;
  if (value instanceof Moment || value instanceof Clock) return value.time;
  throw new StepError(`leads to ${nameOf(kindOf(value))}, which has no order`);
}

function mismatch(a: Known, b: Known): StepError {
  return new StepError(
    `leads to ${nameOf(kindOf(a))} and ${nameOf(kindOf(b))}, which do not go together`,
  );
}
