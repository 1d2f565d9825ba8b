import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addRow,
  addTarget,
  duplicateRow,
  MappingHistory,
  moveRow,
  newRowId,
  newStep,
  readMapping,
  removeRow,
  removeTarget,
  replaceRow,
  rowOf,
  setSettings,
  setTarget,
  STEPS,
  switchRow,
  switchTarget,
  type Mapping,
  type StepName,
} from '#mapping-engine';
import { anyMapping, anyRow } from './arbitrary-mapping.ts';
import { mapping, orders } from './check-kit.ts';
import { row } from './one-row.ts';

const three = mapping(orders(...['a', 'b', 'c'].map((id) => row('key', [], { id }))));

function ids(edited: Mapping): string[] {
  return edited.targets[0]?.rows.map(({ id }) => id) ?? [];
}

it('adds a row at the end or after another, with an id of its own', () => {
  expect(ids(addRow(three, 'Order__c'))).toEqual(['a', 'b', 'c', 'row-1']);
  expect(ids(addRow(three, 'Order__c', { target: 'Name' }, 'a'))).toEqual(['a', 'row-1', 'b', 'c']);
  expect(ids(addRow(three, 'Order__c', { id: 'own' }))).toEqual(['a', 'b', 'c', 'own']);
  expect(ids(addRow(three, 'Order__c', { id: 'a' }))).toEqual(['a', 'b', 'c', 'row-1']);
});

it('never gives an id again that a row has', () => {
  const rows = ['row-1', 'row-7', 'email'].map((id) => row('key', [], { id }));
  expect(newRowId(orders(...rows))).toBe('row-8');
});

it('duplicates a row below the original', () => {
  const edited = duplicateRow(three, 'Order__c', 'b');
  expect(ids(edited)).toEqual(['a', 'b', 'row-1', 'c']);
  expect(rowOf(edited, 'Order__c', 'row-1')).toEqual(row('key', [], { id: 'row-1' }));
});

it('moves a row up, down or to a place, and stops at both ends', () => {
  expect(ids(moveRow(three, 'Order__c', 'b', 'up'))).toEqual(['b', 'a', 'c']);
  expect(ids(moveRow(three, 'Order__c', 'b', 'down'))).toEqual(['a', 'c', 'b']);
  expect(ids(moveRow(three, 'Order__c', 'a', 99))).toEqual(['b', 'c', 'a']);
  expect(moveRow(three, 'Order__c', 'a', 'up')).toBe(three);
  expect(moveRow(three, 'Order__c', 'nobody', 1)).toBe(three);
});

it('removes, replaces and switches rows', () => {
  expect(ids(removeRow(three, 'Order__c', 'b'))).toEqual(['a', 'c']);
  const other = row('order.number', [], { id: 'b' });
  expect(rowOf(replaceRow(three, 'Order__c', other), 'Order__c', 'b')).toBe(other);
  const off = switchRow(three, 'Order__c', 'b', false);
  expect(rowOf(off, 'Order__c', 'b')?.off).toBe(true);
  expect(switchRow(off, 'Order__c', 'b', true)).toEqual(three);
});

it('adds, changes, switches and removes targets', () => {
  const added = addTarget(three, { object: 'Opportunity', from: 'order', key: 'Key__c' });
  expect(added.targets.at(-1)).toMatchObject({ id: 'Opportunity', key: 'Key__c', rows: [] });
  const again = addTarget(added, { object: 'Opportunity', from: 'order', key: 'Key__c' });
  expect(again.targets.at(-1)?.id).toBe('Opportunity-2');
  const condition = { formula: 'true' };
  const held = setTarget(added, 'Opportunity', { condition });
  expect(held.targets.at(-1)?.condition).toEqual(condition);
  expect(setTarget(held, 'Opportunity', { condition: undefined } as object)).toEqual(added);
  expect(switchTarget(switchTarget(added, 'Opportunity', false), 'Opportunity', true)).toEqual(
    added,
  );
  expect(removeTarget(added, 'Opportunity')).toEqual(three);
});

it('changes the settings', () => {
  const { country, timeZone } = setSettings(three, { country: 'DE' }).settings;
  expect([country, timeZone]).toEqual(['DE', 'America/New_York']);
});

it('begins every step of the catalogue in a form that can be kept', () => {
  for (const name of Object.keys(STEPS) as StepName[]) {
    const reading = readMapping(mapping(orders(row('key', [newStep(name)]))));
    expect([name, 'problems' in reading ? reading.problems : []]).toEqual([name, []]);
  }
  expect(newStep('truncate', 80)).toEqual({ step: 'truncate', length: 80 });
});

it('answers the same mapping after any edits were undone, and again after they were redone', () => {
  fc.assert(
    fc.property(anyMapping(), fc.array(anyEdit(), { maxLength: 12 }), (begun, edits) => {
      let history = new MappingHistory(begun);
      for (const edit of edits) history = history.push(edit(history.current));
      const edited = history.current;
      while (history.canUndo) history = history.undo();
      expect(history.current).toBe(begun);
      while (history.canRedo) history = history.redo();
      expect(history.current).toBe(edited);
    }),
    { numRuns: 60 },
  );
});

it('changes no mapping in place, and keeps every one readable', () => {
  fc.assert(
    fc.property(anyMapping(), anyEdit(), (begun, edit) => {
      const before = JSON.stringify(begun);
      const edited = edit(begun);
      expect(JSON.stringify(begun)).toBe(before);
      expect(readMapping(edited)).toEqual({
        mapping: JSON.parse(JSON.stringify(edited)) as unknown,
      });
    }),
    { numRuns: 60 },
  );
});

it('remembers a hundred states, forgets the oldest, and what was undone once something is done', () => {
  let history = new MappingHistory(three);
  for (let edition = 1; edition <= 150; edition++)
    history = history.push({ ...three, template: { name: 'any', edition } });
  let undone = 0;
  for (let back = history; back.canUndo; back = back.undo()) undone++;
  expect(undone).toBe(99);
  const branched = history.undo().push(three);
  expect(branched.canRedo).toBe(false);
  expect(branched.push(three)).toBe(branched);
});

it('undoes a word typed letter by letter as one', () => {
  const typed = new MappingHistory(three)
    .push(setSettings(three, { timeZone: 'U' }))
    .amend(setSettings(three, { timeZone: 'UTC' }));
  expect(typed.current.settings.timeZone).toBe('UTC');
  expect(typed.undo().current).toBe(three);
});

function anyEdit(): fc.Arbitrary<(begun: Mapping) => Mapping> {
  return fc
    .record({ target: fc.nat(3), rowAt: fc.nat(5), what: fc.nat(7), to: fc.nat(6), made: anyRow() })
    .map(({ target, rowAt, what, to, made }) => (begun) => {
      const { id = 'none', rows = [] } = begun.targets[target] ?? {};
      const rowId = rows[rowAt]?.id ?? 'none';
      const edits: (() => Mapping)[] = [
        () => addRow(begun, id, made),
        () => removeRow(begun, id, rowId),
        () => moveRow(begun, id, rowId, to),
        () => duplicateRow(begun, id, rowId),
        () => switchRow(begun, id, rowId, to % 2 === 0),
        () => replaceRow(begun, id, { ...made, id: rowId }),
        () => addTarget(begun, { object: 'Account', from: 'person', key: 'Key__c' }),
        () => removeTarget(begun, id),
      ];
      return edits[what]?.() ?? begun;
    });
}
