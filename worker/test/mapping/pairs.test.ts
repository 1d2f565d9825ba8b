import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface Pair {
  source: string;
  field: string;
}

function pairsIn(half: string): string[] {
  const path = join(import.meta.dirname, `pairs/${half}.json`);
  const pairs = JSON.parse(readFileSync(path, 'utf8')) as Pair[];
  return pairs.map(({ source, field }) => `${source} → ${field}`);
}

it('the suggestions are measured on at least 200 pairs that were not there when they were written', () => {
  const known = new Set(pairsIn('development'));
  const measured = pairsIn('test');

  expect(measured.length).toBeGreaterThanOrEqual(200);
  expect(measured.filter((pair) => known.has(pair))).toEqual([]);
});
