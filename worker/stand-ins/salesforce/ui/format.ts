/** How an English (United States) user is shown amounts and times. */
const LOCALE = 'en-US';

const numbers = new Map<number, Intl.NumberFormat>();
const instants = new Map<string, Intl.DateTimeFormat>();
// Made at the first use: a formatter would cost every start of the org a tenth of a second.
let days: Intl.DateTimeFormat | undefined;

/** `12,345.50`; the decimal text keeps every digit. */
function formatNumber(decimal: string, scale: number): string {
  let format = numbers.get(scale);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE, {
      minimumFractionDigits: scale,
      maximumFractionDigits: scale,
    });
    numbers.set(scale, format);
  }
  return format.format(decimal as Intl.StringNumericLiteral);
}

/** `$1,250.00`, or `EUR 1,250.00` in any currency but the org's own. */
export function formatMoney(decimal: string, scale: number, currency: string): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const amount = formatNumber(decimal.replace(/^-/, ''), scale);
  return currency === 'USD' ? `${sign}$${amount}` : `${currency} ${sign}${amount}`;
}

/** `8/21/2026` of `2026-08-21`. */
export function formatDate(day: string): string {
  days ??= new Intl.DateTimeFormat(LOCALE, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return days.format(new Date(`${day}T00:00:00Z`));
}

/** `8/21/2026, 10:15 AM` where the user is. */
export function formatInstant(iso: string, timeZone: string): string {
  // Some releases of the formatter part the hour from AM or PM by a narrow space.
  return instantFormat(timeZone)
    .format(new Date(iso))
    .replace(/\u202f/g, ' ');
}

function instantFormat(timeZone: string): Intl.DateTimeFormat {
  let format = instants.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALE, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: isZone(timeZone) ? timeZone : 'UTC',
    });
    instants.set(timeZone, format);
  }
  return format;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat(LOCALE, { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
