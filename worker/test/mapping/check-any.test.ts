import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkMapping, TEMPLATES, type FieldDescribe, type ObjectDescribe } from '#mapping-engine';
import { anyMapping } from './arbitrary-mapping.ts';
import { describeOf, field } from './check-kit.ts';

const TYPES = ['string', 'double', 'picklist', 'reference', 'boolean', 'datetime', 'address'];

const anyField = (name: string): fc.Arbitrary<FieldDescribe> =>
  fc
    .record({ type: fc.constantFrom(...TYPES), nillable: fc.boolean(), createable: fc.boolean() })
    .map((facts) =>
      field(name, { ...facts, restricted: true, values: [], precision: 4, scale: 2 }),
    );

const anyDescribes = fc
  .tuple(anyField('Name'), anyField('Status__c'), anyField('Key__c'))
  .map((fields) => {
    const objects = ['Lead', 'Order__c', 'Opportunity'];
    return new Map<string, ObjectDescribe>(
      objects.map((object) => [object, describeOf(object, fields)]),
    );
  });

it('answers for every mapping that can be written, with what to do for each finding', () => {
  fc.assert(
    fc.property(anyMapping(), anyDescribes, (mapping, describes) => {
      const ids = new Set(mapping.targets.map(({ id }) => id));
      for (const finding of checkMapping(mapping, { describes })) {
        expect(ids).toContain(finding.target);
        expect(finding.what).toMatch(/^[A-Z].+[.…]$/s);
        expect(finding.fix).toMatch(/^\S.+\.$/s);
      }
    }),
    { numRuns: 60 },
  );
});

it('finds nothing wrong with the templates', () => {
  for (const { name, platform, mapping } of TEMPLATES)
    expect([name, checkMapping(mapping, { platform })]).toEqual([name, []]);
});
