/**
 * The shop's own record, kept beside ours so that a mapping can reach what we do not name. House
 * rule: card data never enters. So everything about means of payment, bank accounts, secrets and the
 * visitor's address is dropped here, at the edge, by name and at any depth, and numbers that look
 * like a card's are taken out of what is left, wherever a shopper may have typed them.
 */
import { looksLikeCardNumber } from './card-numbers.ts';
import { isPrivateName, PAYMENT_METHOD, plainName } from './private-names.ts';
import { bytesOf, cleanValue, isMethodName } from './raw-values.ts';

export type RawValue = string | number | boolean | null | RawValue[] | ShopRecord;
/** JSON as it came, less what was dropped. */
export type ShopRecord = { [name: string]: RawValue };

const DEEPEST = 8;
const MOST_ITEMS = 100;
const LONGEST_NAME = 100;

/** Of orders, carts, customers and products; their items, of which there are many, get less. */
export const RECORD_BYTES = 16_384;
export const ITEM_BYTES = 4_096;

/**
 * A clean copy of a record that came as JSON, of at most `bytes` as JSON again; null for what is no
 * record. Where it would be larger, the plain values are kept before what is nested.
 */
export function shopRecord(value: unknown, bytes = RECORD_BYTES): ShopRecord | null {
  if (!isRecord(value)) return null;
  return cleanRecord(value, { left: bytes - 2 }, 1);
}

interface Budget {
  left: number;
}

function cleanRecord(record: Record<string, unknown>, budget: Budget, depth: number): ShopRecord {
  const kept: ShopRecord = {};
  const nested: [name: string, value: object][] = [];
  for (const [name, value] of Object.entries(record)) {
    const plain = enteringAs(name);
    if (plain === null || (plain === PAYMENT_METHOD && !isMethodName(value))) continue;
    if (isNested(value)) nested.push([name, value]);
    else keep(name, cleanScalar(value, budget, bytesOf(name) + 1, plain));
  }
  for (const [name, value] of nested)
    keep(name, cleanNested(value, budget, depth, bytesOf(name) + 1));
  return kept;

  function keep(name: string, clean: RawValue | undefined): void {
    if (clean !== undefined) kept[name] = clean;
  }
}

function cleanNested(
  value: object,
  budget: Budget,
  depth: number,
  bytes: number,
): RawValue | undefined {
  if (depth >= DEEPEST || !take(budget, bytes + 3)) return undefined;
  if (!Array.isArray(value))
    return cleanRecord(value as Record<string, unknown>, budget, depth + 1);
  return value.slice(0, MOST_ITEMS).flatMap((item: unknown) => {
    const clean = isNested(item)
      ? cleanNested(item, budget, depth + 1, 0)
      : cleanScalar(item, budget, 0);
    return clean === undefined ? [] : [clean];
  });
}

/** `bytes` are those of its name. */
function cleanScalar(
  value: unknown,
  budget: Budget,
  bytes: number,
  plain = '',
): RawValue | undefined {
  const clean = cleanValue(value, plain);
  if (clean === undefined) return undefined;
  const own = typeof clean === 'string' ? bytesOf(clean) : String(clean).length;
  return take(budget, bytes + own + 1) ? clean : undefined;
}

const MOST_VERDICTS = 5_000;
/** Shops use the same few hundred names in every record. */
const verdicts = new Map<string, string | null>();

/** The name without case and separators; null for one that may not enter. */
function enteringAs(name: string): string | null {
  if (name.length > LONGEST_NAME) return null;
  const known = verdicts.get(name);
  if (known !== undefined) return known;
  const verdict = mayEnter(name) ? plainName(name) : null;
  if (verdicts.size < MOST_VERDICTS) verdicts.set(name, verdict);
  return verdict;
}

/** What JSON would escape is left out as well: no shop has such names, and they cost no thought. */
function mayEnter(name: string): boolean {
  const isPlain = name !== '__proto__' && JSON.stringify(name) === `"${name}"`;
  return isPlain && !isPrivateName(name) && !looksLikeCardNumber(name);
}

function take(budget: Budget, bytes: number): boolean {
  if (budget.left < bytes) return false;
  budget.left -= bytes;
  return true;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isNested(value) && !Array.isArray(value);
}
