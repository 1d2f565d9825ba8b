import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { names, only, refusal } from './features-kit.ts';
import { askAs, connectAsAdmin, create, startOrg } from './kit.ts';
import { deployTo, objectFile, problems } from './metadata-kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);

describe('an org without features', () => {
  it('has none of their fields and objects', async () => {
    expect(await names(org, 'Account')).not.toContain('IsPersonAccount');
    expect(await names(org, 'Contact')).not.toContain('MailingStateCode');
    expect(await names(org, 'Lead')).not.toContain('CurrencyIsoCode');
    expect((await ask('GET', 'sobjects/CurrencyType/describe')).status).toBe(404);
  });
});

describe('several currencies', () => {
  beforeEach(() => org.enableFeature('multiCurrency'));

  it('give every record one: its own, or else the user’s', async () => {
    await create(org, 'Order__c', { Name: 'a', CurrencyIsoCode: 'EUR' });
    await create(org, 'Order__c', { Name: 'b' });
    await connectAsAdmin(org)
      .sobject('User')
      .update({
        Id: String(only(org, "SELECT Id FROM User WHERE Alias = 'admin'").Id),
        DefaultCurrencyIsoCode: 'GBP',
      });
    await create(org, 'Order__c', { Name: 'c' });
    expect(
      org.query('SELECT CurrencyIsoCode FROM Order__c ORDER BY CreatedDate, Id'),
    ).toMatchObject([
      { CurrencyIsoCode: 'EUR' },
      { CurrencyIsoCode: 'USD' },
      { CurrencyIsoCode: 'GBP' },
    ]);
  });

  it('are those that are active, as an admin sets them', async () => {
    const inactive = {
      status: 400,
      errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      message: 'Currency ISO Code: bad value for restricted picklist field: CHF',
      fields: ['CurrencyIsoCode'],
    };
    const lead = { LastName: 'Doe', Company: 'Acme', CurrencyIsoCode: 'CHF' };
    expect(await refusal(org, 'Lead', lead)).toMatchObject(inactive);
    const franc = { IsoCode: 'CHF', ConversionRate: 0.9, DecimalPlaces: 2, IsActive: true };
    const id = await create(org, 'CurrencyType', franc);
    await create(org, 'Lead', lead);
    await connectAsAdmin(org).sobject('CurrencyType').update({ Id: id, IsActive: false });
    expect(await refusal(org, 'Lead', lead)).toMatchObject(inactive);
    const { fields } = await connectAsAdmin(org).sobject('Lead').describe();
    const field = fields.find(({ name }) => name === 'CurrencyIsoCode');
    expect(field?.picklistValues?.map(({ value }): unknown => value)).toEqual([
      'USD',
      'EUR',
      'GBP',
    ]);
  });

  it('reach records that were there before, and objects that come later', async () => {
    org.reset();
    await create(org, 'Account', { Name: 'Acme' });
    org.enableFeature('multiCurrency');
    expect(only(org, 'SELECT CurrencyIsoCode FROM Account')).toMatchObject({
      CurrencyIsoCode: 'USD',
    });
    const answer = await deployTo(
      org,
      { CustomObject: ['Boat__c'] },
      {
        'objects/Boat__c.object': objectFile(
          'Boat',
          '<fields><fullName>In__c</fullName><label>In</label>' +
            '<formula>TEXT(CurrencyIsoCode)</formula><type>Text</type></fields>',
        ),
      },
    );
    expect(problems(answer)).toEqual([]);
    await create(org, 'Boat__c', { Name: 'Argo', CurrencyIsoCode: 'EUR' });
    expect(only(org, 'SELECT In__c FROM Boat__c')).toMatchObject({ In__c: 'EUR' });
  });
});

describe('a feature', () => {
  const person = { LastName: 'Doe', PersonMailingCountryCode: 'FR' };

  it('stays through a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'features-'));
    const file = join(folder, 'org.jsonl');
    try {
      const first = await startOrg({ file });
      await fetch(`${first.url}/__local__/features`, {
        method: 'POST',
        body: JSON.stringify({ feature: 'personAccounts' }),
      });
      await create(first, 'Account', { LastName: 'Doe' });
      await first.close();
      const second = await startOrg({ file });
      try {
        await create(second, 'Account', { LastName: 'Roe' });
        expect(second.query('SELECT Name FROM Contact ORDER BY Name')).toMatchObject([
          { Name: 'Doe' },
          { Name: 'Roe' },
        ]);
      } finally {
        await second.close();
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('comes with the start, and goes well with another', async () => {
    const own = await startOrg({ features: ['personAccounts', 'stateCountryPicklists'] });
    try {
      own.reset();
      await create(own, 'Account', person);
      expect(own.query('SELECT MailingCountry FROM Contact')).toMatchObject([
        { MailingCountry: 'France' },
      ]);
    } finally {
      await own.close();
    }
  });
});
