import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addRow,
  applyChanges,
  removeRow,
  replaceRow,
  takeEdition,
  templateChanges,
  type Mapping,
} from '#mapping-engine';
import { anyMapping } from './arbitrary-mapping.ts';
import { mapping, orders } from './check-kit.ts';
import { row } from './one-row.ts';

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
