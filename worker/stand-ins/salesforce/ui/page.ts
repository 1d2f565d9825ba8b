import type { Row } from '../records/row.ts';
import type { Call } from '../rest/call.ts';
import type { ObjectType } from '../schema/model.ts';
import { wholeNumber, type Ask } from './parameters.ts';
import { record } from './record.ts';
import { badParameter } from './refusals.ts';
import type { Selection } from './selection.ts';

const USUAL = 50;

interface Paged {
  /** Below `ui-api/`. */
  path: string;
  object: ObjectType;
  rows: Row[];
  selection: Selection;
  mostPerPage: number;
}

/** One page of rows. The token of a page says how many rows are before it. */
export function pageOf(
  call: Call,
  ask: Ask,
  { path, object, rows, selection, mostPerPage }: Paged,
) {
  const pageSize = wholeNumber(ask, 'pageSize', { fallback: USUAL, least: 1, most: mostPerPage });
  const [given = '0'] = ask('pageToken');
  const offset = Number(given);
  if (!/^\d+$/.test(given) || (offset > 0 && offset >= rows.length)) {
    throw badParameter(`The value of parameter 'pageToken' is no token of this list: ${given}`);
  }
  const next = offset + pageSize < rows.length ? String(offset + pageSize) : null;
  const previous = offset > 0 ? String(Math.max(offset - pageSize, 0)) : null;
  const url = (token: string | null): string | null => {
    if (token === null) return null;
    const query = new URLSearchParams(call.query);
    query.set('pageSize', String(pageSize));
    query.set('pageToken', token);
    return `/services/data/${call.version}/ui-api/${path}?${query}`;
  };
  const shown = rows.slice(offset, offset + pageSize);
  return {
    count: shown.length,
    currentPageToken: String(offset),
    currentPageUrl: url(String(offset)),
    nextPageToken: next,
    nextPageUrl: url(next),
    pageSize,
    previousPageToken: previous,
    previousPageUrl: url(previous),
    records: shown.map((row) => record(call, object, row, selection)),
  };
}
