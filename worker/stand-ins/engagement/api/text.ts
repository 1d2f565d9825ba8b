/** A value of a request or row as text; empty when it is none of the simple ones. */
export function textOf(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}
