// `npm run bench:suggest`: how often the suggestions of the mapping screen are right, and what they
// cost. It asserts no milliseconds, for they are the machine's.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rawFieldsOf, SOURCES, suggest, type FieldDescribe } from '#mapping-engine';
import type { FieldFact } from '#mapping-engine/suggestFields';
import { rankFields } from '#mapping-engine/suggestRank';

import { median } from './bench/figures.ts';

/** A field of a shop and the field of Salesforce that a person chose for it. */
interface Pair {
  system: string;
  object: string;
  source: string;
  values: unknown[];
  field: string;
}

const PAIRS = join(import.meta.dirname, '../worker/test/mapping/pairs');
const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(PAIRS, `${name}.json`), 'utf8'));

const objects = read('objects') as Record<string, FieldFact[]>;

/** Where the right field stands among the suggestions, from 1; Infinity when it is not there. */
function placeOf({ source, values, object, field }: Pair): number {
  const ranked = rankFields({ path: source, values }, objects[object] ?? []);
  const place = ranked.findIndex((one) => one.field === field);
  return place < 0 ? Infinity : place + 1;
}

const share = (part: number, all: number): string => `${((part / all) * 100).toFixed(1)} %`;

const missed = process.argv.includes('--missed');
console.log('Suggestions for fields of shops, among the fields of one Salesforce object\n');
for (const half of ['development', 'test']) {
  const pairs = read(half) as Pair[];
  const places = pairs.map(placeOf);
  const within = (most: number): number => places.filter((place) => place <= most).length;
  console.log(
    `${half.padEnd(12)} ${pairs.length} pairs: first ${share(within(1), pairs.length)}, ` +
      `among three ${share(within(3), pairs.length)}`,
  );
  // Only the half the code is tuned on: whoever looks at the other tunes on it too.
  if (missed && half === 'development')
    pairs.forEach((pair, index) => {
      if (places[index] === 1) return;
      const [top] = rankFields(
        { path: pair.source, values: pair.values },
        objects[pair.object] ?? [],
      );
      console.log(`  ${pair.object} ${pair.source} → ${pair.field}, not ${top?.field ?? 'none'}`);
    });
}

const SIZES = { samples: 50, paths: 150, fields: 150 };
const ROUNDS = 20;

/** Milliseconds of the processor for all suggestions of one target, each time anew. */
function costs(): number[] {
  const writable = { createable: true, updateable: true, nillable: true };
  const paths = [...SOURCES.order, ...rawFieldsOf('order')].slice(0, SIZES.paths);
  const values = new Map(paths.map(({ path, example }) => [path, example]));
  const inputs = Array.from({ length: SIZES.samples }, () => nested(values));
  const target = { id: 'Order__c', object: 'Order__c', from: 'order' as const, rows: [] };
  return Array.from({ length: ROUNDS }, () => {
    const known = Object.values(objects).flat().slice(0, SIZES.fields);
    const fields = known.map((field): FieldDescribe => ({ ...writable, ...field }));
    const describe = { object: 'Order__c', label: 'Order', createable: true, updateable: true };
    const begun = process.cpuUsage();
    suggest({ target, describe: { ...describe, fields }, paths, inputs });
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  });
}

function nested(values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [path, value] of values) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let at = input;
    for (const name of names) {
      if (typeof at[name] !== 'object') at[name] = {};
      at = at[name] as Record<string, unknown>;
    }
    at[last] = value;
  }
  return input;
}

const [first = 0, ...warm] = costs();
console.log(
  `\n${SIZES.samples} samples of ${SIZES.paths} paths among ${SIZES.fields} fields: ` +
    `${first.toFixed(0)} ms at first, ${median(warm).toFixed(0)} ms then`,
);
