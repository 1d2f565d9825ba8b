import type { Request } from 'express';
import { parseDate, second } from '../dates.ts';
import { Refusal } from './answers.ts';

/** One query parameter; the last one when it was sent twice. */
export function query(request: Request, name: string): string | undefined {
  const value = request.query[name];
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' && last !== '' ? last : undefined;
}

export function numberQuery(request: Request, name: string): number | undefined {
  const value = query(request, name);
  return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

/** `name:in=1,2,3` as lower-cased texts; undefined when it was not sent. */
export function listQuery(request: Request, name: string): string[] | undefined {
  return query(request, name)
    ?.split(',')
    .map((item) => item.trim().toLowerCase());
}

/**
 * A test for `min` and `max` dates. The original ignores a date it cannot read and returns everything;
 * so does this, because a client must notice.
 */
export function between(
  request: Request,
  minimum: string,
  maximum: string,
): (instant: string) => boolean {
  const from = parseDate(query(request, minimum) ?? '');
  const to = parseDate(query(request, maximum) ?? '');
  return (instant) =>
    (from === undefined || second(instant) >= from) && (to === undefined || second(instant) <= to);
}

export interface Paging {
  page: number;
  limit: number;
}

const MOST = 250;

/** v2 cuts a greater limit to 250 without a word. */
export function pagingV2(request: Request): Paging {
  return {
    page: Math.max(numberQuery(request, 'page') ?? 1, 1),
    limit: Math.min(Math.max(numberQuery(request, 'limit') ?? 50, 1), MOST),
  };
}

/** v3 refuses a limit over 250. */
export function pagingV3(request: Request): Paging {
  const limit = numberQuery(request, 'limit') ?? 50;
  if (limit > MOST) throw new Refusal(413, `The limit must not be greater than ${MOST}.`);
  return { page: Math.max(numberQuery(request, 'page') ?? 1, 1), limit: Math.max(limit, 1) };
}

export function pageOf<Row>(rows: Row[], { page, limit }: Paging): Row[] {
  return rows.slice((page - 1) * limit, page * limit);
}
