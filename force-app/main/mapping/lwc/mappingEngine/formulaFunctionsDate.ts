import {
  addMonths,
  civilOf,
  dayAt,
  dayOfYear,
  daysOf,
  isoWeekOf,
  twoDigits,
  weekdayOf,
} from './formulaDates.ts';
import { num } from './formulaFunctionsNumber.ts';
import { over, roundTo, times, wholeOf } from './formulaNumbers.ts';
import { plain, type FunctionDefinition } from './formulaSignature.ts';
import {
  Clock,
  convert,
  countOf,
  Day,
  dayOf,
  Moment,
  momentOf,
  Num,
  type Value,
} from './formulaValues.ts';
import { DAY } from './timeZone.ts';
import { StepError } from './values.ts';

const THOUSAND = countOf(1000);

const ofDay = (work: (days: number) => number): FunctionDefinition =>
  plain({ takes: ['date'], gives: 'number', run: ([value]) => countOf(work(daysIn(value))) });

const ofClock = (work: (time: number) => number): FunctionDefinition =>
  plain({
    takes: ['time'],
    gives: 'number',
    run: ([value]) => countOf(Math.floor(work(value instanceof Clock ? value.time : 0))),
  });

const daysIn = (value: Value | undefined): number => (value instanceof Day ? value.days : 0);

/** Milliseconds since 1970, or since midnight. */
function timeIn(value: Value | undefined): number {
  return value instanceof Moment || value instanceof Clock ? value.time : daysIn(value) * DAY;
}

const timeOfDay = (time: number): number => ((time % DAY) + DAY) % DAY;

function shift(value: Value | undefined, months: number): Value {
  const time = timeIn(value);
  const days = Math.floor(time / DAY);
  const moved = dayOf(addMonths(days, months) ?? NaN);
  return value instanceof Moment ? momentOf(moved.days * DAY + time - days * DAY) : moved;
}

const ADDMONTHS: FunctionDefinition = (parts, name, at) => {
  const part = plain({
    takes: [['date', 'dateTime'], 'number'],
    gives: 'date',
    run: ([value = null, months], { timeZone }) => {
      const from = typeof value === 'string' ? convert(value, 'date', timeZone) : value;
      return shift(from, wholeOf(num(months)));
    },
  })(parts, name, at);
  return { ...part, type: parts[0]?.type === 'dateTime' ? 'dateTime' : part.type };
};

function duration(seconds: number, withDays: boolean): string {
  const all = Math.abs(Math.trunc(seconds));
  const hours = Math.floor(all / 3600);
  const clock = `${twoDigits(Math.floor(all / 60) % 60)}:${twoDigits(all % 60)}`;
  return withDays
    ? `${Math.floor(hours / 24)}:${twoDigits(hours % 24)}:${clock}`
    : `${twoDigits(hours)}:${clock}`;
}

function durationOf(first: Value | undefined, second: Value | undefined): string {
  if (first instanceof Num) return duration(wholeOf(first), second === true);
  return duration((timeIn(second) - timeIn(first)) / 1000, first instanceof Moment);
}

export const DATE_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  TODAY: plain({
    takes: [],
    gives: 'date',
    run: (_, { now, timeZone }) => dayOf(dayAt(now.getTime(), timeZone)),
  }),
  NOW: plain({ takes: [], gives: 'dateTime', run: (_, { now }) => momentOf(now.getTime()) }),
  TIMENOW: plain({
    takes: [],
    gives: 'time',
    run: (_, { now }) => new Clock(timeOfDay(now.getTime())),
  }),
  DATE: plain({
    takes: ['number', 'number', 'number'],
    gives: 'date',
    run: ([year, month, day]) => {
      const civil = {
        year: wholeOf(num(year)),
        month: wholeOf(num(month)),
        day: wholeOf(num(day)),
      };
      return dayOf(daysOf(civil) ?? NaN);
    },
  }),
  DATEVALUE: plain({
    takes: [['dateTime', 'text']],
    gives: 'date',
    run: ([value = null], { timeZone }) => convert(value, 'date', timeZone),
  }),
  DATETIMEVALUE: plain({
    takes: [['text', 'date', 'dateTime']],
    gives: 'dateTime',
    run: ([value = null], { timeZone }) => convert(value, 'dateTime', timeZone),
  }),
  TIMEVALUE: plain({
    takes: [['text', 'dateTime']],
    gives: 'time',
    run: ([value = null], { timeZone }) =>
      value instanceof Moment ? new Clock(timeOfDay(value.time)) : convert(value, 'time', timeZone),
  }),
  YEAR: ofDay((days) => civilOf(days).year),
  MONTH: ofDay((days) => civilOf(days).month),
  DAY: ofDay((days) => civilOf(days).day),
  WEEKDAY: ofDay(weekdayOf),
  DAYOFYEAR: ofDay(dayOfYear),
  ISOWEEK: ofDay((days) => isoWeekOf(days).week),
  ISOYEAR: ofDay((days) => isoWeekOf(days).year),
  HOUR: ofClock((time) => time / 3_600_000),
  MINUTE: ofClock((time) => (time / 60_000) % 60),
  SECOND: ofClock((time) => (time / 1000) % 60),
  MILLISECOND: ofClock((time) => time % 1000),
  ADDMONTHS,
  UNIXTIMESTAMP: plain({
    takes: [['date', 'dateTime', 'time']],
    gives: 'number',
    run: ([value = null], { timeZone }) => {
      const moment = typeof value === 'string' ? convert(value, 'dateTime', timeZone) : value;
      return over(countOf(timeIn(moment)), THOUSAND);
    },
  }),
  FROMUNIXTIME: plain({
    takes: ['number'],
    gives: 'dateTime',
    run: ([seconds]) => momentOf(Number(roundTo(times(num(seconds), THOUSAND), 0).text)),
  }),
  FORMATDURATION: (parts, name, at) => {
    const first = parts[0]?.type;
    const second = first === 'dateTime' || first === 'time' ? first : 'boolean';
    return plain({
      takes: [['number', 'dateTime', 'time'], second],
      optional: second === 'boolean' ? 1 : 0,
      gives: 'text',
      run: ([value, other]) => {
        if (typeof value === 'string')
          throw new StepError('leads to Text where a Number is needed');
        return durationOf(value, other);
      },
    })(parts, name, at);
  },
};
