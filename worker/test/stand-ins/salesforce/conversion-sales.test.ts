import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsAdmin, create, startOrg } from './kit.ts';
import { convert, DONE } from './people-kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);

const LEAD = { LastName: 'Keim', Company: 'Acme' };

describe('a campaign', () => {
  it('has each lead and each contact as a member once', async () => {
    const CampaignId = await create(org, 'Campaign', { Name: 'Spring' });
    const LeadId = await create(org, 'Lead', LEAD);
    await create(org, 'CampaignMember', { CampaignId, LeadId });
    const again = await ask('POST', 'sobjects/CampaignMember', { CampaignId, LeadId });
    expect(again).toMatchObject({
      status: 400,
      json: [{ errorCode: 'DUPLICATE_VALUE', message: 'Already a campaign member.' }],
    });
    const nobody = await ask('POST', 'sobjects/CampaignMember', { CampaignId });
    expect(nobody).toMatchObject({ json: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] });
  });

  it('takes no converted lead, and tells of its members in a subquery', async () => {
    const CampaignId = await create(org, 'Campaign', { Name: 'Spring' });
    const LeadId = await create(org, 'Lead', LEAD);
    const admin = connectAsAdmin(org);
    const { contactId } = await convert(admin, { leadId: LeadId, convertedStatus: DONE });
    const late = await ask('POST', 'sobjects/CampaignMember', { CampaignId, LeadId });
    expect(late).toMatchObject({ json: [{ errorCode: 'CANNOT_UPDATE_CONVERTED_LEAD' }] });
    await create(org, 'CampaignMember', { CampaignId, ContactId: contactId });
    const soql = 'SELECT Name, (SELECT Contact.LastName FROM CampaignMembers) FROM Campaign';
    expect((await admin.query(soql)).records).toMatchObject([
      { CampaignMembers: { records: [{ Contact: { LastName: 'Keim' } }] } },
    ]);
  });
});

describe('opportunities, campaigns, members and tasks', () => {
  it('describe themselves to jsforce', async () => {
    const admin = connectAsAdmin(org);
    const keys = { Opportunity: '006', Campaign: '701', CampaignMember: '00v', Task: '00T' };
    for (const [name, keyPrefix] of Object.entries(keys)) {
      expect(await admin.sobject(name).describe()).toMatchObject({ name, keyPrefix });
    }
    const { fields } = await admin.sobject('Task').describe();
    const who = fields.find(({ name }) => name === 'WhoId');
    expect(who?.referenceTo).toEqual(['Contact', 'Lead']);
  });

  it('go with the account or the person they belong to', async () => {
    const AccountId = await create(org, 'Account', { Name: 'Acme' });
    const deal = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-12-01', AccountId };
    await create(org, 'Opportunity', deal);
    const WhoId = await create(org, 'Lead', LEAD);
    await create(org, 'Task', { Subject: 'Call', WhoId, WhatId: AccountId });
    await ask('DELETE', `sobjects/Account/${AccountId}`);
    expect(org.query('SELECT Id FROM Opportunity')).toEqual([]);
    expect(org.query('SELECT Id FROM Task')).toEqual([]);
  });

  it('refuse a task about a record of another kind', async () => {
    const WhatId = await create(org, 'Lead', LEAD);
    const task = await ask('POST', 'sobjects/Task', { Subject: 'Call', WhatId });
    expect(task).toMatchObject({ status: 400, json: [{ errorCode: 'MALFORMED_ID' }] });
  });
});
