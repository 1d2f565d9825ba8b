import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addRow,
  applyChanges,
  diffMappings,
  type Mapping,
  moveRow,
  removeRow,
  replaceRow,
  takeEdition,
  templateChanges,
  touchedFields,
} from '#mapping-engine';
import { anyMapping } from './arbitrary-mapping.ts';
import { mapping, orders } from './check-kit.ts';
import { row } from './one-row.ts';

const before = mapping(
  orders(
    row('order.number', [], { id: 'name', target: 'Name' }),
    row('order.email', [{ step: 'trim' }], { id: 'email', target: 'Email__c' }),
    row('order.channel', [], { id: 'channel', target: 'Channel__c' }),
  ),
);

function sentences(after: Mapping): string[] {
  return diffMappings(before, after).map(({ what }) => what);
}

function rowsBecome(edit: (rows: Mapping['targets'][number]['rows']) => typeof rows): Mapping {
  return mapping(orders(...edit(structuredClone(before).targets[0]?.rows ?? [])));
}

it('leads from any mapping to any other', () => {
  fc.assert(
    fc.property(anyMapping(), anyMapping(), (one, other) => {
      expect(applyChanges(one, diffMappings(one, other))).toEqual(other);
    }),
    { numRuns: 80 },
  );
});

it('finds nothing between a mapping and its copy, in whatever order its names stand', () => {
  fc.assert(
    fc.property(anyMapping(), (one) => {
      const copy = JSON.parse(JSON.stringify(one), (_name, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      ) as Mapping;
      expect(diffMappings(one, copy)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('says what changed in a row', () => {
  const after = rowsBecome(([name, email, channel]) => [
    { ...name, rule: 'onCreate' } as NonNullable<typeof name>,
    { ...email, source: ['profile.email'], steps: [] } as unknown as NonNullable<typeof name>,
    { ...channel, default: 'Web' } as NonNullable<typeof name>,
  ]);
  expect(sentences(after)).toEqual([
    'Name changed: rule from always to when the record is made.',
    'Email__c changed: source from order.email to profile.email; steps from Trim to nothing.',
    'Channel__c changed: default from nothing to Web.',
  ]);
});

it('says that only the settings of a step changed', () => {
  const withLength = (length: number) =>
    mapping(orders(row('order.number', [{ step: 'truncate', length }], { target: 'Name' })));
  const [change] = diffMappings(withLength(80), withLength(40));
  expect(change?.what).toBe('Name changed: settings of Shorten.');
});

it('tells added and removed rows and targets, and moves as few as possible', () => {
  const added = row('key', [], { id: 'key', target: 'Key__c' });
  expect(sentences(rowsBecome(([name, , channel]) => [name, channel, added] as never))).toEqual([
    'Email__c is no longer filled by this row.',
    'Key__c is filled by a new row.',
  ]);
  const moved = diffMappings(before, moveRow(before, 'Order__c', 'name', 2));
  expect(moved.map(({ kind, row: id }) => [kind, id])).toEqual([['moved', 'name']]);
  const carts = { id: 'Cart__c', object: 'Cart__c', from: 'cart' as const, rows: [] };
  expect(sentences({ ...before, targets: [carts] })).toEqual([
    'Order__c is no longer written.',
    'Cart__c is written too.',
  ]);
});

it('counts the fields that existing records may get another value in', () => {
  const touched = (after: Mapping) => Object.fromEntries(touchedFields(before, after));
  expect(touched(before)).toEqual({});
  expect(touched(rowsBecome((rows) => rows.map((one) => ({ ...one, default: 'None' }))))).toEqual({
    Order__c: ['Name', 'Email__c', 'Channel__c'],
  });
  expect(touched(rowsBecome((rows) => rows.slice(1)))).toEqual({});
  expect(touched(moveRow(before, 'Order__c', 'name', 2))).toEqual({});
  const once = row('order.source', [], { id: 'once', target: 'Source__c', rule: 'onCreate' });
  expect(touched(rowsBecome((rows) => [...rows, once]))).toEqual({});
  expect(touched(rowsBecome((rows) => [...rows, { ...once, rule: 'always' }]))).toEqual({
    Order__c: ['Source__c'],
  });
});

it('counts every field when the place of the shop changes, or when a target begins', () => {
  const elsewhere = { ...before, settings: { country: 'DE', timeZone: 'Europe/Berlin' } };
  expect(touchedFields(before, elsewhere).get('Order__c')).toHaveLength(3);
  expect(touchedFields(mapping(), before).get('Order__c')).toHaveLength(3);
  const off = mapping({ ...(before.targets[0] ?? orders()), off: true });
  expect(touchedFields(before, off).size).toBe(0);
  expect(touchedFields(off, before).get('Order__c')).toHaveLength(3);
});

it('counts a field whose rows change places', () => {
  const twice = (ids: string[]) =>
    mapping(orders(...ids.map((id) => row(`order.${id}`, [], { id, target: 'Name' }))));
  const touched = touchedFields(twice(['number', 'id']), twice(['id', 'number']));
  expect(Object.fromEntries(touched)).toEqual({ Order__c: ['Name'] });
});

const NAME = row('order.number', [], { id: 'name', target: 'Name' });
const EMAIL = row('order.email', [], { id: 'email', target: 'Email__c' });
const old = mapping(orders(NAME, EMAIL));
const next: Mapping = {
  ...mapping(
    orders(NAME, { ...EMAIL, steps: [{ step: 'email' }] }, row('order.source', [], { id: 'new' })),
  ),
  template: { name: 'bigcommerce-b2c', edition: 2 },
};

function states(own: Mapping, from: Mapping | undefined = old): string[] {
  return templateChanges(from, next, own).map(
    ({ kind, row: id, state }) => `${state}: ${kind} ${id ?? ''}`,
  );
}

it('offers what changed where the admin changed nothing', () => {
  expect(states(old)).toEqual(['clean: changed email', 'clean: added new']);
});

it('shows a row that both changed as a conflict, with the admin’s own', () => {
  const mine = { ...EMAIL, source: ['profile.email'] };
  const changes = templateChanges(old, next, replaceRow(old, 'Order__c', mine));
  expect(changes[0]).toMatchObject({ state: 'conflict', own: mine, before: EMAIL });
});

it('shows a row the admin took out, and a field the admin fills already, as conflicts', () => {
  const without = removeRow(old, 'Order__c', 'email');
  const own = addRow(without, 'Order__c', row('order.channel', [], { id: 'mine' }));
  expect(states(own)).toEqual(['conflict: changed email', 'conflict: added new']);
});

it('leaves out what the admin has already, and the settings of the shop', () => {
  const own = { ...next, settings: { country: 'DE', timeZone: 'Europe/Berlin' } };
  expect(states(own)).toEqual([]);
});

it('without the old edition it tells additions, conflicts, and no removals', () => {
  const own = addRow(old, 'Order__c', row('order.tax', [], { id: 'mine', target: 'Tax__c' }));
  const told = templateChanges(undefined, next, own).map(({ kind, state }) => [kind, state]);
  expect(told).toEqual([
    ['changed', 'conflict'],
    ['added', 'clean'],
  ]);
});

it('applies what was chosen and nothing else, and notes the edition', () => {
  const chosen = templateChanges(old, next, old).filter(({ row: id }) => id === 'new');
  const taken = takeEdition(old, next, chosen);
  expect(taken.template).toEqual({ name: 'bigcommerce-b2c', edition: 2 });
  expect(taken.targets[0]?.rows.map(({ id }) => id)).toEqual(['name', 'email', 'new']);
  expect(taken.targets[0]?.rows[1]).toEqual(EMAIL);
  expect(old.template).toBeUndefined();
});

it('brings an untouched mapping to any newer edition without a conflict', () => {
  fc.assert(
    fc.property(anyMapping(), anyMapping(), (first, second) => {
      const changes = templateChanges(first, second, first);
      expect(changes.filter(({ state }) => state === 'conflict' && !fills(first, second))).toEqual(
        [],
      );
      expect(applyChanges(first, changes).targets).toEqual(second.targets);
    }),
    { numRuns: 50 },
  );
});

/** A template may fill a field by a second row; to the admin's own that is a conflict. */
function fills(first: Mapping, second: Mapping): boolean {
  return second.targets.some((target) => {
    const rows = first.targets.find(({ id }) => id === target.id)?.rows ?? [];
    return target.rows.some(({ id, target: field }) =>
      rows.some((other) => other.target === field && other.id !== id),
    );
  });
}
