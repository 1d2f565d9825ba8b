import type { Call, Handler } from '../rest/call.ts';
import { batchOf } from './batch.ts';
import { eTagOf, screenId } from './components.ts';
import { checkRecordType } from './layout.ts';
import { columnAt, showColumn, type Column } from './list-column.ts';
import { preferences } from './list-info.ts';
import { recordTypeOf } from './object-info.ts';
import { nameFieldOf, objectNamed, visibleFields } from './objects.ts';
import { fromUrl } from './parameters.ts';
import { relatedListNamed, relatedListsOf, type RelatedList } from './related-list.ts';
import { themeOf } from './theme.ts';

const MOST_LISTS = 100;

export function relatedListInfo(list: RelatedList, columns: Column[] = list.columns) {
  const info = {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: columns.map(showColumn),
    fieldApiName: list.reference.name,
    filterLogicString: '',
    filterable: true,
    filteredByInfo: [],
    label: list.label,
    listReference: referenceOf(list),
    objectApiNames: [list.child.name],
    orderedByInfo: orderOf(list),
    restrictColumnsToLayout: true,
    updateable: false,
    userPreferences: preferences(columns),
    visibility: 'Public',
    visibilityEditable: false,
  };
  return { ...info, eTag: eTagOf(info) };
}

export function referenceOf(list: RelatedList, recordId: string | null = null) {
  return {
    id: screenId('0RL', list.parent.name, list.id),
    inContextOfRecordId: recordId,
    listViewApiName: null,
    objectApiName: list.child.name,
    parentObjectApiName: list.parent.name,
    recordTypeId: recordTypeOf(list.parent),
    relatedListId: list.id,
    type: 'relatedList',
  };
}

function orderOf({ sortBy, columns, child }: RelatedList) {
  const [sort] = sortBy;
  const name = nameFieldOf(child);
  const fieldApiName = sort?.replace(/^-/, '') ?? name?.name ?? 'Id';
  const column = columns.find((one) => one.fieldApiName === fieldApiName);
  const label = column?.label ?? name?.label ?? fieldApiName;
  return [{ fieldApiName, isAscending: !sort?.startsWith('-'), label }];
}

export const readRelatedListInfo: Handler = (call, { object: name, list: id = '' }) => {
  const object = objectNamed(call, name);
  const ask = fromUrl(call);
  checkRecordType(object, ask('recordTypeId')[0]);
  const list = relatedListNamed(call, object, id);
  if (ask('restrictColumnsToLayout')[0] !== 'false') {
    return { status: 200, body: relatedListInfo(list) };
  }
  const all = visibleFields(call, list.child).flatMap(
    (field) => columnAt(call, list.child, field.name) ?? [],
  );
  return { status: 200, body: { ...relatedListInfo(list, all), restrictColumnsToLayout: false } };
};

export const readRelatedListInfoBatch: Handler = (call, { object: name, lists = '' }) =>
  batchOf(lists.split(','), MOST_LISTS, (id) =>
    relatedListInfo(relatedListNamed(call, objectNamed(call, name), id)),
  );

/** The lists on an object's page. */
export const readRelatedLists: Handler = (call, { object: name }) => {
  const object = objectNamed(call, name);
  checkRecordType(object, fromUrl(call)('recordTypeId')[0]);
  const body = {
    parentObjectApiName: object.name,
    parentRecordTypeId: recordTypeOf(object),
    relatedLists: relatedListsOf(call, object).map((list) => summary(call, list)),
  };
  return { status: 200, body: { eTag: eTagOf(body), ...body } };
};

function summary(call: Call, list: RelatedList) {
  const { child, parent, id } = list;
  return {
    entityLabel: child.label,
    entityLabelPlural: child.labelPlural,
    fieldApiName: list.reference.name,
    keyPrefix: child.keyPrefix,
    label: list.label,
    objectApiName: child.name,
    parentFieldApiName: `${parent.name}.${id}`,
    relatedListId: id,
    relatedListInfoUrl: `/services/data/${call.version}/ui-api/related-list-info/${parent.name}/${id}`,
    themeInfo: themeOf(call, child),
  };
}
