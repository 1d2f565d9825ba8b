import type { Row } from '../records/row.ts';
import { canRead } from '../records/sharing.ts';
import type { Call, Handler } from '../rest/call.ts';
import { filterSoql } from './list-filter.ts';
import { listInfo, referenceOf } from './list-info.ts';
import { listViewNamed, listViewOfId, type ListView } from './list-view.ts';
import { objectNamed } from './objects.ts';
import { pageOf } from './page.ts';
import { asked } from './parameters.ts';
import { badParameter } from './refusals.ts';
import { rowsOf } from './rows.ts';
import { add, emptySelection, select } from './selection.ts';
import { quoted, together } from './soql-text.ts';
import { whereSoql } from './where.ts';

const ALWAYS = ['Id', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'];

/** A page of a list's records. */
export function listRecords(call: Call, view: ListView) {
  const ask = asked(call);
  const { object } = view;
  if (ask('searchTerm').length > 0) {
    throw badParameter('The local org does not know the parameter searchTerm.');
  }
  const [fields, optional, sortBy] = [ask('fields'), ask('optionalFields'), ask('sortBy')];
  const [where] = ask('where');
  const selection = emptySelection();
  for (const name of ALWAYS) add(call, object, selection, [name]);
  for (const { fieldApiName, lookupId } of view.columns) {
    add(call, object, selection, fieldApiName.split('.'));
    if (lookupId) add(call, object, selection, [lookupId]);
  }
  select(call, object, selection, fields);
  select(call, object, selection, optional, true);
  const filter = where === undefined ? undefined : whereSoql(call, object, where);
  const rows = view.recent
    ? recentRows(call, view)
    : rowsOf(call, object, together([conditionOf(call, view), filter], 'AND'), sortBy);
  const path = `list-records/${object.name}/${view.apiName}`;
  const page = pageOf(call, ask, { path, object, rows, selection, mostPerPage: 2000 });
  return {
    ...page,
    fields,
    listInfoETag: listInfo(view).eTag,
    listReference: referenceOf(view),
    optionalFields: optional,
    searchTerm: null,
    sortBy,
  };
}

/** Everything the list filters by, in SOQL. */
function conditionOf(call: Call, view: ListView): string | undefined {
  const { scope, logic, filters } = view;
  if (scope !== 'Everything' && scope !== 'Mine') {
    throw badParameter(`The local org does not know lists of the scope ${scope}.`);
  }
  const mine = scope === 'Mine' ? `OwnerId = ${quoted(call.caller.userId)}` : undefined;
  const parts = filters.map(filterSoql);
  if (logic === '') return together([mine, ...parts], 'AND');
  const joined = logic.replace(/\d+/g, (number) => {
    const part = parts[Number(number) - 1];
    if (part === undefined) throw badParameter(`The list has no filter ${number}: ${logic}`);
    return `(${part})`;
  });
  return together([mine, joined], 'AND');
}

function recentRows({ org, caller }: Call, { object }: ListView): Row[] {
  return org.recent
    .list(caller.userId)
    .filter((id) => id.startsWith(object.keyPrefix))
    .flatMap((id) => org.database.table(object).get(id) ?? [])
    .filter((row) => row.IsDeleted !== true && canRead(org, caller, object, row));
}

export const readListRecords: Handler = (call, { object: name, list = '' }) => ({
  status: 200,
  body: listRecords(call, listViewNamed(call, objectNamed(call, name), list)),
});

export const readListRecordsOfId: Handler = (call, { id = '' }) => ({
  status: 200,
  body: listRecords(call, listViewOfId(call, id)),
});

/** A list with its records, for pages that begin with nothing. */
export const readListUi: Handler = (call, { object: name, list = '' }) =>
  listUi(call, listViewNamed(call, objectNamed(call, name), list));

export const readListUiOfId: Handler = (call, { id = '' }) => listUi(call, listViewOfId(call, id));

function listUi(call: Call, view: ListView) {
  const info = listInfo(view);
  const records = listRecords(call, view);
  return { status: 200, body: { eTag: info.eTag, info, records } };
}
