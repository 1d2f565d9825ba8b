import { instantOf, parseInstant } from './time.ts';
import type { Instant } from './time.ts';
import { DAY, isTimeZone, offsetAt, zoneOffsetAt } from './timeZone.ts';
import { trying } from './decimals.ts';
import { StepError, textOf } from './values.ts';

/** A day as `2026-01-02`, of no time zone. */
export type Day = string;

/** How a number is to be understood as a moment. */
export type Epoch = 'seconds' | 'milliseconds';

const NUMBER = /^-?\d{1,16}(?:\.\d{1,9})?$/;

/** The zone of a step: its own, else the mapping's. Throws a StepError for a name nobody knows. */
export function zoneOf(own: string | undefined, fallback: string): string {
  const zone = own ?? fallback;
  if (isTimeZone(zone)) return zone;
  throw new StepError(
    'The time zone is none of the IANA names such as Europe/Berlin; choose it again.',
  );
}

/** Text without a zone is the wall clock of `zone`. Throws a StepError. */
export function momentOf(value: unknown, zone: string, epoch?: Epoch): Instant {
  const text = textOf(value).trim();
  return trying('a date and time', () => {
    if (epoch === undefined || !NUMBER.test(text)) return parseInstant(text, zone);
    return instantOf(Math.round(Number(text) * (epoch === 'seconds' ? 1000 : 1)));
  });
}

/** A text that is a day already stays that day wherever it is read. */
export function dayOf(value: unknown, zone: string, epoch?: Epoch): Day {
  const day = plainDay(value);
  return day ?? wallOf(momentOf(value, zone, epoch), zone).slice(0, 10);
}

/** What the clock of a place shows, written as if it were UTC. */
export function wallOf(moment: Instant, zone: string): Instant {
  if (zone === 'UTC') return moment;
  const utc = Date.parse(moment);
  return trying('a date and time', () => instantOf(utc + offsetAt(utc, zone)));
}

/** A day as itself, a moment by the clock of `zone`: the same wall time `days` later. */
export function daysLater(value: unknown, days: number, zone: string): Day | Instant {
  const shift = days * DAY;
  const day = plainDay(value);
  return trying('a date that can be moved so far', () => {
    if (day !== undefined) return instantOf(Date.parse(day) + shift).slice(0, 10);
    const wall = Date.parse(wallOf(momentOf(value, zone), zone)) + shift;
    return instantOf(wall - zoneOffsetAt(wall, zone));
  });
}

/** Whole days of the calendar; negative when `to` is the earlier one. */
export function daysApart(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Undefined for what is no day alone; throws a StepError for one such as 30 February. */
export function plainDay(value: unknown): Day | undefined {
  if (!isDay(value)) return undefined;
  return trying('a day of the calendar', () => parseInstant(value)).slice(0, 10);
}

/** A text of that form, whether the calendar has the day or not. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value.trim());
}
