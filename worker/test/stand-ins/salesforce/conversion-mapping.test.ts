import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { connectAsAdmin, create, startOrg } from './kit.ts';
import { deployTo, problems } from './metadata-kit.ts';
import { convert, DONE } from './people-kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

const deployMapping = (inputField: string, outputField: string) =>
  deployTo(
    org,
    { LeadConvertSettings: ['LeadConvertSettings'] },
    {
      'LeadConvertSettings/LeadConvertSettings.LeadConvertSetting':
        '<LeadConvertSettings xmlns="http://soap.sforce.com/2006/04/metadata"><objectMapping>\n' +
        '<inputObject>Lead</inputObject><mappingFields>\n' +
        `<inputField>${inputField}</inputField><outputField>${outputField}</outputField>\n` +
        '</mappingFields><outputObject>Contact</outputObject></objectMapping></LeadConvertSettings>',
    },
  );

describe('LeadConvertSettings', () => {
  it('once deployed carry a field of the lead to a contact', async () => {
    expect(problems(await deployMapping('Cart_Status__c', 'Cart_Status__c'))).toEqual([]);
    const values = { LastName: 'Keim', Company: 'Acme', Cart_Status__c: 'Open' };
    const leadId = await create(org, 'Lead', values);
    await convert(connectAsAdmin(org), { leadId, convertedStatus: DONE });
    expect(org.query('SELECT Cart_Status__c FROM Contact')).toMatchObject([
      { Cart_Status__c: 'Open' },
    ]);
  });

  it('are refused when they name a field that is not there', async () => {
    expect(problems(await deployMapping('Cart_Status__c', 'Nope__c'))).toEqual([
      'LeadConvertSettings/LeadConvertSettings.LeadConvertSetting:3 ' +
        'In field: field - no CustomField named Contact.Nope__c found',
    ]);
  });
});
