import { expect, it } from 'vitest';
import type { Facts } from '../../src/control/preflight/check.ts';
import { checkShops } from '../../src/control/preflight/shop-checks.ts';
import type { ShopHealth } from '../../src/control/report/shop-health.ts';

const CHECKED_AT = '2026-03-01T00:00:00.000Z';
const LAST = new Date('2026-03-01T10:00:00.000Z');

const statusOf = async (health: Partial<ShopHealth>): Promise<[string, string] | undefined> => {
  const shop = {
    ...{ id: 'acme', name: 'Acme', lastSuccessAt: null, hooks: null, unreachable: null },
    ...health,
  } as ShopHealth;
  const [check] = await checkShops({ shops: [shop] } as unknown as Facts);
  return check && [check.status, check.fix];
};

it.each<[string, Partial<ShopHealth>, string, RegExp]>([
  ['without its webhooks', { hooks: hooks(3, 9) }, 'failed', /Repair/],
  ['with all of them', { hooks: hooks(9, 9) }, 'ok', /^$/],
  ['that nobody asked yet', {}, 'unknown', /again/],
  ['that refuses the worker', { hooks: hooks(0, 0), unreachable: 'No.' }, 'failed', /Connect/],
  [
    'whose webhook people set up, and that was never heard',
    { hooks: hooks(0, 0) },
    'unknown',
    /Set/,
  ],
  ['set up by people, and heard', { hooks: hooks(0, 0), lastSuccessAt: LAST }, 'ok', /^$/],
])('a shop %s is judged so', async (_, health, status, fix) => {
  expect(await statusOf(health)).toEqual([status, expect.stringMatching(fix)]);
});

function hooks(alive: number, wanted: number): ShopHealth['hooks'] {
  return { alive, wanted, checkedAt: CHECKED_AT };
}
