import type { Connection } from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsAdmin, connectAsWorker, create, startOrg } from './kit.ts';
import { merge } from './people-kit.ts';

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

const contact = (LastName: string, more: object = {}) =>
  create(org, 'Contact', { LastName, ...more });

describe('merging contacts', () => {
  it('keeps the winner, gives it the named values, and leaves the losers a trace of it', async () => {
    const winner = await contact('Keim', { Title: 'Buyer' });
    const losers = [await contact('Kaim', { Title: 'Boss' }), await contact('Keym')];
    const result = await merge(admin, {
      masterRecord: { type: 'Contact', Id: winner, Phone: '+1 555 0100' },
      recordToMergeIds: losers,
    });
    expect(result).toMatchObject({ id: winner, success: true, mergedRecordIds: losers });
    expect(org.query('SELECT Id, LastName, Title, Phone FROM Contact')).toMatchObject([
      { Id: winner, LastName: 'Keim', Title: 'Buyer', Phone: '+1 555 0100' },
    ]);
    const soql = 'SELECT Id, MasterRecordId FROM Contact WHERE MasterRecordId != null';
    const { records } = await admin.query(soql, { scanAll: true });
    expect(records).toMatchObject(losers.map((Id) => ({ Id, MasterRecordId: winner })));
    const gone = await ask('PATCH', `sobjects/Contact/${losers[0] ?? ''}`, { Title: 'x' });
    expect(gone).toMatchObject({ status: 404, json: [{ errorCode: 'ENTITY_IS_DELETED' }] });
  });

  it('moves to the winner what hung on a loser, and says what', async () => {
    const [winner, loser] = [await contact('Keim'), await contact('Kaim')];
    const order = await create(org, 'Order__c', { External_Id__c: 'o1', Contact__c: loser });
    const request = {
      masterRecord: { type: 'Contact', Id: winner },
      recordToMergeIds: [loser],
    };
    expect((await merge(admin, request)).updatedRelatedIds).toEqual([order]);
    expect(org.query('SELECT Contact__c FROM Order__c')).toMatchObject([{ Contact__c: winner }]);
  });

  it("keeps one membership of a campaign, the winner's", async () => {
    const [winner, loser] = [await contact('Keim'), await contact('Kaim')];
    const CampaignId = await create(org, 'Campaign', { Name: 'Spring' });
    await create(org, 'CampaignMember', { CampaignId, ContactId: winner });
    await create(org, 'CampaignMember', { CampaignId, ContactId: loser });
    await merge(admin, {
      masterRecord: { type: 'Contact', Id: winner },
      recordToMergeIds: [loser],
    });
    expect(org.query('SELECT ContactId FROM CampaignMember')).toMatchObject([
      { ContactId: winner },
    ]);
  });

  it('sets the unique value of a loser free', async () => {
    const winner = await contact('Keim');
    const loser = await contact('Kaim', { Customer_Key__c: 'shop:7' });
    const request = { masterRecord: { type: 'Contact', Id: winner }, recordToMergeIds: [loser] };
    await merge(admin, request);
    const taken = await ask('PATCH', `sobjects/Contact/${winner}`, { Customer_Key__c: 'shop:7' });
    expect(taken.status).toBe(204);
  });
});

describe('merging accounts and leads', () => {
  it('brings the contacts and deals of three accounts together', async () => {
    const accounts = [];
    for (const Name of ['Acme', 'Acme Inc', 'ACME']) {
      accounts.push(await create(org, 'Account', { Name }));
    }
    const [winner = '', ...losers] = accounts;
    for (const AccountId of losers) await contact('Keim', { AccountId });
    await ask('PATCH', `sobjects/Account/${winner}`, { ParentId: losers[0] });
    const deal = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-12-01' };
    await create(org, 'Opportunity', { ...deal, AccountId: losers[0] });
    await merge(admin, {
      masterRecord: { type: 'Account', Id: winner },
      recordToMergeIds: losers,
    });
    const hung = [{ AccountId: winner }, { AccountId: winner }];
    expect(org.query('SELECT AccountId FROM Contact')).toMatchObject(hung);
    expect(org.query('SELECT AccountId FROM Opportunity')).toMatchObject([{ AccountId: winner }]);
    expect(org.query('SELECT Id, ParentId FROM Account')).toMatchObject([
      { Id: winner, ParentId: null },
    ]);
  });

  it('makes one lead of two, several requests in one call', async () => {
    const lead = (LastName: string) => create(org, 'Lead', { LastName, Company: 'Acme' });
    const pairs = [
      [await lead('A1'), await lead('A2')],
      [await lead('B1'), await lead('B2')],
    ];
    const results = await admin.soap.merge(
      pairs.map(([Id = '', loser = '']) => ({
        masterRecord: { type: 'Lead', Id, fieldsToNull: ['Phone'] },
        recordToMergeIds: [loser],
        additionalInformationMap: [],
      })),
    );
    expect(results.map(({ id }) => id)).toEqual(pairs.map(([winner]) => winner));
    expect(org.query('SELECT LastName FROM Lead ORDER BY LastName')).toMatchObject([
      { LastName: 'A1' },
      { LastName: 'B1' },
    ]);
  });

  it('can be undone: the loser comes back, without what has moved', async () => {
    const [winner, loser] = [await contact('Keim'), await contact('Kaim')];
    await create(org, 'Order__c', { External_Id__c: 'o1', Contact__c: loser });
    await merge(admin, {
      masterRecord: { type: 'Contact', Id: winner },
      recordToMergeIds: [loser],
    });
    expect(await admin.soap.undelete([loser])).toMatchObject([{ success: true }]);
    const soql = `SELECT MasterRecordId FROM Contact WHERE Id = '${loser}'`;
    expect(org.query(soql)).toMatchObject([{ MasterRecordId: null }]);
    expect(org.query('SELECT Contact__c FROM Order__c')).toMatchObject([{ Contact__c: winner }]);
  });
});

describe('a merge is refused', () => {
  const refusal = async (masterRecord: object, recordToMergeIds: string[], by = admin) => {
    const { success, errors } = await merge(by, { masterRecord, recordToMergeIds });
    expect(success).toBe(false);
    return errors[0]?.statusCode;
  };

  it('for a record that is merged with itself, is of another object or is gone', async () => {
    const Id = await contact('Keim');
    const lead = await create(org, 'Lead', { LastName: 'Keim', Company: 'Acme' });
    const gone = await contact('Kaim');
    await ask('DELETE', `sobjects/Contact/${gone}`);
    const master = { type: 'Contact', Id };
    expect(await refusal(master, [Id])).toBe('INVALID_CROSS_REFERENCE_KEY');
    expect(await refusal(master, [lead])).toBe('MALFORMED_ID');
    expect(await refusal(master, [gone])).toBe('ENTITY_IS_DELETED');
  });

  it('for objects that cannot be merged', async () => {
    const Id = await create(org, 'Shop__c', { Name: 'One' });
    expect(await refusal({ type: 'Shop__c', Id }, [Id])).toBe('INVALID_OPERATION');
  });

  it('for a user who may not delete the loser, and nothing has moved then', async () => {
    const worker = await connectAsWorker(org);
    const Id = await contact('Keim');
    const loser = await contact('Kaim');
    const code = await refusal({ type: 'Contact', Id }, [loser], worker);
    expect(code).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    expect(org.query('SELECT Id FROM Contact')).toHaveLength(2);
  });
});
