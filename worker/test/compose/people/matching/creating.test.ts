import { describe, it, expect } from 'vitest';
import { joinCampaigns } from '../../../../src/compose/people/campaigns.ts';
import { creatingOf, policyFields } from '../../../../src/compose/people/creating.ts';
import { createSalesforceClient } from '../../../../src/deliver/salesforce/client.ts';
import { settingsShape } from '../../../../src/shared/orgs.ts';
import { ADMIN, type UseOrgOptions } from '../../../deliver/use-org.ts';
import { useShops, type UsedShop } from '../../use-shop.ts';

const useShop = useShops();

/** A shop whose org has a queue for leads, and what its policy says of guests. */
async function shopFor(guest: (queue: string, campaign: string) => object): Promise<UsedShop> {
  const settings: NonNullable<UseOrgOptions['settings']> = {};
  const shop = await useShop({ settings });
  const { id: queue } = await shop.admin('POST', 'Group', { Name: 'Shoppers', Type: 'Queue' });
  await shop.admin('POST', 'QueueSobject', { QueueId: queue, SobjectType: 'Lead' });
  const { id: campaign } = await shop.admin('POST', 'Campaign', { Name: 'Shop', IsActive: true });
  const creating = { guest: guest(queue, campaign) };
  shop.client.org.settings = settingsShape.parse({ creating });
  return shop;
}

describe('what a shopper becomes', () => {
  it('is told apart for guests and registered customers, as older settings tell it too', () => {
    const policy = settingsShape.parse({ creating: { guest: { as: 'Nobody' } } });
    expect(creatingOf(policy, { customerKey: 'bc1:guest:0123' }).as).toBe('Nobody');
    expect(creatingOf(policy, { customerKey: 'bc1:customer:1' }).as).toBe('Lead');
    const former = settingsShape.parse({ createPeopleAs: 'Contact' });
    for (const customerKey of ['bc1:guest:0123', 'bc1:customer:1'])
      expect(creatingOf(former, { customerKey }).as).toBe('Contact');
  });

  it('has owner, record type and source by the policy where the mapping says nothing of them', () => {
    const guest = {
      ownerId: '005000000000001',
      recordTypeId: '012000000000001',
      leadSource: 'Web',
    };
    const creating = settingsShape.parse({ creating: { guest } }).creating.guest;
    const said = {
      fields: { LeadSource: 'Store' },
      references: {},
      createFields: { OwnerId: '5' },
    };

    expect(policyFields(creating, said)).toEqual({ RecordTypeId: '012000000000001' });
    expect(policyFields(creating, { fields: {}, references: {} })).toEqual({
      ...{ OwnerId: '005000000000001', RecordTypeId: '012000000000001', LeadSource: 'Web' },
    });
  });

  it('is nobody where the policy says so: the order comes without a person', async () => {
    const shop = await useShop({ settings: { creating: { guest: { as: 'Nobody' } } } });
    shop.putOrder({ id: '1' });

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);

    expect(shop.org.query('SELECT Id FROM Lead')).toEqual([]);
    expect(shop.org.query('SELECT Lead__c, Contact__c FROM Order__c')).toEqual([
      expect.objectContaining({ Lead__c: null, Contact__c: null }),
    ]);
  });

  it('belongs to the queue of the policy at first, and to whoever takes them over afterwards', async () => {
    const shop = await shopFor((ownerId) => ({ ownerId }));
    shop.org.rules.assignmentRules.add({
      object: 'Lead',
      ownerId: shop.org.query('SELECT Id FROM User')[0]?.Id as string,
    });
    shop.putOrder({ id: '1' });
    await shop.compose(['order:1']);
    const [lead] = shop.org.query('SELECT Id, Owner.Name FROM Lead');
    expect(lead).toMatchObject({ Owner: { Name: 'Shoppers' } });

    const [user] = shop.org.query("SELECT Id FROM User WHERE Username LIKE 'admin%'");
    await shop.client.request(
      'PATCH',
      `/sobjects/Lead/${String(lead?.Id)}`,
      { OwnerId: user?.Id },
      { 'Sforce-Auto-Assign': 'FALSE' },
    );
    shop.putOrder({ id: '1', amount: '99' });
    await shop.compose(['order:1']);

    expect(shop.org.query('SELECT OwnerId, Total_Spend__c FROM Lead')).toMatchObject([
      { OwnerId: user?.Id, Total_Spend__c: 99 },
    ]);
  });

  it('goes to whom the assignment rules name when made, and is not assigned again', async () => {
    const shop = await shopFor(() => ({ assignmentRules: true }));
    const [queue] = shop.org.query("SELECT Id FROM Group WHERE Type = 'Queue'");
    shop.org.rules.assignmentRules.add({ object: 'Lead', ownerId: String(queue?.Id) });
    shop.putOrder({ id: '1' });
    await shop.compose(['order:1']);
    expect(shop.org.query('SELECT OwnerId FROM Lead')).toMatchObject([{ OwnerId: queue?.Id }]);

    const [user] = shop.org.query("SELECT Id FROM User WHERE Username LIKE 'admin%'");
    shop.org.rules.assignmentRules.clear();
    shop.org.rules.assignmentRules.add({ object: 'Lead', ownerId: String(user?.Id) });
    shop.putOrder({ id: '1', amount: '99' });
    await shop.compose(['order:1']);

    expect(shop.org.query('SELECT OwnerId, Total_Spend__c FROM Lead')).toMatchObject([
      { OwnerId: queue?.Id, Total_Spend__c: 99 },
    ]);
  });

  it('joins the campaign once; what Salesforce refuses keeps nobody’s order out', async () => {
    const shop = await shopFor((_, campaignId) => ({ campaignId, campaignStatus: 'Responded' }));
    shop.putOrder({ id: '1' });
    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);
    const members = (): unknown[] =>
      shop.org.query('SELECT Status, Lead.Email FROM CampaignMember');
    expect(members()).toEqual([]);

    // Campaigns are the org's own: its admins grant the worker's user what they name.
    const granted = asAdmin(shop);
    expect(await joinCampaigns(shop.pool, granted)).toEqual({ added: 1, refused: [] });
    expect(await joinCampaigns(shop.pool, granted)).toEqual({ added: 0, refused: [] });

    expect(members()).toMatchObject([{ Status: 'Responded', Lead: { Email: 'kim@example.com' } }]);
  });

  it('joins the campaign though hundreds before them are refused for good', async () => {
    const shop = await shopFor((_, campaignId) => ({ campaignId }));
    shop.putOrder({ id: '1' });
    await shop.compose(['order:1']);
    await shop.pool.query(
      `insert into cartbridge.person (id, org_id, customer_key, object, salesforce_id, campaign_due)
       select lpad(n::text, 32, '0')::uuid, $1, 'bc1:guest:' || n, 'Lead', '00Q000000000001AAA',
              '701000000000001AAA'
       from generate_series(1, 220) as n`,
      [shop.client.org.id],
    );

    const granted = asAdmin(shop);
    let added = 0;
    // Whose turn it is is chance: nobody is left out ten times.
    for (let turn = 0; turn < 10 && added === 0; turn += 1)
      added = (await joinCampaigns(shop.pool, granted)).added;

    expect(added, 'the campaign of the others is gone, theirs is not').toBe(1);
  });
});

function asAdmin({ org, client }: UsedShop): UsedShop['client'] {
  const token = { accessToken: ADMIN, instanceUrl: org.url, organizationId: '' };
  return createSalesforceClient(client.org, () => Promise.resolve(token));
}
