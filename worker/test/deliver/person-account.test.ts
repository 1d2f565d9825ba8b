import { describe, expect, it } from 'vitest';
import { asPersonAccount, personAccountField } from '../../src/deliver/person-account.ts';
import { withNamespace } from '../../src/deliver/salesforce/namespace.ts';

describe('the fields of a person account', () => {
  it.each([
    ['FirstName', 'FirstName'],
    ['Phone', 'Phone'],
    ['Email', 'PersonEmail'],
    ['MobilePhone', 'PersonMobilePhone'],
    ['MailingPostalCode', 'PersonMailingPostalCode'],
    ['OtherCity', 'PersonOtherCity'],
    ['LeadSource', 'PersonLeadSource'],
    ['HasOptedOutOfEmail', 'PersonHasOptedOutOfEmail'],
    ['RecordTypeId', 'RecordTypeId'],
    ['Cart_Status__c', 'Cart_Status__pc'],
    ['acme__Tier__c', 'acme__Tier__pc'],
    ['AccountId', null],
  ])('are named after those of a contact: %s is %s', (contact, account) => {
    expect(personAccountField(contact)).toBe(account);
  });

  it('carry the package’s namespace where the contact’s field does', () => {
    expect(withNamespace('cb', 'Cart_Status__pc', 'Account')).toBe('cb__Cart_Status__pc');
    expect(withNamespace('cb', 'Tier__pc', 'Account')).toBe('Tier__pc');
    expect(withNamespace('', 'Cart_Status__pc', 'Account')).toBe('Cart_Status__pc');
  });

  it('are renamed wherever a row speaks of them, and left out where there are none', () => {
    const account = { name: 'Account 001', by: { object: 'Account', field: 'X__c', value: '1' } };
    expect(
      asPersonAccount({
        fields: { Email: 'kim@example.com' },
        references: { Shop__c: account, AccountId: account },
        createFields: { LastName: 'Berg' },
        createReferences: { AccountId: account },
        ifBlank: ['Email', 'AccountId'],
      }),
    ).toEqual({
      fields: { PersonEmail: 'kim@example.com' },
      references: { Shop__pc: account },
      createFields: { LastName: 'Berg' },
      createReferences: {},
      ifBlank: ['PersonEmail'],
    });
  });
});
