/** What may stand directly before an address: no part of a longer one, or the end of an escape. */
const BEFORE = String.raw`(^|[^a-z0-9._%+-]|\\[nrtbf]|%[0-9a-f]{2})`;
/** A longer host is another address. */
const AFTER = String.raw`($|[^a-z0-9_.-]|\.(?:$|[^a-z0-9]))`;
/** Plain, in an address of the web, or as JSON may escape it. */
const AT = String.raw`(?:@|%40|\\+u0040)`;

/**
 * An expression, understood by JavaScript and PostgreSQL alike, that finds these addresses in any
 * text whatever the case, and no address that merely ends or begins like one of them; what stands
 * before and after it are groups 1 and 3. Null for none.
 */
export function addressPattern(addresses: string[]): string | null {
  if (addresses.length === 0) return null;
  const all = addresses.map((address) => address.split('@').map(escape).join(AT));
  return `${BEFORE}(${all.join('|')})${AFTER}`;
}

function escape(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/gu, (sign) => `\\${sign}`);
}
