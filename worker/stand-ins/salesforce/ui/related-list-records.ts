import type { Row } from '../records/row.ts';
import { isObject, type JsonObject } from '../records/json.ts';
import { bodyObject, type Call, type Handler } from '../rest/call.ts';
import { batchOf } from './batch.ts';
import { recordAt } from './objects.ts';
import { pageOf } from './page.ts';
import { asked, fromBody, fromUrl, wholeNumber, type Ask } from './parameters.ts';
import { badBody } from './refusals.ts';
import { referenceOf, relatedListInfo } from './related-list-info.ts';
import { relatedListNamed, type RelatedList } from './related-list.ts';
import { rowsOf } from './rows.ts';
import { add, emptySelection, select } from './selection.ts';
import { quoted, together } from './soql-text.ts';
import { whereSoql } from './where.ts';

const MOST_PER_PAGE = 1999;
const MOST_LISTS = 99;
const USUAL_COUNT = 10;

function rowsIn(call: Call, list: RelatedList, parentId: string, ask: Ask): Row[] {
  const [where] = ask('where');
  const filter = where === undefined ? undefined : whereSoql(call, list.child, where);
  const own = `${list.reference.name} = ${quoted(parentId)}`;
  const sortBy = ask('sortBy');
  return rowsOf(
    call,
    list.child,
    together([own, filter], 'AND'),
    sortBy.length > 0 ? sortBy : list.sortBy,
  );
}

/** A page of a record's children: their ids, and the fields asked for. */
function relatedRecords(call: Call, parentId: string, id: string, ask: Ask) {
  const { object, row } = recordAt(call, parentId);
  const list = relatedListNamed(call, object, id);
  const [fields, optional] = [ask('fields'), ask('optionalFields')];
  const selection = emptySelection();
  add(call, list.child, selection, ['Id']);
  select(call, list.child, selection, fields);
  select(call, list.child, selection, optional, true);
  const page = pageOf(call, ask, {
    path: `related-list-records/${row.Id}/${list.id}`,
    object: list.child,
    rows: rowsIn(call, list, row.Id, ask),
    selection,
    mostPerPage: MOST_PER_PAGE,
  });
  return {
    ...page,
    fields,
    listInfoETag: relatedListInfo(list).eTag,
    listReference: referenceOf(list, row.Id),
    optionalFields: optional,
    sortBy: ask('sortBy').length > 0 ? ask('sortBy') : list.sortBy,
  };
}

export const readRelatedRecords: Handler = (call, { parent = '', list = '' }) => ({
  status: 200,
  body: relatedRecords(call, parent, list, asked(call)),
});

export const readRelatedRecordsBatch: Handler = (call, { parent = '', lists = '' }) =>
  batchOf(lists.split(','), MOST_LISTS, (id) => relatedRecords(call, parent, id, fromUrl(call)));

/** The same by a body, in which each list has parameters of its own. */
export const postRelatedRecordsBatch: Handler = (call, { parent = '' }) => {
  const { relatedListParameters: lists } = bodyObject(call);
  if (!Array.isArray(lists) || !lists.every((one): one is JsonObject => isObject(one))) {
    throw badBody('The request needs a list named relatedListParameters');
  }
  return batchOf(lists, MOST_LISTS, (one) => {
    const ask = fromBody(one);
    return relatedRecords(call, parent, ask('relatedListId')[0] ?? '', ask);
  });
};

/** How many there are, counted no further than `maxCount`. */
function count(call: Call, parentId: string, id: string) {
  const { object, row } = recordAt(call, parentId);
  const list = relatedListNamed(call, object, id);
  const ask = fromUrl(call);
  const most = wholeNumber(ask, 'maxCount', {
    fallback: USUAL_COUNT,
    least: 1,
    most: MOST_PER_PAGE,
  });
  const { length } = rowsIn(call, list, row.Id, () => []);
  return {
    count: Math.min(length, most),
    hasMore: length > most,
    listReference: referenceOf(list, row.Id),
  };
}

export const readRelatedCount: Handler = (call, { parent = '', list = '' }) => ({
  status: 200,
  body: count(call, parent, list),
});

export const readRelatedCountBatch: Handler = (call, { parent = '', lists = '' }) =>
  batchOf(lists.split(','), MOST_LISTS, (id) => count(call, parent, id));
