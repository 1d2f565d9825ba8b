/** v2: "Tue, 05 Mar 2024 21:40:11 +0000", always UTC; empty text when there is no instant. */
export function rfc2822(instant: string | null): string {
  return instant ? new Date(instant).toUTCString().replace('GMT', '+0000') : '';
}

/** v3 customers: "2024-03-05T21:40:11Z". */
export function isoZulu(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** v3 carts, refunds and catalogue: "2024-03-05T21:40:11+00:00". */
export function isoOffset(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}+00:00`;
}

/** Customer groups: "2024-03-05 21:40:11", without any zone. */
export function zoneless(instant: string): string {
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}

const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const RFC_2822 = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} ([+-]\d{4}|GMT)$/;

/**
 * Epoch milliseconds, cut to the second since that is all the original shows; undefined for what it
 * does not understand (an unencoded "+" arrives as a blank, for one). A time without a zone is UTC.
 */
export function parseDate(value: string): number | undefined {
  if (!ISO.test(value) && !RFC_2822.test(value)) return undefined;
  const zoned = /[T ]/.test(value) && /(Z|GMT|[+-]\d{2}:?\d{2})$/.test(value);
  const milliseconds = Date.parse(zoned ? value : `${value.replace(' ', 'T')}${suffix(value)}`);
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000) * 1000;
}

function suffix(value: string): string {
  return value.length === 10 ? 'T00:00:00Z' : 'Z';
}

/** Epoch milliseconds of a stored instant, cut to the second. */
export function second(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000) * 1000;
}
