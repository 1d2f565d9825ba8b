import { zoneOffsetAt } from './timeZone.ts';

declare const brand: unique symbol;

/**
 * A moment as `2026-01-02T03:04:05.000Z`: always UTC, always 24 characters, so that comparing the
 * texts compares the moments.
 */
export type Instant = string & { readonly [brand]: 'Instant' };

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const RFC_2822 =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun),\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s+([+-]\d{4}|[a-z]{1,3})(?:\s+\([^()]*\))?$/i;

/** The names RFC 2822 still allows, in hours from UTC. */
const NAMED_ZONES: Record<string, number> = {
  ...{ Z: 0, UT: 0, UTC: 0, GMT: 0, EST: -5, EDT: -4 },
  ...{ CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
};

// What Salesforce can hold; anything outside is a broken clock or a wrong unit.
const FIRST_YEAR = 1700;
const LAST_YEAR = 4000;

const CANONICAL = /^(?:1[7-9]|[23]\d)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/**
 * Reads ISO 8601 and RFC 2822. Text without a zone is the wall clock of `timeZone` (an IANA name;
 * UTC unless told), a date without a time is its midnight. Fractions are cut to milliseconds, a
 * leap second is the second after it. Throws a RangeError that does not repeat the text.
 */
export function parseInstant(text: string, timeZone = 'UTC'): Instant {
  if (isCanonical(text)) return text;
  const { wall, zone } = readIso(text.trim()) ?? readRfc2822(text.trim()) ?? fail();
  const utc = millisecondsOf(wall);
  if (zone !== undefined) return instantOf(utc - zoneMinutes(zone) * 60_000);
  return instantOf(utc - zoneOffsetAt(utc, timeZone));
}

/** Already in the form an instant has. Days that only some months have are left to the reader. */
function isCanonical(text: string): text is Instant {
  if (text.length !== 24 || !CANONICAL.test(text)) return false;
  const [month, day] = [twoDigits(text, 5), twoDigits(text, 8)];
  if (month < 1 || month > 12 || day < 1 || day > 28) return false;
  return twoDigits(text, 11) < 24 && twoDigits(text, 14) < 60 && twoDigits(text, 17) < 60;
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * '0'.charCodeAt(0);
}

/** Seconds since 1970, as shops put them into webhooks. Milliseconds are refused as out of range. */
export function instantFromEpochSeconds(seconds: number): Instant {
  return instantOf(Math.round(seconds * 1000));
}

/** From a Date or from milliseconds since 1970. */
export function instantOf(moment: Date | number): Instant {
  const date = new Date(moment);
  const year = date.getUTCFullYear();
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) fail();
  return date.toISOString() as Instant;
}

function readIso(text: string): { wall: Wall; zone: string | undefined } | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', zone] = match;
  const millisecond = Number(fraction.padEnd(3, '0').slice(0, 3));
  return { wall: wallOf(year, month, day, hour, minute, second, millisecond), zone };
}

function readRfc2822(text: string): { wall: Wall; zone: string | undefined } | undefined {
  const match = RFC_2822.exec(text);
  if (!match) return undefined;
  const [, day, monthName = '', year, hour, minute, second, zone] = match;
  const month = String(1 + MONTHS.indexOf(monthName.toLowerCase()));
  return { wall: wallOf(year, month, day, hour, minute, second, 0), zone };
}

type Digits = string | undefined;

function wallOf(
  year: Digits,
  month: Digits,
  day: Digits,
  hour: Digits,
  minute: Digits,
  second: Digits,
  millisecond: number,
): Wall {
  return {
    ...{ year: Number(year), month: Number(month), day: Number(day) },
    ...{ hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second ?? 0) },
    millisecond,
  };
}

function millisecondsOf(wall: Wall): number {
  const { year, month, day, hour, minute, second, millisecond } = wall;
  if (year < FIRST_YEAR || hour > 23 || minute > 59 || second > 60) fail();
  const date = new Date(Date.UTC(year, month - 1, day));
  // Date moves 30 February into March instead of refusing it.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) fail();
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}

function zoneMinutes(zone: string): number {
  const named = NAMED_ZONES[zone.toUpperCase()];
  if (named !== undefined) return named * 60;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? fail();
  if (Number(hours) > 18 || Number(minutes) > 59) fail();
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function fail(): never {
  throw new RangeError(
    'Expected a date such as 2026-01-02T03:04:05Z or Fri, 02 Jan 2026 03:04:05 +0000.',
  );
}
