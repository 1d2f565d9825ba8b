import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { names, only, refusal } from './features-kit.ts';
import { askAs, connectAsAdmin, create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);

describe('person accounts', () => {
  beforeEach(() => org.enableFeature('personAccounts'));

  it('are made by a last name, with a contact that is in step from then on', async () => {
    const person = { FirstName: 'Ada', LastName: 'Lovelace', PersonEmail: 'ada@example.com' };
    const id = await create(org, 'Account', { ...person, PersonMailingCity: 'London' });
    const account = only(
      org,
      'SELECT Name, IsPersonAccount, PersonContactId, RecordType.DeveloperName FROM Account',
    );
    expect(account).toMatchObject({
      Name: 'Ada Lovelace',
      IsPersonAccount: true,
      RecordType: { DeveloperName: 'PersonAccount' },
    });
    const contact = 'SELECT Id, Name, Email, MailingCity, AccountId, IsPersonAccount FROM Contact';
    expect(only(org, contact)).toMatchObject({
      Id: account.PersonContactId,
      Name: 'Ada Lovelace',
      Email: 'ada@example.com',
      MailingCity: 'London',
      AccountId: id,
      IsPersonAccount: true,
    });
    await connectAsAdmin(org).sobject('Account').update({ Id: id, LastName: 'King' });
    expect(only(org, contact)).toMatchObject({ Name: 'Ada King', Email: 'ada@example.com' });
    await connectAsAdmin(org).sobject('Account').delete(id);
    expect(org.query('SELECT Id FROM Contact')).toEqual([]);
  });

  it('come with record types of accounts', async () => {
    const { recordTypeInfos } = await connectAsAdmin(org).sobject('Account').describe();
    expect(recordTypeInfos).toMatchObject([
      { name: 'Business Account', defaultRecordTypeMapping: true },
      { name: 'Person Account', defaultRecordTypeMapping: false },
    ]);
    const recordTypeId = recordTypeInfos[1]?.recordTypeId;
    const id = await create(org, 'Account', { LastName: 'Doe', RecordTypeId: recordTypeId });
    expect(only(org, `SELECT IsPersonAccount FROM Account WHERE Id = '${id}'`)).toMatchObject({
      IsPersonAccount: true,
    });
  });

  it('take over the custom fields of contacts under names of their own', async () => {
    const all = await names(org, 'Account');
    const custom = (await names(org, 'Contact')).filter((name) => name.endsWith('__c'));
    expect(custom.length).toBeGreaterThan(0);
    expect(all).toEqual(expect.arrayContaining(custom.map((name) => name.replace('__c', '__pc'))));
  });

  it('are as unique as contacts are, and no account is found by what only contacts have', async () => {
    const key = { Customer_Key__pc: 'bc1:customer:1' };
    await create(org, 'Account', { LastName: 'Doe', ...key });
    expect(await refusal(org, 'Account', { LastName: 'Roe', ...key })).toMatchObject({
      status: 400,
      errorCode: 'DUPLICATE_VALUE',
    });
    expect(org.query('SELECT Id FROM Account')).toHaveLength(1);
    const path = 'sobjects/Account/Customer_Key__pc/bc1:customer:2';
    expect(await ask('PATCH', path, { LastName: 'Moe' })).toMatchObject({ status: 404 });
  });

  it('leave businesses what they were', async () => {
    await create(org, 'Account', { Name: 'Acme' });
    expect(only(org, 'SELECT IsPersonAccount, RecordType.IsPersonType FROM Account')).toMatchObject(
      {
        IsPersonAccount: false,
        RecordType: { IsPersonType: false },
      },
    );
    expect(org.query('SELECT Id FROM Contact')).toEqual([]);
    expect(await refusal(org, 'Account', {})).toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      fields: ['Name'],
    });
  });

  it.each([
    [{ Name: 'Acme', PersonEmail: 'a@example.com' }, 'PersonEmail'],
    [{ Name: 'Acme', LastName: 'Doe' }, 'Name'],
  ])('are no mixture of person and business: %o', async (fields, bad) => {
    expect(await refusal(org, 'Account', fields)).toMatchObject({
      status: 400,
      errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message: `Account: bad field names on insert/update call: ${bad}`,
    });
  });

  it('are written by their account alone', async () => {
    await create(org, 'Account', { LastName: 'Doe' });
    const { Id } = only(org, 'SELECT Id FROM Contact');
    const readOnly = { status: 403, json: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }] };
    const path = `sobjects/Contact/${String(Id)}`;
    expect(await ask('PATCH', path, { Title: 'x' })).toMatchObject(readOnly);
    expect(await ask('DELETE', path)).toMatchObject(readOnly);
    await create(org, 'Contact', { LastName: 'Free' });
  });
});
