import type { Mapping, Row } from 'c/mappingEngine';
import {
  addRow,
  duplicateRow,
  moveRow,
  newRowId,
  removeRow,
  rowOf,
  switchRow,
} from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import type { Focus } from './focus';

export interface Acted {
  mapping: Mapping;
  /** A label for undo. */
  what: string;
  /** What a screen reader hears. */
  said: string;
  focus: Focus;
  /** The row whose editor opens. */
  opens?: string;
}

type Act = (mapping: Mapping, targetId: string, row: Row, name: string) => Acted;

const ACTS: Readonly<Record<string, Act>> = {
  duplicate(mapping, targetId, row, name) {
    const changed = duplicateRow(mapping, targetId, row.id);
    const rows = rowsOf(changed, targetId);
    const copy = rows[rows.findIndex(({ id }) => id === row.id) + 1]?.id ?? row.id;
    return done(changed, fill(labels.didDuplicate, name), { on: 'row', id: copy });
  },
  switch(mapping, targetId, row, name) {
    const changed = switchRow(mapping, targetId, row.id, row.off === true);
    const what = fill(row.off ? labels.didSwitchOn : labels.didSwitchOff, name);
    return done(changed, what, { on: 'menu', id: row.id });
  },
  up: (mapping, targetId, row, name) => moved(mapping, targetId, row, name, 'up'),
  down: (mapping, targetId, row, name) => moved(mapping, targetId, row, name, 'down'),
  delete(mapping, targetId, row, name) {
    const rows = rowsOf(mapping, targetId);
    const at = rows.findIndex(({ id }) => id === row.id);
    const next = rows[at + 1] ?? rows[at - 1];
    const focus: Focus = next ? { on: 'row', id: next.id } : { on: 'add', id: '' };
    const changed = removeRow(mapping, targetId, row.id);
    const said = fill(labels.saidDeleted, name);
    return { ...done(changed, fill(labels.didDelete, name), focus), said };
  },
};

/** Does to a row what its menu says; undefined when the row or the action is not there. */
export function act(
  action: string,
  mapping: Mapping,
  targetId: string,
  { id, name }: { id: string; name: string },
): Acted | undefined {
  const row = rowOf(mapping, targetId, id);
  return row && ACTS[action]?.(mapping, targetId, row, name);
}

/** A new row at the end, with its editor open; for a field that was chosen already, or for none. */
export function addedRow(mapping: Mapping, targetId: string, field = ''): Acted | undefined {
  const target = mapping.targets.find(({ id }) => id === targetId);
  if (!target) return undefined;
  const id = newRowId(target);
  const changed = addRow(mapping, targetId, { id, target: field });
  return { ...done(changed, labels.didAdd, { on: 'editor', id }), opens: id };
}

function moved(
  mapping: Mapping,
  targetId: string,
  row: Row,
  name: string,
  to: 'up' | 'down',
): Acted {
  const changed = moveRow(mapping, targetId, row.id, to);
  const rows = rowsOf(changed, targetId);
  const place = rows.findIndex(({ id }) => id === row.id) + 1;
  const said = fill(labels.saidMoved, name, place, rows.length);
  return { ...done(changed, fill(labels.didMove, name), { on: 'menu', id: row.id }), said };
}

function done(mapping: Mapping, what: string, focus: Focus): Acted {
  return { mapping, what, said: what, focus };
}

function rowsOf(mapping: Mapping, targetId: string): readonly Row[] {
  return mapping.targets.find(({ id }) => id === targetId)?.rows ?? [];
}
