import type { Handler } from '../rest/call.ts';
import { layout, type Mode } from './layout.ts';
import { selectLayouts } from './layout-fields.ts';
import type { LayoutType } from './layout-source.ts';
import { recordTypeOf } from './object-info.ts';
import { recordAt } from './objects.ts';
import { choices, fromUrl } from './parameters.ts';
import { record } from './record.ts';
import { objectInfosOf } from './record-defaults.ts';
import { emptySelection, select } from './selection.ts';

/** Layouts, object infos and records in one, for pages that begin with nothing. */
export const readRecordUi: Handler = (call, { ids = '' }) => {
  const ask = fromUrl(call);
  const layouts: Record<string, Record<string, Record<string, Record<string, object>>>> = {};
  const infos: Record<string, object> = {};
  const records: Record<string, object> = {};
  const wantedTypes = choices(ask, 'layoutTypes', ['Full', 'Compact']);
  const wantedModes = choices(ask, 'modes', ['View', 'Edit', 'Create']);
  const layoutTypes: LayoutType[] = wantedTypes.length > 0 ? wantedTypes : ['Full'];
  const modes: Mode[] = wantedModes.length > 0 ? wantedModes : ['View'];
  for (const id of ids.split(',')) {
    const { object, row } = recordAt(call, id);
    const selection = emptySelection();
    selectLayouts(call, object, selection, layoutTypes, modes);
    select(call, object, selection, ask('optionalFields'), true);
    Object.assign(infos, objectInfosOf(call, object, selection));
    records[row.Id] = record(call, object, row, selection);
    const byType = ((layouts[object.name] ??= {})[recordTypeOf(object) ?? ''] ??= {});
    for (const type of layoutTypes) {
      const all = modes.map((mode) => [mode, layout(call, object, type, mode)]);
      byType[type] = Object.fromEntries(all) as Record<string, object>;
    }
  }
  return {
    status: 200,
    body: { layoutUserStates: {}, layouts, objectInfos: infos, records },
  };
};
