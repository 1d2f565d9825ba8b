import { defaultTemplate, OWN_TARGETS, ownTargetId } from '#mapping-engine';
import { describe, it, expect } from 'vitest';
import { packageFields, STANDARD_FIELDS, type PackageField } from './package-fields.ts';

const { targets } = defaultTemplate('bigcommerce').mapping;

/** What the worker says of a record beside what it holds, and what it does not know. */
const REPORTED = [
  'Shop__c.Hooks_Alive__c',
  'Shop__c.Hooks_Checked_At__c',
  'Shop__c.Hooks_Wanted__c',
  'Shop__c.Last_Success_At__c',
];

describe.each(Object.keys(OWN_TARGETS))('what a new shop writes of %s', (object) => {
  const rows = targets.find(({ id }) => id === ownTargetId(object))?.rows ?? [];
  const fields = packageFields(object);
  const standard = STANDARD_FIELDS[object] ?? {};

  it('goes only to fields that are there', () => {
    const known = [...fields.keys(), ...Object.keys(standard)];
    const names = rows.map(({ target }) => target);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('fills every field of the package but what is reported and the stamp', () => {
    const filled = new Set(rows.map(({ target }) => target));
    const isOther = ({ type, fullName }: PackageField): boolean =>
      type === 'MasterDetail' || fullName === 'Mapping_Version__c';
    const left = [...fields.values()].filter((field) => !isOther(field));
    const names = left.map(({ fullName }) => fullName).filter((name) => !filled.has(name));
    expect(names.filter((name) => !REPORTED.includes(`${object}.${name}`))).toEqual([]);
  });
});
