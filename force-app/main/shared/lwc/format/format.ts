import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

/** Money in the currency of the record; the plain number where the currency is none. */
export function money(amount: number | null, currency: string): string {
  if (amount === null) return '';
  try {
    return new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).format(amount);
  } catch {
    return `${count(amount)} ${currency}`.trim();
  }
}

export function count(amount: number): string {
  return new Intl.NumberFormat(LOCALE).format(amount);
}

export function percent(share: number): string {
  return new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 }).format(
    share,
  );
}

/** `1.2 sec`, or `3 min` when it is long, from milliseconds. */
export function seconds(milliseconds: number): string {
  const isLong = milliseconds >= 120_000;
  return new Intl.NumberFormat(LOCALE, {
    style: 'unit',
    unit: isLong ? 'minute' : 'second',
    maximumFractionDigits: isLong || milliseconds >= 10_000 ? 0 : 1,
  }).format(milliseconds / (isLong ? 60_000 : 1_000));
}

/** `10:00`, the beginning of an hour in the user's time zone. */
export function hourOfDay(instant: string): string {
  const options = { timeStyle: 'short', timeZone: TIME_ZONE } as const;
  return new Intl.DateTimeFormat(LOCALE, options).format(new Date(instant));
}

/** `10:02:11`, in the user's time zone. */
export function clockTime(instant: string): string {
  const options = { timeStyle: 'medium', timeZone: TIME_ZONE } as const;
  return new Intl.DateTimeFormat(LOCALE, options).format(new Date(instant));
}

export function dateTime(instant: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE } as const;
  return new Intl.DateTimeFormat(LOCALE, options).format(new Date(instant));
}

export function date(instant: string): string {
  const options = { dateStyle: 'medium', timeZone: TIME_ZONE } as const;
  return new Intl.DateTimeFormat(LOCALE, options).format(new Date(instant));
}

/** The time of day for what happened today, with the date for all else. */
export function moment(instant: string, now: Date = new Date()): string {
  return date(instant) === date(now.toISOString()) ? clockTime(instant) : dateTime(instant);
}

/** `32 days`, in words of the user's language. */
export function days(amount: number): string {
  const options = { style: 'unit', unit: 'day', unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(LOCALE, options).format(amount);
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** `3 hours ago`, in words of the user's language. */
export function ago(instant: string, now: Date = new Date()): string {
  const milliseconds = new Date(instant).getTime() - now.getTime();
  const [unit, size] = UNITS.find(([, length]) => Math.abs(milliseconds) >= length) ?? [
    'second',
    1_000,
  ];
  const format = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
  return format.format(
    Math.round(milliseconds / (size as number)),
    unit as Intl.RelativeTimeFormatUnit,
  );
}

/** `3 hours`, in words of the user's language and the largest unit that fits. */
export function duration(milliseconds: number): string {
  const [unit, size] = UNITS.find(([, length]) => milliseconds >= length) ?? ['second', 1_000];
  const options = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(LOCALE, options).format(milliseconds / size);
}

/** The present day as `2026-11-23`, in the user's time zone. */
export function today(now: Date = new Date()): string {
  // Canada's English writes dates in that form.
  return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(now);
}

/** Replaces `{0}`, `{1}`, ... in the text of a label. */
export function fill(label: string, ...values: (string | number)[]): string {
  return label.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}
