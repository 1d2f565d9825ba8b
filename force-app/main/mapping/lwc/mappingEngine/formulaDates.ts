import { parseInstant } from './time.ts';
import { DAY, isTimeZone, offsetAt } from './timeZone.ts';

const DATE_TEXT = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const CLOCK_TEXT = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?Z?$/;

export interface Civil {
  year: number;
  month: number;
  day: number;
}

/** Days since 1970; undefined for a day no calendar has, such as 30 February. */
export function daysOf({ year, month, day }: Civil): number | undefined {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) {
    return undefined;
  }
  const date = new Date(0);
  // Date.UTC takes the years 0 to 99 for those of the last century.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDate() === day ? date.getTime() / DAY : undefined;
}

export function civilOf(days: number): Civil {
  const date = new Date(days * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

/** 1 is Sunday. */
export const weekdayOf = (days: number): number => ((((days + 4) % 7) + 7) % 7) + 1;

export function dayOfYear(days: number): number {
  return days - (daysOf({ year: civilOf(days).year, month: 1, day: 1 }) ?? days) + 1;
}

/** ISO 8601: the week that holds a Thursday of the year; its first day is Monday. */
export function isoWeekOf(days: number): { year: number; week: number } {
  const thursday = days + 3 - ((weekdayOf(days) + 5) % 7);
  return { year: civilOf(thursday).year, week: Math.ceil(dayOfYear(thursday) / 7) };
}

/**
 * The same day of another month, or the last one of that month: always when it was the last one of
 * its own month, as Salesforce does it. Undefined when no calendar has it.
 */
export function addMonths(days: number, months: number): number | undefined {
  const { year, month, day } = civilOf(days);
  const all = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(all / 12), (((all % 12) + 12) % 12) + 1];
  const last = lastDay(newYear, newMonth);
  const isLast = day === lastDay(year, month);
  return daysOf({ year: newYear, month: newMonth, day: isLast ? last : Math.min(day, last) });
}

function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day of a text such as 2026-01-02, or the one that a moment falls on at that place. */
export function readDay(text: string, timeZone: string): number | undefined {
  const [, year, month, day] = DATE_TEXT.exec(text.trim()) ?? [];
  if (year) return daysOf({ year: Number(year), month: Number(month), day: Number(day) });
  const time = readMoment(text);
  return time === undefined ? undefined : dayAt(time, timeZone);
}

/** Milliseconds since 1970 of ISO 8601 and RFC 2822, UTC where no zone is named. */
export function readMoment(text: string): number | undefined {
  try {
    return Date.parse(parseInstant(text));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Milliseconds since midnight of a text such as 14:30:00.000. */
export function readClock(text: string): number | undefined {
  const [, hour, minute, second = '0', fraction = ''] = CLOCK_TEXT.exec(text.trim()) ?? [];
  if (!hour || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  return seconds * 1000 + Number(fraction.padEnd(3, '0'));
}

/** Days since 1970 of the date that a place's calendar shows. An unknown place counts as UTC. */
export function dayAt(time: number, timeZone: string): number {
  const ahead = isTimeZone(timeZone) ? offsetAt(time, timeZone) : 0;
  return Math.floor((time + ahead) / DAY);
}

export const twoDigits = (number: number): string => String(number).padStart(2, '0');

export function dayText(days: number): string {
  const { year, month, day } = civilOf(days);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

export function clockText(time: number): string {
  const seconds = Math.floor(time / 1000);
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(seconds % 60)}.${String(time % 1000).padStart(3, '0')}`;
}

/** `2026-01-02 03:04:05Z`, in UTC. */
export function momentText(time: number): string {
  const days = Math.floor(time / DAY);
  return `${dayText(days)} ${clockText(time - days * DAY).slice(0, 8)}Z`;
}
