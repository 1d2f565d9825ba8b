import { Connection } from 'jsforce';
import { describe, it, expect } from 'vitest';
import { ADMIN } from '../deliver/use-org.ts';
import { kindOf, useShops, type UsedShop } from './use-shop.ts';

const useShop = useShops();

async function knownLead(shop: UsedShop): Promise<string> {
  shop.putOrder({ id: '1' });
  expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);
  const [lead] = shop.org.query('SELECT Id FROM Lead');
  return String(lead?.Id);
}

async function linkOf({ pool }: UsedShop): Promise<unknown> {
  const { rows } = await pool.query('select object, salesforce_id as id from cartbridge.person');
  return rows[0];
}

/** Somebody in sales converts the Lead, and the Contact is all that is left of it. */
async function convert({ org }: UsedShop, leadId: string): Promise<string> {
  const admin = new Connection({ instanceUrl: org.url, accessToken: ADMIN });
  const [{ contactId } = {}] = await admin.soap.convertLead([
    { leadId, convertedStatus: 'Closed - Converted', doNotCreateOpportunity: true },
  ]);
  return String(contactId);
}

describe('a person who is gone from Salesforce', () => {
  it('by deletion is made again at the next try, with all they are known for', async () => {
    const shop = await useShop();
    const before = await knownLead(shop);
    await shop.admin('DELETE', `Lead/${before}`);
    shop.putOrder({ id: '2', amount: '5' });

    const [first] = await shop.compose(['order:2']);
    expect(kindOf(first)).toBe('link_lost');
    expect(await linkOf(shop)).toEqual({ object: null, id: null });

    expect(await shop.compose(['order:2'])).toMatchObject([{ result: 'written' }]);
    const leads = shop.org.query('SELECT Id, Email, Order_Count__c, Total_Spend__c FROM Lead');
    expect(leads).toMatchObject([
      { Email: 'kim@example.com', Order_Count__c: 2, Total_Spend__c: 15 },
    ]);
    expect(leads[0]?.Id).not.toBe(before);
    expect(await linkOf(shop)).toEqual({ object: 'Lead', id: leads[0]?.Id });
    const [order] = shop.org.query("SELECT Lead__c FROM Order__c WHERE Name = '2'");
    expect(order?.Lead__c).toBe(leads[0]?.Id);
  });

  it('is noticed by an order that says nothing new of the person', async () => {
    const shop = await useShop();
    await shop.admin('DELETE', `Lead/${await knownLead(shop)}`);
    shop.putOrder({ id: '1', status: 'Shipped' });

    expect(kindOf((await shop.compose(['order:1']))[0])).toBe('link_lost');

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);
    expect(shop.org.query('SELECT Status__c, Lead__r.Email FROM Order__c')).toMatchObject([
      { Status__c: 'Shipped', Lead__r: { Email: 'kim@example.com' } },
    ]);
  });

  it('by conversion is found as the Contact they became', async () => {
    const shop = await useShop();
    const lead = await knownLead(shop);
    const id = await convert(shop, lead);
    shop.putOrder({ id: '2', amount: '5' });

    expect(kindOf((await shop.compose(['order:2']))[0])).toBe('link_lost');
    expect(await shop.compose(['order:2'])).toMatchObject([{ result: 'written' }]);

    expect(await linkOf(shop)).toEqual({ object: 'Contact', id });
    const contacts = shop.org.query('SELECT Email, Order_Count__c FROM Contact');
    expect(contacts).toMatchObject([{ Email: 'kim@example.com', Order_Count__c: 2 }]);
    const [order] = shop.org.query("SELECT Contact__c FROM Order__c WHERE Name = '2'");
    expect(order?.Contact__c).toBe(id);
  });

  it('does not hold the others of the batch up', async () => {
    const shop = await useShop();
    await shop.admin('DELETE', `Lead/${await knownLead(shop)}`);
    shop.putOrder({ id: '2' });
    shop.putOrder({ id: '3', email: 'lee@example.com' });

    const [lost, fine] = await shop.compose(['order:2', 'order:3']);

    expect(kindOf(lost)).toBe('link_lost');
    expect(fine).toMatchObject({ result: 'written' });
  });

  it('keeps the books: totals are not counted from the day they were made again', async () => {
    const shop = await useShop();
    await shop.admin('DELETE', `Lead/${await knownLead(shop)}`);
    shop.putOrder({ id: '1', amount: '12' });

    await shop.compose(['order:1']);
    await shop.compose(['order:1']);

    expect(shop.org.query('SELECT Order_Count__c, Total_Spend__c FROM Lead')).toMatchObject([
      { Order_Count__c: 1, Total_Spend__c: 12 },
    ]);
  });
});
