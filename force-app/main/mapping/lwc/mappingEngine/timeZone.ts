const formats = new Map<string, Intl.DateTimeFormat>();

const DAY = 86_400_000;

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

function offsetAt(utc: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(utc)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return shown - Math.floor(utc / 1000) * 1000;
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
