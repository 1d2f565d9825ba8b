import type { Connection } from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsAdmin, connectAsWorker, create, startOrg } from './kit.ts';
import { convert, DONE } from './people-kit.ts';

let org: LocalOrg;
let admin: Connection;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => {
  org.reset();
  admin = connectAsAdmin(org);
});
afterAll(() => org.close());
const ask = askAs(() => org);

const ADA = {
  LastName: 'Keim',
  FirstName: 'Ada',
  Company: 'Acme',
  Email: 'ada@example.com',
  Phone: '+1 555 0100',
  City: 'Ulm',
  LeadSource: 'Web',
};
const one = (soql: string) => org.query(soql)[0];

describe('converting a lead', () => {
  it('makes an account, a contact and an opportunity of its standard fields', async () => {
    const leadId = await create(org, 'Lead', ADA);
    const result = await convert(admin, { leadId, convertedStatus: DONE });
    expect(result).toMatchObject({ success: true, leadId, errors: [] });
    const { accountId, contactId, opportunityId } = result;
    expect(one('SELECT Id, Name, BillingCity, AccountSource, Phone FROM Account')).toMatchObject({
      Id: accountId,
      Name: 'Acme',
      BillingCity: 'Ulm',
      AccountSource: 'Web',
      Phone: ADA.Phone,
    });
    expect(one('SELECT Id, Name, Email, AccountId, MailingCity FROM Contact')).toMatchObject({
      Id: contactId,
      Name: 'Ada Keim',
      Email: ADA.Email,
      AccountId: accountId,
      MailingCity: 'Ulm',
    });
    expect(one('SELECT Id, Name, AccountId, StageName FROM Opportunity')).toMatchObject({
      Id: opportunityId,
      Name: 'Acme',
      AccountId: accountId,
      StageName: 'Prospecting',
    });
    expect(one('SELECT OpportunityId, ContactId FROM OpportunityContactRole')).toMatchObject({
      OpportunityId: opportunityId,
      ContactId: contactId,
    });
    const columns = 'Status, ConvertedAccountId, ConvertedContactId, ConvertedOpportunityId';
    expect(one(`SELECT IsConverted, ConvertedDate, ${columns} FROM Lead`)).toMatchObject({
      IsConverted: true,
      ConvertedDate: org.clock.now().toISOString().slice(0, 10),
      Status: DONE,
      ConvertedAccountId: accountId,
      ConvertedContactId: contactId,
      ConvertedOpportunityId: opportunityId,
    });
  });

  it('makes no opportunity when told so', async () => {
    const leadId = await create(org, 'Lead', ADA);
    const wish = { leadId, convertedStatus: DONE, doNotCreateOpportunity: true };
    expect(await convert(admin, wish)).toMatchObject({ success: true });
    expect(org.query('SELECT Id FROM Opportunity')).toEqual([]);
  });

  it('fills only the empty fields of a contact that is named, and its source when asked', async () => {
    const AccountId = await create(org, 'Account', { Name: 'Old' });
    const names = { LastName: 'Other', LeadSource: 'Other', AccountId };
    const contactId = await create(org, 'Contact', names);
    const leadId = await create(org, 'Lead', ADA);
    const wish = { leadId, convertedStatus: DONE, accountId: AccountId, contactId };
    await convert(admin, { ...wish, overwriteLeadSource: true });
    expect(org.query('SELECT Id, LastName, Email, LeadSource FROM Contact')).toMatchObject([
      { Id: contactId, LastName: 'Other', Email: ADA.Email, LeadSource: 'Web' },
    ]);
    expect(org.query('SELECT Name FROM Account')).toMatchObject([{ Name: 'Old' }]);
  });

  it('loses custom fields, unless the admin has mapped them', async () => {
    const values = { Cart_Status__c: 'Open', Customer_Key__c: 'shop:1' };
    await convert(admin, {
      leadId: await create(org, 'Lead', { ...ADA, ...values }),
      convertedStatus: DONE,
    });
    const soql = 'SELECT Cart_Status__c, Customer_Key__c FROM Contact WHERE LastName = ';
    expect(one(`${soql}'Keim'`)).toMatchObject({ Cart_Status__c: null, Customer_Key__c: null });

    org.mapLeadFields(['Cart_Status__c', 'Customer_Key__c']);
    const leadId = await create(org, 'Lead', {
      ...ADA,
      ...values,
      LastName: 'Two',
      Customer_Key__c: 'shop:2',
    });
    await convert(admin, { leadId, convertedStatus: DONE });
    expect(one(`${soql}'Two'`)).toMatchObject({
      Cart_Status__c: 'Open',
      Customer_Key__c: 'shop:2',
    });
  });

  it('gives the new records to the owner it names, and else to that of the lead', async () => {
    const workerId = String(one("SELECT Id FROM User WHERE Alias = 'cbworker'")?.Id);
    const leadId = await create(org, 'Lead', ADA);
    await convert(admin, { leadId, convertedStatus: DONE, ownerId: workerId });
    expect(one('SELECT OwnerId FROM Contact')).toMatchObject({ OwnerId: workerId });
  });

  it('leaves carts with the lead, moves tasks, and lets memberships know both', async () => {
    const Lead__c = await create(org, 'Lead', ADA);
    const CampaignId = await create(org, 'Campaign', { Name: 'Spring' });
    await create(org, 'CampaignMember', { CampaignId, LeadId: Lead__c });
    await create(org, 'Task', { Subject: 'Call', WhoId: Lead__c });
    await create(org, 'Cart__c', { External_Id__c: 'c1', Lead__c });
    const { contactId } = await convert(admin, { leadId: Lead__c, convertedStatus: DONE });
    expect(one('SELECT Lead__c, Contact__c FROM Cart__c')).toMatchObject({
      Lead__c,
      Contact__c: null,
    });
    expect(one('SELECT WhoId FROM Task')).toMatchObject({ WhoId: contactId });
    expect(one('SELECT LeadId, ContactId FROM CampaignMember')).toMatchObject({
      LeadId: Lead__c,
      ContactId: contactId,
    });
  });
});

