import type { Row } from '../records/row.ts';
import { canRead } from '../records/sharing.ts';
import { notFound } from '../records/refusal.ts';
import { bodyObject, type Call, type Handler } from '../rest/call.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { isSupported, nameFieldOf, nameFieldsOf, objectNamed } from './objects.ts';
import { choices, fromBody, fromUrl, wholeNumber, type Ask } from './parameters.ts';
import { record } from './record.ts';
import { badParameter, noField } from './refusals.ts';
import { rowsOf } from './rows.ts';
import { add, emptySelection } from './selection.ts';
import { likeText, together } from './soql-text.ts';

const LAST_VERSION_BY_URL = 62;
const SHORTEST_SEARCH = 2;

/** What a lookup may point at, for each object that it may point at. */
export const suggestAll: Handler = (call, { object: name, field = '' }) => {
  const { targets } = lookupOf(call, name, field);
  const lookupResults = targets.map((target): [string, object] => [
    target.name,
    suggestions(call, target, `${name ?? ''}/${field}`),
  ]);
  return { status: 200, body: { lookupResults: Object.fromEntries(lookupResults) } };
};

export const suggestTargets: Handler = (call, { object: name, field = '', target = '' }) => {
  const { targets } = lookupOf(call, name, field);
  const wanted = targets.find((one) => one.name.toLowerCase() === target.toLowerCase());
  if (!wanted) throw badParameter(`The field ${field} does not point at ${target}.`);
  return { status: 200, body: suggestions(call, wanted, `${name ?? ''}/${field}/${wanted.name}`) };
};

function lookupOf(call: Call, name: string | undefined, fieldName: string) {
  // The parameters came into the body, and the way through the URL was closed.
  const version = Number(/^v(\d+)/.exec(call.version)?.[1]);
  if (call.method === 'GET' && version > LAST_VERSION_BY_URL) throw notFound();
  const { org, caller } = call;
  const object = objectNamed(call, name);
  const field = org.schema.field(object, fieldName);
  if (!field || !caller.rights.canSee(object, field)) throw noField(fieldName, object.name);
  if (field.type !== 'reference') throw badParameter(`${field.name} is no lookup field.`);
  return { object, field, targets: targetsOf(call, field) };
}

function targetsOf({ org, caller }: Call, field: Field): ObjectType[] {
  return field.referenceTo
    .flatMap((name) => org.schema.object(name) ?? [])
    .filter((object) => isSupported(object) && caller.rights.may('read', object));
}

/** By POST the parameters may stand in the URL or in the body. */
function parametersOf(call: Call): Ask {
  const url = fromUrl(call);
  const body = call.method === 'POST' && call.text !== '' ? fromBody(bodyObject(call)) : null;
  return (name) => {
    const inUrl = url(name);
    return inUrl.length > 0 || !body ? inUrl : body(name);
  };
}

function suggestions(call: Call, target: ObjectType, path: string) {
  const ask = parametersOf(call);
  const [type = 'Recent'] = choices(ask, 'searchType', ['Recent', 'Search', 'TypeAhead']);
  const page = wholeNumber(ask, 'page', { fallback: 1, least: 1, most: 100 });
  const pageSize = wholeNumber(ask, 'pageSize', { fallback: 25, least: 1, most: 1000 });
  const rows = type === 'Recent' ? recentRows(call, target) : searchRows(call, target, ask, type);
  const shown = rows.slice((page - 1) * pageSize, page * pageSize);
  const selection = emptySelection();
  for (const name of ['Id', ...nameFieldsOf(call.org, target)]) {
    add(call, target, selection, [name]);
  }
  const url = (number: number): string => {
    const query = new URLSearchParams({ searchType: type, page: String(number) });
    const [q] = ask('q');
    if (q !== undefined) query.set('q', q);
    query.set('pageSize', String(pageSize));
    return `/services/data/${call.version}/ui-api/lookups/${path}?${query}`;
  };
  return {
    count: shown.length,
    currentPageUrl: url(page),
    nextPageUrl: page * pageSize < rows.length ? url(page + 1) : null,
    previousPageUrl: page > 1 ? url(page - 1) : null,
    records: shown.map((row) => record(call, target, row, selection)),
  };
}

function recentRows({ org, caller }: Call, target: ObjectType): Row[] {
  return org.recent
    .list(caller.userId)
    .filter((id) => id.startsWith(target.keyPrefix))
    .flatMap((id) => org.database.table(target).get(id) ?? [])
    .filter((row) => row.IsDeleted !== true && canRead(org, caller, target, row));
}

/** While typing only names are looked at; a search also looks into emails. */
function searchRows(call: Call, target: ObjectType, ask: Ask, type: string): Row[] {
  const q = ask('q').join(',');
  if (q.length < SHORTEST_SEARCH) {
    throw badParameter(
      `The value of parameter 'q' must have at least ${SHORTEST_SEARCH} characters.`,
    );
  }
  const fields = [nameFieldOf(target), ...target.fields.filter((field) => field.type === 'email')];
  const names = fields
    .slice(0, type === 'Search' ? undefined : 1)
    .flatMap((field) => (field && call.caller.rights.canSee(target, field) ? [field.name] : []));
  const words = names.map(
    (name) => `${name} LIKE ${likeText('', q, '%')} OR ${name} LIKE ${likeText('% ', q, '%')}`,
  );
  return words.length > 0 ? rowsOf(call, target, together(words, 'OR'), []) : [];
}
