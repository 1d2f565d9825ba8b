import type { Request, Response } from 'express';
import { pageOf, pagingV3, query, type Paging } from './query.ts';
import { Refusal } from './answers.ts';

/** A v3 list with `meta.pagination`. */
export function answerPage(request: Request, response: Response, rows: unknown[]): void {
  const paging = pagingV3(request);
  const data = pageOf(rows, paging);
  response.json({ data, meta: { pagination: pagination(rows.length, data.length, paging) } });
}

function pagination(total: number, count: number, { page, limit }: Paging): object {
  const totalPages = Math.max(Math.ceil(total / limit), 1);
  const link = (number: number): string => `?page=${number}&limit=${limit}`;
  return {
    total,
    count,
    per_page: limit,
    current_page: page,
    total_pages: totalPages,
    links: {
      ...(page > 1 && { previous: link(page - 1) }),
      current: link(page),
      ...(page < totalPages && { next: link(page + 1) }),
    },
  };
}

/**
 * A v3 list that can also be walked by cursor. With `after` or `before` the page number is ignored;
 * without them cursors come on the first page only.
 */
export function answerCursorPage<Row extends { id: number }>(
  request: Request,
  response: Response,
  rows: Row[],
  view: (row: Row) => object,
): void {
  const paging = pagingV3(request);
  const after = cursorId(query(request, 'after'));
  const before = cursorId(query(request, 'before'));
  if (after === undefined && before === undefined) {
    const data = pageOf(rows, paging);
    const meta = { pagination: pagination(rows.length, data.length, paging) };
    const cursors = paging.page === 1 && {
      cursor_pagination: cursorMeta(data, rows, paging.limit),
    };
    response.json({ data: data.map(view), meta: { ...meta, ...cursors } });
    return;
  }
  const data = window(rows, after, before, paging.limit);
  const meta = { cursor_pagination: cursorMeta(data, rows, paging.limit) };
  response.json({ data: data.map(view), meta });
}

function window<Row extends { id: number }>(
  rows: Row[],
  after: number | undefined,
  before: number | undefined,
  limit: number,
): Row[] {
  if (after !== undefined) {
    const start = rows.findIndex((row) => row.id === after) + 1;
    return rows.slice(start, start + limit);
  }
  const end = rows.findIndex((row) => row.id === before);
  return rows.slice(Math.max(end - limit, 0), Math.max(end, 0));
}

function cursorMeta(data: { id: number }[], rows: { id: number }[], limit: number): object {
  const first = data[0];
  const last = data.at(-1);
  if (!first || !last) return { count: 0, per_page: limit, links: {} };
  return {
    count: data.length,
    per_page: limit,
    start_cursor: cursor(first.id),
    end_cursor: cursor(last.id),
    links: {
      ...(rows[0]?.id !== first.id && { previous: `?before=${cursor(first.id)}&limit=${limit}` }),
      ...(rows.at(-1)?.id !== last.id && { next: `?after=${cursor(last.id)}&limit=${limit}` }),
    },
  };
}

function cursor(id: number): string {
  return Buffer.from(JSON.stringify({ id })).toString('base64url');
}

function cursorId(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  try {
    return (JSON.parse(Buffer.from(text, 'base64url').toString()) as { id: number }).id;
  } catch {
    throw new Refusal(422, 'The cursor is invalid. Use the one from meta.cursor_pagination.');
  }
}
