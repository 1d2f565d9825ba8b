import type { Row } from '../rows.ts';
import { invalidField, missing, Refusal } from './refusal.ts';
import { textOf } from './text.ts';

type Query = Record<string, string>;

const LARGEST_PAGE = 1000;
const USUAL_PAGE = 200;
const PAGING = ['fields', 'limit', 'orderBy', 'nextPageToken', 'deleted'];

/** `fields` is required on reads; every name must be one the object has. */
export function chosenFields(query: Query, known: string[]): string[] {
  const names = (query.fields ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) throw missing(['fields']);
  return checked(names, known);
}

/** What a write answers: the id alone unless more was asked for. */
export function answeredFields(wanted: unknown, known: string[]): string[] {
  const names = Array.isArray(wanted) ? wanted.map(String) : textOf(wanted).split(',');
  return checked(['id', ...names.filter((name) => name !== '')], known);
}

function checked(names: string[], known: string[]): string[] {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalidField(unknown);
  return [...new Set(names)];
}

export function pick(row: Row, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
}

interface Page {
  nextPageToken: string | null;
  nextPageUrl: string | null;
  values: Record<string, unknown>[];
}

/** One page of the rows the query asks for. `url` is the collection's own. */
export function page(rows: Row[], query: Query, known: string[], url: string): Page {
  const fields = chosenFields(query, known);
  const wish = query.nextPageToken === undefined ? query : readToken(query.nextPageToken);
  const found = sort(filter(rows, wish, known), wish.orderBy ?? 'id', known);
  const start = Number(wish.start ?? 0);
  const limit = pageSize(wish.limit);
  const more = start + limit < found.length;
  const token = more
    ? Buffer.from(JSON.stringify({ ...wish, start: String(start + limit) })).toString('base64url')
    : null;
  return {
    nextPageToken: token,
    nextPageUrl: token && `${url}?fields=${fields.join(',')}&nextPageToken=${token}`,
    values: found.slice(start, start + limit).map((row) => pick(row, fields)),
  };
}

function readToken(token: string): Query {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) as Query;
  } catch {
    throw new Refusal(400, 130, 'The nextPageToken is invalid.');
  }
}

function pageSize(limit: string | undefined): number {
  const size = Number(limit ?? USUAL_PAGE);
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE) {
    throw new Refusal(400, 56, `limit must be a number from 1 to ${LARGEST_PAGE}.`);
  }
  return size;
}

type Test = (value: unknown, wanted: string) => boolean;

const order = (left: unknown, right: unknown): number => {
  if (typeof left === 'number' || typeof right === 'number') return Number(left) - Number(right);
  return textOf(left) < textOf(right) ? -1 : Number(left !== right);
};
const time = (value: unknown): number => Date.parse(String(value));

const ENDINGS: [ending: string, test: Test][] = [
  ['AfterOrEqualTo', (value, wanted) => time(value) >= time(wanted)],
  ['BeforeOrEqualTo', (value, wanted) => time(value) <= time(wanted)],
  ['After', (value, wanted) => time(value) > time(wanted)],
  ['Before', (value, wanted) => time(value) < time(wanted)],
  ['GreaterThanOrEqualTo', (value, wanted) => Number(value) >= Number(wanted)],
  ['LessThanOrEqualTo', (value, wanted) => Number(value) <= Number(wanted)],
  ['GreaterThan', (value, wanted) => Number(value) > Number(wanted)],
  ['LessThan', (value, wanted) => Number(value) < Number(wanted)],
  ['', (value, wanted) => textOf(value).toLowerCase() === wanted.toLowerCase()],
];

function filter(rows: Row[], query: Query, known: string[]): Row[] {
  const tests = Object.entries(query)
    .filter(([name]) => !PAGING.includes(name) && name !== 'start')
    .map(([name, wanted]) => {
      const ending = ENDINGS.find(([end]) => name.endsWith(end) && known.includes(base(name, end)));
      if (!ending) throw new Refusal(400, 130, `The filter is invalid: ${name}`);
      if (/After|Before/.test(ending[0]) && Number.isNaN(time(wanted))) {
        throw new Refusal(400, 57, `The date is invalid: ${name}`);
      }
      return (row: Row): boolean => ending[1](row[base(name, ending[0])], wanted);
    });
  const deleted = query.deleted ?? 'false';
  return rows.filter(
    (row) =>
      (deleted === 'all' || (row.isDeleted === true) === (deleted === 'true')) &&
      tests.every((test) => test(row)),
  );
}

const base = (name: string, ending: string): string => name.slice(0, name.length - ending.length);

function sort(rows: Row[], orderBy: string, known: string[]): Row[] {
  const [field = 'id', direction = 'asc'] = orderBy.trim().split(/\s+/);
  if (!known.includes(field)) throw invalidField(field);
  const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
  return rows.toSorted((left, right) => sign * order(left[field], right[field]));
}
