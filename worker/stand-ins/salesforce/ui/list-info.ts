import type { Call, Handler } from '../rest/call.ts';
import { batchOf } from './batch.ts';
import { eTagOf } from './components.ts';
import { showColumn, type Column } from './list-column.ts';
import { listViewNamed, listViewOfId, listViewsOf, type ListView } from './list-view.ts';
import { nameFieldOf, objectNamed } from './objects.ts';
import { fromUrl, wholeNumber } from './parameters.ts';
import { badParameter } from './refusals.ts';

const MOST_LISTS = 100;

/** What a list shows and how it is filtered. Lists are changed by deploys, not through this API. */
export function listInfo(view: ListView) {
  const name = nameFieldOf(view.object);
  const info = {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: view.columns.map(showColumn),
    filterLogicString: view.logic || null,
    filteredByInfo: view.filters.map(({ field, path, operation, value }) => ({
      fieldApiName: path,
      label: field?.label ?? path,
      operandLabels: value === '' ? [] : value.split(',').map((part) => part.trim()),
      operator: operation.charAt(0).toUpperCase() + operation.slice(1),
    })),
    label: view.label,
    listReference: referenceOf(view),
    objectApiNames: [view.object.name],
    orderedByInfo:
      name && !view.recent
        ? [{ fieldApiName: name.name, isAscending: true, label: name.label }]
        : [],
    updateable: false,
    userPreferences: preferences(view.columns),
    visibility: 'Public',
    visibilityEditable: false,
  };
  return { ...info, eTag: eTagOf(info) };
}

export function referenceOf({ id, apiName, object }: ListView) {
  return {
    id,
    listViewApiName: apiName,
    objectApiName: object.name,
    type: id === null ? 'mru' : 'listView',
  };
}

/** Nobody has chosen a width, and no text wraps. */
export function preferences(columns: Column[]) {
  const names = columns.map(({ fieldApiName }) => fieldApiName);
  return {
    columnWidths: Object.fromEntries(names.map((name) => [name, -1])),
    columnWrap: Object.fromEntries(names.map((name) => [name, false])),
  };
}

export const readListInfo: Handler = (call, { object: name, list = '' }) => ({
  status: 200,
  body: listInfo(listViewNamed(call, objectNamed(call, name), list)),
});

/** `list-info/{id}` names a list, `list-info/{object}` all lists of an object. */
export const readListInfos: Handler = (call, { name = '' }) => {
  if (/^00B\w{12}(\w{3})?$/.test(name)) {
    return { status: 200, body: listInfo(listViewOfId(call, name)) };
  }
  return { status: 200, body: summaries(call, name) };
};

export const readListInfoBatch: Handler = (call) =>
  batchOf([...fromUrl(call)('ids'), ...fromUrl(call)('names')], MOST_LISTS, (name): object => {
    const [object, list] = name.split('.');
    return listInfo(
      list === undefined
        ? listViewOfId(call, name)
        : listViewNamed(call, objectNamed(call, object), list),
    );
  });

function summaries(call: Call, name: string) {
  const object = objectNamed(call, name);
  const ask = fromUrl(call);
  const pageSize = wholeNumber(ask, 'pageSize', { fallback: 20, least: 1, most: 2000 });
  const offset = wholeNumber(ask, 'pageToken', { fallback: 0, least: 0, most: 2000 });
  const [q = ''] = ask('q');
  if (ask('recentListsOnly')[0] === 'true') {
    throw badParameter('The local org does not remember which lists a user looked at.');
  }
  const all = listViewsOf(call, object).filter(({ label }) =>
    label.toLowerCase().includes(q.toLowerCase()),
  );
  const base = `/services/data/${call.version}/ui-api/list-info/${object.name}`;
  const url = (token: string | null): string | null =>
    token === null ? null : `${base}?pageSize=${pageSize}&pageToken=${token}`;
  const next = offset + pageSize < all.length ? String(offset + pageSize) : null;
  const previous = offset > 0 ? String(Math.max(offset - pageSize, 0)) : null;
  const lists = all.slice(offset, offset + pageSize).map((view) => ({
    apiName: view.apiName,
    id: view.id,
    label: view.label,
    listUiUrl: `/services/data/${call.version}/ui-api/list-ui/${object.name}/${view.apiName}`,
    primary: view.apiName === 'All',
  }));
  const body = {
    count: lists.length,
    currentPageToken: String(offset),
    currentPageUrl: url(String(offset)),
    lists,
    nextPageToken: next,
    nextPageUrl: url(next),
    objectApiName: object.name,
    pageSize,
    previousPageToken: previous,
    previousPageUrl: url(previous),
    queryString: q || null,
    recentListsOnly: false,
  };
  return { ...body, eTag: eTagOf(body) };
}
