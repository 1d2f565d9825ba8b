import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRegister, enter, whoIs } from '../../../src/compose/people/register.ts';
import type { ShopId } from '../../../src/shared/ids.ts';
import { counts, shuffled, toldOfHumans, type Told } from './humans.ts';

/** The names that stand together, after all was told in this order; a guest's key is none of them. */
function partition(told: Told[], acrossShops: boolean): string[][] {
  const register = createRegister([]);
  for (const { shop, mention } of told) enter(register, shop, mention, { acrossShops });
  const groups = Map.groupBy(
    [...register.owners].filter(([name]) => counts(name, acrossShops)),
    ([, entry]) => whoIs(entry).id,
  );
  return [...groups.values()].map((names) => names.map(([name]) => name).sort()).sort();
}

describe('whose a name is', () => {
  it.each([true, false])(
    'is the same in whatever order the deliveries came (across shops: %s)',
    (acrossShops) => {
      fc.assert(
        fc.property(shuffled, ([told, again]) => {
          expect(partition(again, acrossShops)).toEqual(partition(told, acrossShops));
        }),
        { numRuns: 300 },
      );
    },
  );

  it('never brings two humans together', () => {
    fc.assert(
      fc.property(toldOfHumans, (told) => {
        const register = createRegister([]);
        const whose = new Map<string, Set<number>>();
        for (const { human, shop, mention } of told) {
          const entry = enter(register, shop, mention, { acrossShops: true });
          if (entry) whose.set(entry.id, (whose.get(entry.id) ?? new Set()).add(human));
        }
        expect([...whose.values()].filter((humans) => humans.size > 1)).toEqual([]);
      }),
    );
  });

  it('is the first one’s where two customers of one shop have one address', () => {
    const register = createRegister([]);
    const meet = (customerId: string | null): string | undefined =>
      enter(register, 'bc1' as ShopId, { customerId, email: 'a@example.com' }, POLICY)?.id;

    const [first, second, guest] = [meet('1'), meet('2'), meet(null)];

    expect(second).not.toBe(first);
    expect(guest).toBe(first);
  });
});

const POLICY = { acrossShops: true };
