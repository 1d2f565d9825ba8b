import { refuse } from '../records/refusal.ts';

const DEFAULT_FIRST = 10;
const MOST_FIRST = 2000;
const LEAST_FIRST_OF_BOUND = 200;
const MOST_OFFSET = 2000;

/** The arguments by which a connection is paged. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  upperBound?: number | null;
}

export interface Page {
  start: number;
  end: number;
  isLast: boolean;
  cursor: (place: number) => string;
}

/**
 * Which of `total` rows a page holds. Throws when `first` or the cursor cannot be, and beyond the
 * 4,000 rows that can be reached without an upper bound.
 */
export function pageOf({ first, after, upperBound }: PageArguments, total: number): Page {
  const from = typeof after === 'string' ? readCursor(after) : { start: 0, bound: undefined };
  const bound = upperBound ?? from.bound;
  const size = first ?? (bound === undefined ? DEFAULT_FIRST : LEAST_FIRST_OF_BOUND);
  const least = bound === undefined ? 1 : LEAST_FIRST_OF_BOUND;
  if (size < least || size > MOST_FIRST) {
    throw refuse(
      'INVALID_INPUT',
      `The value ${size} of first is out of range: it must be between ${least} and ${MOST_FIRST}`,
    );
  }
  if (bound === undefined && from.start > MOST_OFFSET) {
    throw refuse('NUMBER_OUTSIDE_VALID_RANGE', 'Maximum SOQL offset allowed is 2000');
  }
  const most = Math.min(total, bound ?? total);
  const end = Math.min(from.start + size, most);
  return {
    start: Math.min(from.start, most),
    end,
    isLast: end >= most,
    cursor: (place) => encode(bound === undefined ? `v1:${place}` : `v2:${place}:${bound}`),
  };
}

/** A cursor names the row after which a page begins, counted from nought. */
function readCursor(cursor: string): { start: number; bound: number | undefined } {
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  const [, place, bound] = /^v[12]:(\d+)(?::(\d+))?$/.exec(text) ?? [];
  if (place === undefined) throw refuse('INVALID_INPUT', `Invalid cursor: ${cursor}`);
  return { start: Number(place) + 1, bound: bound === undefined ? undefined : Number(bound) };
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** A page of things as GraphQL's connections show it. */
export function connectionOf<Thing>(
  things: Thing[],
  page: PageArguments,
  node: (thing: Thing, pageSize: number) => unknown,
) {
  const { start, end, isLast, cursor } = pageOf(page, things.length);
  const shown = things.slice(start, end);
  return {
    edges: shown.map((thing, place) => ({
      node: node(thing, shown.length),
      cursor: cursor(start + place),
    })),
    pageInfo: {
      hasNextPage: !isLast,
      hasPreviousPage: start > 0,
      startCursor: shown.length > 0 ? cursor(start) : null,
      endCursor: shown.length > 0 ? cursor(end - 1) : null,
    },
    totalCount: things.length,
    pageResultCount: shown.length,
  };
}
