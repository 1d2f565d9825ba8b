/** Edits of a mapping for the screen: each answers a new mapping and leaves the old one alone. */
import { copyOf } from './copyOf.ts';
import {
  isOwnTarget,
  ownTargetId,
  type Mapping,
  type MappingSettings,
  type Row,
  type SourceKind,
  type Target,
} from './model.ts';

/** What a row begins with when nothing is known of it. */
const EMPTY_ROW: Omit<Row, 'id'> = {
  source: [],
  steps: [],
  target: '',
  direction: 'toSalesforce',
  rule: 'always',
};

/** An id that no row of the target has: `row-1`, `row-2`, … */
export function newRowId(target: Target): string {
  const taken = target.rows.map((row) => Number(/^row-(\d{1,9})$/.exec(row.id)?.[1] ?? 0));
  return `row-${Math.max(0, ...taken) + 1}`;
}

/** Adds a row at the end, or `after` the row with that id. A row keeps its id when it is free. */
export function addRow(
  mapping: Mapping,
  targetId: string,
  row: Partial<Row> = {},
  after?: string,
): Mapping {
  return inTarget(mapping, targetId, (target) => {
    const free = row.id !== undefined && !target.rows.some(({ id }) => id === row.id);
    const added = { ...EMPTY_ROW, ...row, id: free && row.id ? row.id : newRowId(target) };
    const at = after === undefined ? -1 : target.rows.findIndex(({ id }) => id === after);
    return target.rows.toSpliced(at === -1 ? target.rows.length : at + 1, 0, added);
  });
}

/** Puts `row` where the row with its id stands. */
export function replaceRow(mapping: Mapping, targetId: string, row: Row): Mapping {
  return inTarget(mapping, targetId, ({ rows }) =>
    rows.map((old) => (old.id === row.id ? row : old)),
  );
}

/** The copy follows the original under a new id. */
export function duplicateRow(mapping: Mapping, targetId: string, rowId: string): Mapping {
  const row = rowOf(mapping, targetId, rowId);
  return row ? addRow(mapping, targetId, copyOf(row), rowId) : mapping;
}

export function removeRow(mapping: Mapping, targetId: string, rowId: string): Mapping {
  return inTarget(mapping, targetId, ({ rows }) => rows.filter(({ id }) => id !== rowId));
}

/** Moves a row one place up or down, or to a position counted from 0; stops at both ends. */
export function moveRow(
  mapping: Mapping,
  targetId: string,
  rowId: string,
  to: 'up' | 'down' | number,
): Mapping {
  return inTarget(mapping, targetId, ({ rows }) => {
    const from = rows.findIndex(({ id }) => id === rowId);
    const row = rows[from];
    if (!row) return rows;
    const wanted = typeof to === 'number' ? to : from + (to === 'up' ? -1 : 1);
    const at = Math.min(Math.max(wanted, 0), rows.length - 1);
    return at === from ? rows : rows.toSpliced(from, 1).toSpliced(at, 0, row);
  });
}

/** Turns a row off and on again. */
export function switchRow(mapping: Mapping, targetId: string, rowId: string, on: boolean): Mapping {
  return inTarget(mapping, targetId, ({ rows }) =>
    rows.map((row) => (row.id === rowId ? switched(row, on) : row)),
  );
}

/** Adds a target with an id of its own: the object's name, with a number when that is taken. */
export function addTarget(
  mapping: Mapping,
  { object, from, key }: { object: string; from: SourceKind; key?: string },
): Mapping {
  const taken = new Set(mapping.targets.map(({ id }) => id));
  const own = isOwnTarget({ object, from });
  const wanted = own ? ownTargetId(object) : object;
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  const target: Target = { id, object, from, rows: [] };
  if (key !== undefined && !own) target.key = key;
  return { ...mapping, targets: [...mapping.targets, target] };
}

export function removeTarget(mapping: Mapping, targetId: string): Mapping {
  const targets = mapping.targets.filter(({ id }) => id !== targetId);
  return targets.length === mapping.targets.length ? mapping : { ...mapping, targets };
}

export function switchTarget(mapping: Mapping, targetId: string, on: boolean): Mapping {
  return replaceTarget(mapping, targetId, (target) => switched(target, on));
}

/** Changes everything of a target but its id and its rows. */
export function setTarget(
  mapping: Mapping,
  targetId: string,
  changes: Partial<Omit<Target, 'id' | 'rows'>>,
): Mapping {
  // In JSON a part set to undefined is a part taken away.
  return replaceTarget(mapping, targetId, (target) => copyOf({ ...target, ...changes }));
}

export function setSettings(mapping: Mapping, settings: Partial<MappingSettings>): Mapping {
  return { ...mapping, settings: { ...mapping.settings, ...settings } };
}

export function rowOf(mapping: Mapping, targetId: string, rowId: string): Row | undefined {
  const target = mapping.targets.find(({ id }) => id === targetId);
  return target?.rows.find(({ id }) => id === rowId);
}

function switched<Part extends Row | Target>(part: Part, on: boolean): Part {
  const { off, ...rest } = part;
  if ((off ?? false) === !on) return part;
  return (on ? rest : { ...rest, off: true }) as Part;
}

function inTarget(mapping: Mapping, targetId: string, edit: (target: Target) => Row[]): Mapping {
  return replaceTarget(mapping, targetId, (target) => {
    const rows = edit(target);
    return rows === target.rows ? target : { ...target, rows };
  });
}

function replaceTarget(
  mapping: Mapping,
  targetId: string,
  edit: (target: Target) => Target,
): Mapping {
  const targets = mapping.targets.map((target) => (target.id === targetId ? edit(target) : target));
  const same = targets.every((target, index) => target === mapping.targets[index]);
  return same ? mapping : { ...mapping, targets };
}
