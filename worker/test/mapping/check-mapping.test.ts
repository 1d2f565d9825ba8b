import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  checkMapping,
  type FieldDescribe,
  type ObjectDescribe,
  type Row,
  type Target,
  TEMPLATES,
} from '#mapping-engine';
import { anyMapping } from './arbitrary-mapping.ts';
import { checkIn, codes, describeOf, field } from './check-kit.ts';
import { row } from './one-row.ts';

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

function people(object: 'Lead' | 'Contact', ...rows: Row[]): Target {
  return { id: object, object, from: 'person', rows };
}

const phone = row('profile.phone', [{ step: 'truncate', length: 40 }], { target: 'Phone' });

it('refuses to clear a field of a person, which Account Engagement would fill again', () => {
  for (const object of ['Lead', 'Contact'] as const) {
    const [finding] = checkIn({}, people(object, { ...phone, clearWhenBlank: true }));
    expect(finding).toMatchObject({
      code: 'clears_person_field',
      severity: 'error',
      target: object,
    });
    expect(finding?.fix).toBe('Turn clearing off and give the row a default such as None or 0.');
  }
});

it('warns where a row of Contact has no counterpart on Lead, and the other way round', () => {
  const [onLead] = checkIn({}, people('Contact', phone), people('Lead'));
  expect(onLead).toMatchObject({
    code: 'person_row_missing',
    severity: 'warning',
    target: 'Contact',
  });
  expect(onLead?.fix).toBe('Add the same row to Lead.');
  const [onContact] = checkIn({}, people('Contact'), people('Lead', phone));
  expect(onContact).toMatchObject({ code: 'person_row_missing', target: 'Lead' });
  expect(checkIn({}, people('Contact', phone), people('Lead', { ...phone, id: 'other' }))).toEqual(
    [],
  );
});

it('lets a field stand alone that the other object does not have', () => {
  const company = row('profile.company', [], { target: 'Company' });
  expect(checkIn({}, people('Contact'), people('Lead', company))).toEqual([]);
  const custom = row('profile.company', [], { target: 'Company_Size__c' });
  const describes = new Map<string, ObjectDescribe>([
    ['Contact', describeOf('Contact', [])],
    ['Lead', describeOf('Lead', [field('Company_Size__c', { length: 131_072 })])],
  ]);
  expect(codes(checkIn({ describes }, people('Contact'), people('Lead', custom)))).not.toContain(
    'person_row_missing',
  );
});

it('warns where Lead and Contact fill the same field differently', () => {
  const other = { ...phone, default: 'None' };
  const [finding] = checkIn({}, people('Contact', phone), people('Lead', other));
  expect(finding).toMatchObject({
    code: 'person_rows_differ',
    severity: 'warning',
    target: 'Lead',
  });
});

it('warns about more custom fields than anybody oversees, and more than the sync bears', () => {
  const rows = (count: number, suffix: string): Row[] =>
    Array.from({ length: count }, (_, index) =>
      row('profile.phone', [], { id: `r${index}`, target: `F${index}${suffix}` }),
    );
  const found = (target: Target): string[] => codes(checkIn({}, target));
  expect(found(people('Contact', ...rows(25, '__c')))).toEqual([]);
  expect(found(people('Contact', ...rows(26, '__c')))).toEqual(['many_person_fields']);
  expect(found(people('Contact', ...rows(151, '')))).toEqual(['too_many_person_fields']);
});
