import { describe, it, expect } from 'vitest';
import {
  addTarget,
  formerEdition,
  ownTargetId,
  takeEdition,
  templateChanges,
  templateOf,
  TEMPLATES,
  type Mapping,
  type Target,
} from '#mapping-engine';
import { checkMapping } from '#mapping-engine/check';

const newest = (name: string): Mapping =>
  templateOf(name)?.mapping ?? expect.fail(`There is no template ${name}.`);

/** A shop's mapping as it began with the first edition. */
function firstEdition(name: string): Mapping {
  const { template, ...rest } = newest(name);
  const of1 = { ...rest, template: { name: template?.name ?? '', edition: 1 } };
  return structuredClone(formerEdition(of1) ?? expect.fail('The first edition is forgotten.'));
}

describe.each(TEMPLATES.map(({ name }) => name))('whoever began with the first %s', (name) => {
  it('had a mapping that works, without companies, shipments and returns', () => {
    const first = firstEdition(name);
    expect(first.template).toEqual({ name, edition: 1 });
    expect(first.targets.map(({ object }) => object)).toHaveLength(8);
    expect(checkMapping(first, {}).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is offered what is new as additions, none of them in conflict', () => {
    const own = firstEdition(name);
    const changes = templateChanges(formerEdition(own), newest(name), own);
    expect(changes.filter(({ kind, state }) => kind !== 'added' || state !== 'clean')).toEqual([]);
    expect(changes.filter(({ row }) => row === null).map(({ target }) => target)).toEqual(
      expect.arrayContaining(['Company', 'Shipment__c', 'Return__c']),
    );
    expect(takeEdition(own, newest(name), changes)).toEqual({
      ...newest(name),
      settings: own.settings,
    });
  });
});

describe('an admin’s own part', () => {
  it('that the first edition did not have stays, and is not offered again', () => {
    const own = firstEdition('bigcommerce-b2c');
    const contact = own.targets.find(({ id }) => id === 'Contact') ?? expect.fail('No Contact.');
    const consent = { id: 'row-1', source: ['profile.raw.emailConsent'], steps: [] };
    contact.rows.push({
      ...{ ...consent, target: 'Marketing_Consent__c' },
      ...{ direction: 'toSalesforce', rule: 'always' },
    });
    contact.rows = contact.rows.filter(({ id }) => id !== 'person-interests');

    const changes = templateChanges(formerEdition(own), newest('bigcommerce-b2c'), own);

    const ofContact = changes.filter(({ target, row }) => target === 'Contact' && row !== null);
    expect(ofContact.filter(({ state }) => state === 'conflict').map(({ row }) => row)).toEqual([
      'person-marketing-consent',
    ]);
    expect(ofContact.map(({ row }) => row)).not.toContain('person-interests');
  });

  it('for Account, made of people, stands beside the companies', () => {
    const own = addTarget(firstEdition('bigcommerce-b2c'), {
      ...{ object: 'Account', from: 'person', key: 'Shop_Key__c' },
    });
    const mine = own.targets.at(-1);
    expect(mine).toMatchObject({ id: 'Account', key: 'Shop_Key__c' });

    const changes = templateChanges(formerEdition(own), newest('bigcommerce-b2c'), own);
    const taken = takeEdition(own, newest('bigcommerce-b2c'), changes);

    const accounts = taken.targets.filter(({ object }) => object === 'Account');
    expect(accounts.map(({ id, from, key }) => [id, from, key]).sort()).toEqual([
      ['Account', 'person', 'Shop_Key__c'],
      [ownTargetId('Account'), 'company', undefined],
    ]);
    const codes = checkMapping(taken, {}).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('own_target'))).toEqual([]);
  });

  it('for Account without a key is refused, for it would make another one each time', () => {
    const own = firstEdition('bigcommerce-b2c');
    const account: Target = { id: 'a', object: 'Account', from: 'order', rows: [] };
    const findings = checkMapping({ ...own, targets: [...own.targets, account] }, {});
    expect(findings.map(({ code }) => code)).toContain('key_missing');
  });
});

describe('an edition', () => {
  it('that never was is not known', () => {
    const own = { ...firstEdition('clarity-b2c'), template: { name: 'clarity-b2c', edition: 99 } };
    expect(formerEdition(own)).toBeUndefined();
    expect(formerEdition({ ...own, template: { name: 'mine', edition: 1 } })).toBeUndefined();
  });
});
