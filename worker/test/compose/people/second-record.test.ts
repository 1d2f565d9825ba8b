import { Connection } from 'jsforce';
import { describe, expect, it } from 'vitest';
import { follow } from '../../../src/compose/people/follow.ts';
import type { SalesforceId } from '../../../src/shared/ids.ts';
import { ADMIN } from '../../deliver/use-org.ts';
import { at } from '../books/carts.ts';
import { useShops, type UsedShop } from '../use-shop.ts';
import { customerOf, meetCustomers, openSecondShop, peopleIn } from './people-kit.ts';

const useShop = useShops();
const TOTALS = 'Id, Order_Count__c, Total_Spend__c';

/** A guest and a customer turned out to be one: the guest's Lead is one too many. */
async function twoLeads(shop: UsedShop): Promise<{ guest: string; customer: string }> {
  shop.putOrder({ id: '1', email: 'guest@example.com', amount: '10' });
  await shop.compose(['order:1']);
  await meetCustomers(shop, [customerOf('11', 'kim@example.com')]);
  const idOf = (email: string): string =>
    String(shop.org.query(`SELECT Id FROM Lead WHERE Email = '${email}'`)[0]?.Id);
  const [guest, customer] = [idOf('guest@example.com'), idOf('kim@example.com')];
  await meetCustomers(shop, [customerOf('11', 'guest@example.com', { modifiedAt: at(10) })]);
  return { guest, customer };
}

/** Answers the Contact's id, which the books know by then. */
async function convert({ org, pool, client }: UsedShop, leadId: string): Promise<string> {
  const connection = new Connection({ instanceUrl: org.url, accessToken: ADMIN });
  const [{ contactId } = {}] = await connection.soap.convertLead([
    { leadId, convertedStatus: 'Closed - Converted', doNotCreateOpportunity: true },
  ]);
  await follow(pool, client, [leadId as SalesforceId]);
  return String(contactId);
}

async function remove(shop: UsedShop, object: string, id: string): Promise<void> {
  await shop.admin('DELETE', `${object}/${id}`);
  await follow(shop.pool, shop.client, [id as SalesforceId]);
}

async function surplusIn({ pool }: UsedShop): Promise<unknown[]> {
  const { rows } = await pool.query<object>(
    `select from cartbridge.former_link where why = 'Surplus'`,
  );
  return rows;
}

describe('a record that was one too many', () => {
  it('is the person once somebody deleted the other one, and is not emptied again', async () => {
    const shop = await useShop();
    const { guest, customer } = await twoLeads(shop);
    await remove(shop, 'Lead', customer);

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);

    expect(shop.org.query(`SELECT ${TOTALS} FROM Lead`)).toMatchObject([
      { Id: guest, Order_Count__c: 1, Total_Spend__c: 10 },
    ]);
    expect(await surplusIn(shop), 'records still taken for one too many').toEqual([]);
  });

  it('is the person without the key where a converted Lead keeps that for ever', async () => {
    const shop = await useShop();
    const { guest, customer } = await twoLeads(shop);
    await remove(shop, 'Contact', await convert(shop, customer));

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);

    expect(shop.org.query(`SELECT ${TOTALS} FROM Lead WHERE IsConverted = false`)).toMatchObject([
      { Id: guest, Order_Count__c: 1, Total_Spend__c: 10 },
    ]);
  });
});

describe('a Contact that a Lead was converted to just now', () => {
  it('is no other shop’s customer where an address names nobody beyond its shop', async () => {
    const shop = await useShop({ settings: { matching: { emailAcrossShops: false } } });
    shop.putOrder({ id: '1', email: 'kim@example.com' });
    await shop.compose(['order:1']);
    await convert(shop, String(shop.org.query('SELECT Id FROM Lead')[0]?.Id));
    const composeSecond = await openSecondShop(shop);
    shop.customers.set('500', customerOf('500', 'kim@example.com'));

    expect(await composeSecond('customer:500')).toMatchObject({ result: 'written' });

    const people = await peopleIn(shop);
    expect(people.map(({ object }) => object).toSorted()).toEqual(['Contact', 'Lead']);
  });
});
