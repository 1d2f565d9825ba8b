import { describe, it, expect } from 'vitest';
import { DEFAULT_MAPPING } from '../../../src/compose/mapping/default-mapping.ts';
import { TARGET_OBJECTS, type MappingRow } from '../../../src/compose/mapping/mapping.ts';
import type { Step } from '../../../src/compose/mapping/steps.ts';
import { packageFields, STANDARD_FIELDS, type PackageField } from './package-fields.ts';

/** Rows that end in a text no shorter than `truncate` makes it may never be too long. */
function longest(row: MappingRow): number | undefined {
  const step = row.steps.at(-1);
  if (step?.step === 'truncate' || step?.step === 'url') return step.length;
  if (step?.step === 'join') return step.max;
  return step?.step === 'email' ? 80 : undefined;
}

function stepOf<Name extends Step['step']>(
  row: MappingRow,
  name: Name,
): Extract<Step, { step: Name }> | undefined {
  return row.steps.find((step): step is Extract<Step, { step: Name }> => step.step === name);
}

/** Fails unless what the row makes is what the field takes. */
function expectToFit(row: MappingRow, field: PackageField): void {
  switch (field.type) {
    case 'Text':
      // Keys are not cut: a cut key names another record.
      if (longest(row) !== undefined) expect(longest(row)).toBe(field.length);
      else expect(row.steps).toEqual([{ step: 'text' }]);
      break;
    case 'Url':
      expect(stepOf(row, 'url')?.length).toBe(255);
      break;
    case 'Email':
      expect(row.steps.at(-1)).toEqual({ step: 'email' });
      break;
    case 'Number': {
      const whole = stepOf(row, 'integer');
      const decimal = stepOf(row, 'decimal') ?? { precision: whole?.digits, scale: 0 };
      expect(decimal).toMatchObject({ precision: field.precision, scale: field.scale });
      break;
    }
    case 'Picklist': {
      const listed = field.valueSet?.valueSetDefinition.value.map(({ fullName }) => fullName);
      expect(Object.values(stepOf(row, 'valueTable')?.values ?? {}).sort()).toEqual(listed?.sort());
      break;
    }
    case 'DateTime':
      expect(row.steps).toEqual([{ step: 'dateTime' }]);
      break;
    case 'Checkbox':
      expect(row.steps).toEqual([{ step: 'boolean' }]);
      break;
    default:
      expect.fail(`No row makes a ${field.type}.`);
  }
}

/** What the worker says of a record beside what it holds: how the shop is doing. */
const REPORTED = [
  'Shop__c.Hooks_Alive__c',
  'Shop__c.Hooks_Checked_At__c',
  'Shop__c.Hooks_Wanted__c',
  'Shop__c.Last_Success_At__c',
];

describe.each(TARGET_OBJECTS)('the default mapping of %s', (object) => {
  const rows = DEFAULT_MAPPING[object];
  const fields = packageFields(object);
  const standard = STANDARD_FIELDS[object] ?? {};

  it('fills only fields that are there, each once', () => {
    const targets = rows.map(({ target }) => target);
    const known = [...fields.keys(), ...Object.keys(standard)];
    expect(targets.filter((target) => !known.includes(target))).toEqual([]);
    expect(new Set(targets).size).toBe(targets.length);
  });

  it('fills every field of the package but the lookups and what is reported', () => {
    const targets = new Set(rows.map(({ target }) => target));
    const isLookup = ({ type }: PackageField): boolean => /Lookup|MasterDetail/.test(type);
    const left = [...fields.values()].filter((field) => !isLookup(field));
    const names = left.map(({ fullName }) => fullName).filter((name) => !targets.has(name));
    expect(names.filter((name) => !REPORTED.includes(`${object}.${name}`))).toEqual([]);
  });

  it.each(rows.filter(({ target }) => fields.has(target)).map((row) => [row.target, row] as const))(
    'makes for %s what the field takes',
    (target, row) => {
      const field = fields.get(target);
      if (field) expectToFit(row, field);
      expect(field).toBeDefined();
    },
  );

  it('never makes a standard field too long', () => {
    const cut = rows.filter(({ target, steps }) => target in standard && steps.length > 0);
    expect(cut.map((row) => [row.target, longest(row)])).toEqual(
      cut.map((row) => [row.target, standard[row.target]]),
    );
  });
});

describe('the default mapping', () => {
  it('is data: JSON gives it back as it was', () => {
    expect(JSON.parse(JSON.stringify(DEFAULT_MAPPING))).toEqual(DEFAULT_MAPPING);
  });

  it('treats a Lead as a Contact but for the company', () => {
    const lead = DEFAULT_MAPPING.Lead.filter(({ target }) => target !== 'Company');
    expect(lead).toEqual(DEFAULT_MAPPING.Contact);
  });

  it('clears no field of a person', () => {
    const people = [...DEFAULT_MAPPING.Lead, ...DEFAULT_MAPPING.Contact];
    expect(people.filter(({ clearWhenBlank }) => clearWhenBlank)).toEqual([]);
  });
});
