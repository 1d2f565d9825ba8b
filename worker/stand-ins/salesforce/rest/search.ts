import { refuse } from '../records/refusal.ts';
import type { Row } from '../records/row.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { runQuery } from '../soql/query.ts';
import { objectOf, type Call, type Handler } from './call.ts';

const MOST_RESULTS = 2000;

type Group = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE';

interface Search {
  words: RegExp[];
  group: Group;
  targets: { object: string; fields: string; rest: string }[];
}

/** SOSL: `FIND {ada} IN NAME FIELDS RETURNING Lead(Id, Name WHERE ... LIMIT 5), Contact`. */
export const search: Handler = (call) => {
  const { words, group, targets } = readSearch(call.query.get('q') ?? '');
  const searchRecords = targets.flatMap((target) => {
    const object = objectOf(call, target.object);
    const ids = matches(call, object, words, group);
    if (ids.length === 0) return [];
    const soql = narrowed(`SELECT ${target.fields} FROM ${object.name} ${target.rest}`, ids);
    const found = runQuery(call.org, call.caller, soql, {
      version: call.version,
      withDeleted: false,
    });
    return found.slice(0, MOST_RESULTS);
  });
  return { status: 200, body: { searchRecords } };
};

function readSearch(text: string): Search {
  const found =
    /^\s*FIND\s*\{(.*?)(?<!\\)\}\s*(?:IN\s+(\w+)\s+FIELDS\s*)?(?:RETURNING\s+(.*))?$/is.exec(text);
  if (!found) {
    const message = 'No search term found. The search term must be enclosed in braces.';
    throw refuse('MALFORMED_SEARCH', message);
  }
  const [, term = '', group = 'ALL', returning] = found;
  const known = group.toUpperCase();
  if (!['ALL', 'NAME', 'EMAIL', 'PHONE'].includes(known) || returning === undefined) {
    throw unknownPart(returning === undefined ? 'FIND without RETURNING' : group);
  }
  return { words: readWords(term), group: known as Group, targets: readTargets(returning) };
}

/** `*` stands for any letters, `?` for one; all words must be found. */
function readWords(term: string): RegExp[] {
  const words = term.replace(/\\(.)/g, '$1').match(/[\p{L}\p{N}*?]+/gu) ?? [];
  if (/\b(AND|OR|NOT)\b|"/.test(term))
    throw unknownPart('AND, OR, NOT and quotes in a search term');
  if (words.join('').replace(/[*?]/g, '').length < 2) {
    throw refuse('MALFORMED_SEARCH', 'Search term must be longer than one character');
  }
  return words.map((word) => {
    const pattern = word.replaceAll('*', '.*').replaceAll('?', '.');
    return new RegExp(`^${pattern}$`, 'iu');
  });
}

function readTargets(returning: string): Search['targets'] {
  const targets = [
    ...returning.matchAll(/(\w+)\s*(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\))?\s*(?:,\s*|$)/g),
  ];
  if (
    targets
      .map(([whole]) => whole)
      .join('')
      .trim() !== returning.trim()
  ) {
    throw refuse('MALFORMED_SEARCH', `unexpected token: ${returning}`);
  }
  return targets.map(([, object = '', inside = 'Id']) => {
    const [, fields = '', rest = ''] =
      /^(.*?)(\s(?:WHERE|ORDER BY|LIMIT|OFFSET)\s.*)?$/is.exec(inside) ?? [];
    return { object, fields, rest };
  });
}

function narrowed(soql: string, ids: string[]): string {
  const list = `Id IN (${ids.map((id) => `'${id}'`).join(',')})`;
  if (!/\sWHERE\s/i.test(soql)) return soql.replace(/(FROM \w+)/, `$1 WHERE ${list}`);
  return soql.replace(
    /\sWHERE\s+(.*?)(\s(?:ORDER BY|LIMIT|OFFSET)\s.*)?$/is,
    ` WHERE ${list} AND ($1)$2`,
  );
}

function matches(
  { org, caller }: Call,
  object: ObjectType,
  words: RegExp[],
  group: Group,
): string[] {
  const fields = object.fields.filter(
    (field) => caller.rights.canSee(object, field) && isSearched(field, group),
  );
  const tokens = (row: Row): string[] =>
    fields.flatMap(({ name }) => {
      const value = row[name];
      return typeof value === 'string' ? (value.match(/[\p{L}\p{N}]+/gu) ?? []) : [];
    });
  return org.database
    .table(object)
    .all()
    .filter((row) => row.IsDeleted !== true)
    .filter((row) => {
      const own = tokens(row);
      return words.every((word) => own.some((token) => word.test(token)));
    })
    .map((row) => row.Id);
}

function isSearched({ type, nameField }: Field, group: Group): boolean {
  if (group === 'NAME') return nameField;
  if (group === 'EMAIL') return type === 'email';
  if (group === 'PHONE') return type === 'phone';
  return ['string', 'textarea', 'email', 'phone', 'url'].includes(type);
}

function unknownPart(what: string): Error {
  return refuse('MALFORMED_SEARCH', `${what} (the local org does not know this part of SOSL)`);
}
