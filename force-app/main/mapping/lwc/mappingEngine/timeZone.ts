const formats = new Map<string, Intl.DateTimeFormat>();

const offsets = new Map<string, Map<number, number>>();

/** In milliseconds. */
export const DAY = 86_400_000;

/** Per zone; ten years and more of orders. */
const MOST_DAYS = 4_000;

/** Whether it is a name of the IANA database, or an offset such as +01:00. */
export function isTimeZone(name: string): boolean {
  try {
    offsetAt(0, name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Milliseconds by which a place's clock is ahead of UTC when it shows `wall` (its wall time,
 * written as if it were UTC). An hour that happens twice means the first one; an hour that is
 * skipped in spring means as much later as the clock was moved.
 * Throws a RangeError for a name that is no IANA time zone.
 */
export function zoneOffsetAt(wall: number, timeZone: string): number {
  const before = offsetAt(wall - DAY, timeZone);
  const after = offsetAt(wall + DAY, timeZone);
  // Only when the later offset alone explains this wall time has the change already happened.
  const beforeFits = offsetAt(wall - before, timeZone) === before;
  const afterFits = offsetAt(wall - after, timeZone) === after;
  return afterFits && !beforeFits ? after : before;
}

/**
 * Milliseconds by which a place's clock is ahead of UTC at the moment `utc` (milliseconds since
 * 1970). Throws a RangeError for a name that is no IANA time zone.
 */
export function offsetAt(utc: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const known = knownOffsets(timeZone);
  const day = Math.floor(utc / DAY);
  const offset = offsetAtMidnight(day, known, timeZone);
  // No place of the time zone database has ever changed its clocks twice within a day: the same
  // offset at both ends of a day is the offset of all of it.
  return offset === offsetAtMidnight(day + 1, known, timeZone) ? offset : askOffset(utc, timeZone);
}

/** Offsets at midnights of UTC, by days since 1970: asking `Intl` costs far more than the rest. */
function knownOffsets(timeZone: string): Map<number, number> {
  const known = offsets.get(timeZone);
  if (known) {
    if (known.size > MOST_DAYS) known.clear();
    return known;
  }
  // Before it is kept: a name that is no zone leaves nothing behind.
  formatFor(timeZone);
  const added = new Map<number, number>();
  offsets.set(timeZone, added);
  return added;
}

function offsetAtMidnight(day: number, known: Map<number, number>, timeZone: string): number {
  const found = known.get(day);
  if (found !== undefined) return found;
  const offset = askOffset(day * DAY, timeZone);
  known.set(day, offset);
  return offset;
}

function askOffset(utc: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(utc)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  // Date.UTC takes the years 0 to 99 for those of the last century.
  const shown = new Date(Date.UTC(2000, 0, 1, hour, minute, second));
  return shown.setUTCFullYear(year, month - 1, day) - Math.floor(utc / 1000) * 1000;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