describe('a conversion is refused, and changes nothing,', () => {
  const refusal = async (wish: object, by = admin) => {
    const { success, errors } = await convert(by, wish);
    expect(success).toBe(false);
    expect(org.query('SELECT Id FROM Account')).toEqual([]);
    return errors[0];
  };

  it('when its status is no converted one', async () => {
    const leadId = await create(org, 'Lead', ADA);
    const wish = { leadId, convertedStatus: 'Working - Contacted' };
    expect(await refusal(wish)).toMatchObject({
      statusCode: 'INVALID_STATUS',
      message: 'invalid convertedStatus: Working - Contacted',
    });
  });

  it('when the contact would break a rule of the org', async () => {
    const leadId = await create(org, 'Lead', ADA);
    org.addValidationRule({
      object: 'Contact',
      field: 'Title',
      formula: 'ISBLANK(Title)',
      message: 'A title, please.',
    });
    expect(await refusal({ leadId, convertedStatus: DONE })).toMatchObject({
      statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'A title, please.',
    });
    expect(one('SELECT IsConverted FROM Lead')).toMatchObject({ IsConverted: false });
  });

  it('when a duplicate rule finds the contact already there', async () => {
    const rule = { object: 'Contact', matchField: 'Email', action: 'block' } as const;
    org.rules.duplicateRules.add(rule);
    const leadId = await create(org, 'Lead', ADA);
    await create(org, 'Contact', { LastName: 'Keim', Email: ADA.Email });
    expect(await refusal({ leadId, convertedStatus: DONE })).toMatchObject({
      statusCode: 'DUPLICATES_DETECTED',
    });
  });

  it('when the contact is of another account than the one that is named', async () => {
    const leadId = await create(org, 'Lead', ADA);
    const contactId = await create(org, 'Contact', { LastName: 'Other' });
    const accountId = await create(org, 'Account', { Name: 'Old' });
    const wish = { leadId, convertedStatus: DONE, contactId, accountId };
    const { errors } = await convert(admin, wish);
    expect(errors).toMatchObject([{ statusCode: 'FIELD_INTEGRITY_EXCEPTION' }]);
    expect(org.query('SELECT BillingCity FROM Account')).toMatchObject([{ BillingCity: null }]);
  });

  it('when a wish is misspelt or names no lead', async () => {
    const leadId = await create(org, 'Lead', ADA);
    const misspelt = convert(admin, { leadId, convertedStatus: DONE, dontCreate: true });
    await expect(misspelt).rejects.toMatchObject({ errorCode: 'soapenv:Client' });
    expect(await refusal({ convertedStatus: DONE })).toMatchObject({ statusCode: 'MALFORMED_ID' });
  });

  it('when the user may not convert leads', async () => {
    const leadId = await create(org, 'Lead', ADA);
    const worker = await connectAsWorker(org);
    expect(await refusal({ leadId, convertedStatus: DONE }, worker)).toMatchObject({
      statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
    });
  });
});

describe('a converted lead', () => {
  it('can be read, and neither changed, deleted, referred to nor converted again', async () => {
    const leadId = await create(org, 'Lead', ADA);
    await convert(admin, { leadId, convertedStatus: DONE });
    const closed = [{ errorCode: 'CANNOT_UPDATE_CONVERTED_LEAD', message: CLOSED }];
    expect(await ask('PATCH', `sobjects/Lead/${leadId}`, { Title: 'Dr' })).toMatchObject({
      status: 400,
      json: closed,
    });
    expect(await ask('DELETE', `sobjects/Lead/${leadId}`)).toMatchObject({ json: closed });
    const task = { Subject: 'Call', WhoId: leadId };
    expect(await ask('POST', 'sobjects/Task', task)).toMatchObject({ json: closed });
    expect((await convert(admin, { leadId, convertedStatus: DONE })).errors).toMatchObject([
      { statusCode: 'CANNOT_UPDATE_CONVERTED_LEAD' },
    ]);
    expect((await ask('GET', `sobjects/Lead/${leadId}`)).status).toBe(200);
  });
});

describe('LeadStatus', () => {
  it('tells which status is the converted one', async () => {
    const soql = 'SELECT MasterLabel, IsDefault FROM LeadStatus WHERE IsConverted = true';
    const { records } = await (await connectAsWorker(org)).query(soql);
    expect(records).toMatchObject([{ MasterLabel: DONE, IsDefault: false }]);
    const id = String(one('SELECT Id FROM LeadStatus')?.Id);
    expect((await ask('DELETE', `sobjects/LeadStatus/${id}`)).status).toBe(403);
    expect(org.query('SELECT Id FROM LeadStatus')).toHaveLength(4);
  });
});

const CLOSED = 'cannot reference converted lead';
