import { describe, expect, it } from 'vitest';
import { findPackage } from '../../src/pages/salesforce/find-package.ts';

const OURS = [
  ...['Shop__c', 'Order__c', 'Order_Item__c', 'Cart__c', 'Cart_Item__c'],
  ...['Sync_Job__c', 'Sync_Issue__c', 'Worker_Status__c'],
];

function objects(names: string[], writable = true) {
  return names.map((name) => ({ name, createable: writable, updateable: writable }));
}

const named = (namespace: string): string[] => OURS.map((name) => `${namespace}__${name}`);
const PEOPLE = objects(['Lead', 'Contact', 'Account']);

describe('the package in an org', () => {
  it('is found under its namespace', () => {
    const found = findPackage([...PEOPLE, ...objects(named('cb'))]);
    expect(found).toEqual({ found: 'whole', namespace: 'cb' });
  });

  it('is found without one, where it was deployed from source', () => {
    const found = findPackage([...PEOPLE, ...objects(OURS)]);
    expect(found).toEqual({ found: 'whole', namespace: '' });
  });

  it('is told from another package that has an object of the same name', () => {
    const others = objects(['acme__Sync_Job__c', 'acme__Order__c']);
    const found = findPackage([...others, ...PEOPLE, ...objects(named('cb'))]);
    expect(found).toEqual({ found: 'whole', namespace: 'cb' });
  });

  it('names what the user may only read, or not see', () => {
    const seen = named('cb').filter((name) => name !== 'cb__Order__c');
    const found = findPackage([...objects(['Lead', 'Contact'], false), ...objects(seen)]);
    expect(found).toEqual({ found: 'in_part', missing: ['Order__c', 'Lead', 'Contact'] });
  });

  it('is nowhere when nothing of it is seen', () => {
    expect(findPackage(PEOPLE)).toEqual({ found: 'nothing' });
  });
});
