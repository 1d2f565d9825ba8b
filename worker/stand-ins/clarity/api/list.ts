import { z } from 'zod';
import type { Shop } from '../shop.ts';
import { Refusal } from './answers.ts';
import { text, type Kind } from './kinds.ts';

const DEFAULT_LIMIT = 50;
const MOST = 200;
const MOST_PRODUCTS = 50;

/** Where a list goes on; it carries what was asked, so that it can stand alone. */
const cursorShape = z.object({
  modified: z.string(),
  id: z.string(),
  since: z.string().optional(),
  newestFirst: z.boolean(),
  filters: z.record(z.string(), z.array(z.string())),
});
type Cursor = z.infer<typeof cursorShape>;

export interface Page {
  data: object[];
  nextCursor: string | null;
}

/**
 * A page in the order of modified time and id. Because the cursor is a position and no page number, a
 * record that changes meanwhile is met again further on, and none is left out.
 */
export function listPage(shop: Shop, kind: Kind, query: URLSearchParams): Page {
  const known = ['modifiedSince', 'cursor', 'limit', 'sort', ...Object.keys(kind.filters)];
  for (const name of query.keys()) {
    if (known.includes(name)) continue;
    throw new Refusal(400, 'unknown_parameter', `/v1/${kind.path} takes no "${name}".`);
  }
  const limit = limitOf(query.get('limit'));
  const cursor = cursorOf(query.get('cursor'));
  const asked = cursor ?? askedOf(kind, query);
  const direction = asked.newestFirst ? -1 : 1;
  const compare = (left: object, right: object): number =>
    direction *
    (byText(kind.modified(left), kind.modified(right)) || byText(kind.id(left), kind.id(right)));
  const isPast = (row: object): boolean =>
    !cursor ||
    direction * (byText(kind.modified(row), cursor.modified) || byText(kind.id(row), cursor.id)) >
      0;
  const found = kind
    .rows(shop)
    .filter((row) => asked.since === undefined || kind.modified(row) >= asked.since)
    .filter((row) => matches(kind, row, asked.filters))
    .filter(isPast)
    .sort(compare);
  const data = found.slice(0, limit);
  const last = data.at(-1);
  const more = found.length > limit && last;
  return {
    data,
    nextCursor: more
      ? encode({ ...asked, modified: kind.modified(last), id: kind.id(last) })
      : null,
  };
}

function askedOf(kind: Kind, query: URLSearchParams): Omit<Cursor, 'modified' | 'id'> {
  const sort = query.get('sort') ?? 'modified';
  if (sort !== 'modified' && sort !== 'newest') {
    throw new Refusal(400, 'bad_request', 'sort: send "modified" or "newest".');
  }
  const names = Object.keys(kind.filters).filter((name) => query.has(name));
  const filters = Object.fromEntries(names.map((name) => [name, query.getAll(name)]));
  for (const [name, values] of Object.entries(filters)) {
    const most = kind.path === 'inventory' ? MOST_PRODUCTS : 1;
    if (values.length > most) throw new Refusal(400, 'bad_request', `${name}: at most ${most}.`);
  }
  const since = query.get('modifiedSince');
  return {
    newestFirst: sort === 'newest',
    filters,
    ...(since !== null && { since: instantOf(since) }),
  };
}

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function instantOf(given: string): string {
  const milliseconds = WITH_OFFSET.test(given) ? Date.parse(given) : NaN;
  if (Number.isNaN(milliseconds)) {
    throw new Refusal(400, 'bad_request', 'modifiedSince: send ISO 8601 with offset, or with Z.');
  }
  return new Date(milliseconds).toISOString();
}

function limitOf(given: string | null): number {
  if (given === null) return DEFAULT_LIMIT;
  const limit = Number(given);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new Refusal(400, 'bad_request', `limit: send a whole number from 1 to ${MOST}.`);
}

function cursorOf(given: string | null): Cursor | undefined {
  if (given === null) return undefined;
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(given, 'base64url').toString('utf8')));
  } catch {
    throw new Refusal(400, 'bad_cursor', 'This cursor is not one of ours: begin from the start.');
  }
}

function encode(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function matches(kind: Kind, row: object, filters: Cursor['filters']): boolean {
  return Object.entries(filters).every(([name, values]) => {
    const value = text(row, kind.filters[name] ?? name).toLowerCase();
    return values.some((wanted) => wanted.toLowerCase() === value);
  });
}

function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
