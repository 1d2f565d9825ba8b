import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAPPING_SCHEMA, TEMPLATES, type Mapping } from '#mapping-engine';
import { checkSchema } from '#mapping-engine/schemaCheck';
import { anyMapping } from './arbitrary-mapping.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const valid = ajv.compile<Mapping>(MAPPING_SCHEMA as object);

/** What hands and programs get wrong; the place is chosen by `at`. */
const JUNK: readonly unknown[] = [
  null,
  '',
  'x'.repeat(300),
  '.',
  'a..b',
  '@person',
  '😀'.repeat(41),
  -1,
  1.5,
  1e12,
  true,
  [],
  {},
  ['order.number'],
  { step: 'trim' },
  { step: 'nope' },
  { formula: 'true', path: 'a', is: 'blank' },
];

const anyMutation = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add'),
  junk: fc.constantFrom(...JUNK),
  name: fc.constantFrom('extra', 'length', 'default', 'formula', 'off', '__proto__'),
});

it('is a schema of JSON Schema 2020-12', () => {
  expect(ajv.validateSchema(MAPPING_SCHEMA as object)).toBe(true);
});

it('lets every template through', () => {
  for (const { name, mapping } of TEMPLATES)
    expect([name, checkSchema(MAPPING_SCHEMA, mapping)]).toEqual([name, []]);
});

it('lets every mapping through that the catalogue can write', () => {
  fc.assert(
    fc.property(anyMapping(), (mapping) => {
      expect(checkSchema(MAPPING_SCHEMA, mapping)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('agrees with ajv on whatever became of a mapping', () => {
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(anyMapping(), fc.array(anyMutation, { maxLength: 2 }), (mapping, mutations) => {
      const data = mutations.reduce<unknown>(mutate, JSON.parse(JSON.stringify(mapping)));
      const problems = checkSchema(MAPPING_SCHEMA, data);
      expect({ problems, valid: problems.length === 0 }).toEqual({ problems, valid: valid(data) });
      if (problems.length === 0) taken++;
      else refused++;
    }),
    { numRuns: 200 },
  );
  expect(Math.min(taken, refused), 'Both kinds of mapping must have been tried.').toBeGreaterThan(
    20,
  );
});

function mutate(
  data: unknown,
  { at, how, junk, name }: typeof anyMutation extends fc.Arbitrary<infer M> ? M : never,
): unknown {
  const places = placesOf(data);
  const place = places[at % Math.max(1, places.length)];
  // A copy: the next mutation may change it, or put it into itself.
  const value = structuredClone(junk);
  if (!place) return value;
  const { holder, key } = place;
  // A record with a property of that very name, as JSON.parse makes one.
  const own = { value, enumerable: true, configurable: true, writable: true };
  if (how === 'add' && !Array.isArray(holder)) Object.defineProperty(holder, name, own);
  else if (how === 'remove' && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  else Object.defineProperty(holder, key, own);
  return data;
}

function placesOf(data: unknown): { holder: object; key: string }[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, inner]) => [
    { holder: data, key },
    ...placesOf(inner),
  ]);
}
