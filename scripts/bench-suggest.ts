// `npm run bench:suggest`: how often the suggestions of the mapping screen are right.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldFact } from '#mapping-engine/suggestFields';
import { rankFields } from '#mapping-engine/suggestRank';

/** A field of a shop and the field of Salesforce that a person chose for it. */
interface Pair {
  system: string;
  object: string;
  source: string;
  values: unknown[];
  field: string;
}

const PAIRS = join(import.meta.dirname, '../worker/test/mapping/pairs');
const read = <Data>(name: string): Data =>
  JSON.parse(readFileSync(join(PAIRS, `${name}.json`), 'utf8')) as Data;

const objects = read<Record<string, FieldFact[]>>('objects');

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
  const pairs = read<Pair[]>(half);
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
