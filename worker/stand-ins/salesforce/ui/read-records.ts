import type { Call, Handler } from '../rest/call.ts';
import { batchOf } from './batch.ts';
import { selectLayouts } from './layout-fields.ts';
import { recordAt, type Found } from './objects.ts';
import { asked, choices, type Ask } from './parameters.ts';
import { record } from './record.ts';
import { badParameter } from './refusals.ts';
import { emptySelection, select, type Selection } from './selection.ts';

const MOST_RECORDS = 200;

export const readRecord: Handler = (call, { id = '' }) => ({
  status: 200,
  body: show(call, id),
});

export const readRecords: Handler = (call, { ids = '' }) =>
  batchOf(ids.split(','), MOST_RECORDS, (id) => show(call, id));

function show(call: Call, id: string): object {
  const ask = asked(call);
  const found = recordAt(call, id);
  const selection = selectionOf(call, found, ask);
  if (ask('updateMru')[0] === 'true') call.org.recent.touch(call.caller.userId, found.row.Id);
  return record(call, found.object, found.row, selection);
}

/** What `fields`, `optionalFields`, `layoutTypes` and `modes` ask for. Throws when it is nothing. */
function selectionOf(call: Call, { object }: Found, ask: Ask): Selection {
  if (ask('childRelationships').length > 0) {
    throw badParameter('The local org does not know the parameter childRelationships.');
  }
  const layoutTypes = choices(ask, 'layoutTypes', ['Compact', 'Full']);
  const modes = choices(ask, 'modes', ['Create', 'Edit', 'View']);
  const [fields, optional] = [ask('fields'), ask('optionalFields')];
  if (layoutTypes.length + fields.length + optional.length === 0) {
    throw badParameter('Specify at least one of fields, optionalFields and layoutTypes.');
  }
  const selection = emptySelection();
  select(call, object, selection, fields);
  select(call, object, selection, optional, true);
  selectLayouts(call, object, selection, layoutTypes, modes.length > 0 ? modes : ['View']);
  return selection;
}
