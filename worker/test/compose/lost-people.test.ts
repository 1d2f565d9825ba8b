import { Connection } from 'jsforce';
import { describe, it, expect } from 'vitest';
import { follow } from '../../src/compose/people/follow.ts';
import type { SalesforceId } from '../../src/shared/ids.ts';
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
  const { rows } = await pool.query(
    `select object, salesforce_id as id, deleted_at is not null as "isDeleted"
     from cartbridge.person`,
  );
  return rows[0];
}

/** Somebody deletes the Lead, and an order that follows finds out. */
async function lost(shop: UsedShop): Promise<string> {
  const id = await knownLead(shop);
  await shop.admin('DELETE', `Lead/${id}`);
  shop.putOrder({ id: '2', amount: '5' });
  expect(kindOf((await shop.compose(['order:2']))[0])).toBe('link_lost');
  return id;
}

const connect = ({ org }: UsedShop): Connection =>
  new Connection({ instanceUrl: org.url, accessToken: ADMIN });

/** Somebody in sales converts the Lead, and the Contact is all that is left of it. */
async function convert(shop: UsedShop, leadId: string): Promise<string> {
  const [{ contactId } = {}] = await connect(shop).soap.convertLead([
    { leadId, convertedStatus: 'Closed - Converted', doNotCreateOpportunity: true },
  ]);
  return String(contactId);
}

describe('a person who was deleted in Salesforce', () => {
  it('is not made again: their orders are written without a person', async () => {
    const shop = await useShop();
    await lost(shop);
    expect(await linkOf(shop)).toEqual({ object: null, id: null, isDeleted: true });

    expect(await shop.compose(['order:2'])).toMatchObject([{ result: 'written' }]);

    expect(shop.org.query('SELECT Id FROM Lead')).toEqual([]);
    expect(
      shop.org.query("SELECT Lead__c, Contact__c FROM Order__c WHERE Name = '2'"),
    ).toMatchObject([{ Lead__c: null, Contact__c: null }]);
  });

  it('is found again once their record is out of the bin, with totals of all the time', async () => {
    const shop = await useShop();
    const id = await lost(shop);
    await shop.compose(['order:2']);
    await connect(shop).soap.undelete([id]);
    shop.putOrder({ id: '3', amount: '1' });

    expect(await shop.compose(['order:3'])).toMatchObject([{ result: 'written' }]);

    expect(await linkOf(shop)).toEqual({ object: 'Lead', id, isDeleted: false });
    expect(shop.org.query('SELECT Order_Count__c, Total_Spend__c FROM Lead')).toMatchObject([
      { Order_Count__c: 3, Total_Spend__c: 16 },
    ]);
    const [order] = shop.org.query("SELECT Lead__c FROM Order__c WHERE Name = '3'");
    expect(order?.Lead__c).toBe(id);
    const waiting = await shop.pool.query('select from cartbridge.moved_person');
    expect(waiting.rowCount, 'what was written without a person is to follow').toBe(1);
  });

  it('is whoever somebody makes with their address', async () => {
    const shop = await useShop();
    await lost(shop);
    const { id } = await shop.admin('POST', 'Lead', {
      ...{ LastName: 'Keim', Company: 'Towels', Email: 'kim@example.com' },
    });

    expect(await shop.compose(['order:2'])).toMatchObject([{ result: 'written' }]);

    expect(await linkOf(shop)).toEqual({ object: 'Lead', id, isDeleted: false });
    expect(shop.org.query('SELECT Id FROM Lead')).toHaveLength(1);
  });

  it('is noticed by an order that says nothing new of the person', async () => {
    const shop = await useShop();
    await shop.admin('DELETE', `Lead/${await knownLead(shop)}`);
    shop.putOrder({ id: '1', status: 'Shipped' });

    expect(kindOf((await shop.compose(['order:1']))[0])).toBe('link_lost');

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);
    expect(shop.org.query('SELECT Status__c, Lead__c FROM Order__c')).toMatchObject([
      { Status__c: 'Shipped', Lead__c: null },
    ]);
  });

  it('does not hold the others of the batch up', async () => {
    const shop = await useShop();
    await shop.admin('DELETE', `Lead/${await knownLead(shop)}`);
    shop.putOrder({ id: '2' });
    shop.putOrder({ id: '3', email: 'lee@example.com' });

    const [missed, fine] = await shop.compose(['order:2', 'order:3']);

    expect(kindOf(missed)).toBe('link_lost');
    expect(fine).toMatchObject({ result: 'written' });
  });
});

describe('a person who was converted', () => {
  it('is the Contact they became, with all they are known for', async () => {
    const shop = await useShop();
    const id = await convert(shop, await knownLead(shop));
    shop.putOrder({ id: '2', amount: '5' });

    expect(kindOf((await shop.compose(['order:2']))[0])).toBe('link_lost');
    expect(await shop.compose(['order:2'])).toMatchObject([{ result: 'written' }]);

    expect(await linkOf(shop)).toEqual({ object: 'Contact', id, isDeleted: false });
    const contacts = shop.org.query('SELECT Email, Order_Count__c FROM Contact');
    expect(contacts).toMatchObject([{ Email: 'kim@example.com', Order_Count__c: 2 }]);
    const [order] = shop.org.query("SELECT Contact__c FROM Order__c WHERE Name = '2'");
    expect(order?.Contact__c).toBe(id);
  });
});

describe('a person whose address somebody changed in Salesforce', () => {
  it('is known by it: a guest order with the new one is theirs', async () => {
    const shop = await useShop();
    const id = await knownLead(shop);
    await shop.admin('PATCH', `Lead/${id}`, { Email: 'kim.new@example.com' });
    await follow(shop.pool, shop.client, [id as SalesforceId]);
    shop.putOrder({ id: '2', email: 'kim.new@example.com' });

    expect(await shop.compose(['order:2'])).toMatchObject([{ result: 'written' }]);

    expect(shop.org.query('SELECT Id, Order_Count__c FROM Lead')).toMatchObject([
      { Id: id, Order_Count__c: 2 },
    ]);
  });
});

describe('a person whose record lost a merge', () => {
  it('is the winner at the next try, and nobody is made', async () => {
    const shop = await useShop();
    const loser = await knownLead(shop);
    const { id } = await shop.admin('POST', 'Lead', { LastName: 'Keim', Company: 'Towels' });
    const soap = connect(shop).soap as unknown as { merge(request: object): Promise<object> };
    await soap.merge({ masterRecord: { type: 'Lead', Id: id }, recordToMergeIds: [loser] });
    shop.putOrder({ id: '2', amount: '5' });

    expect(kindOf((await shop.compose(['order:2']))[0])).toBe('link_lost');
    expect(await shop.compose(['order:2'])).toMatchObject([{ result: 'written' }]);

    expect(await linkOf(shop)).toEqual({ object: 'Lead', id, isDeleted: false });
    expect(shop.org.query('SELECT Id, Order_Count__c FROM Lead')).toMatchObject([
      { Id: id, Order_Count__c: 2 },
    ]);
  });
});
