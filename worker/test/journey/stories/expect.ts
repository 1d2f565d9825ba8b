import { deepEqual } from 'node:assert/strict';
import type { SalesforceRecord } from '../org-driver.ts';
import type { PlacedOrder } from '../shop-driver.ts';
import type { StoryContext } from '../story.ts';

/** Fails with both sides when a record does not hold these values; other fields do not matter. */
export function holds(record: SalesforceRecord, expected: SalesforceRecord): void {
  const actual = Object.fromEntries(
    Object.keys(expected).map((field) => [field, record[field] ?? null]),
  );
  deepEqual(actual, expected);
}

/** Everybody in the org with this address, Lead or Contact. */
export async function peopleWith(
  { org }: StoryContext,
  email: string,
): Promise<SalesforceRecord[]> {
  const fields = `Id, Customer_Key__c, Order_Count__c, Total_Spend__c, Average_Order_Value__c,
    Last_Order_Number__c, Spend_Currency__c, Interests__c, Customer_Group__c, Cart_Status__c,
    Cart_Value__c, Cart_Currency__c, Cart_Item_Count__c, Cart_First_Items__c, Cart_URL__c,
    Cart_Image_URL__c, Cart_Abandoned_At__c, Cart_Times_Abandoned__c, FirstName, LastName,
    Cart_Mail_Consent__c, SystemModstamp`;
  const [leads, contacts] = await Promise.all(
    ['Lead', 'Contact'].map((object) => {
      const isLiving = object === 'Lead' ? ' AND IsConverted = false' : '';
      return org.all(`SELECT ${fields} FROM ${object} WHERE Email = '${email}'${isLiving}`);
    }),
  );
  return [...(leads ?? []), ...(contacts ?? [])];
}

/** The only person with this address. */
export async function personWith(context: StoryContext, email: string): Promise<SalesforceRecord> {
  const people = await peopleWith(context, email);
  const [person] = people;
  if (!person || people.length > 1) {
    throw new Error(`Expected one person with ${email}, found ${people.length}.`);
  }
  return person;
}

/** The order's record. */
export function orderOf(
  { org }: StoryContext,
  { key }: PlacedOrder,
  fields: string,
): Promise<SalesforceRecord> {
  return org.one(`SELECT ${fields} FROM Order__c WHERE External_Id__c = '${key}'`);
}

export function itemsOf({ org }: StoryContext, { key }: PlacedOrder): Promise<SalesforceRecord[]> {
  return org.all(`SELECT Id FROM Order_Item__c WHERE Order__r.External_Id__c = '${key}'`);
}

export function cartOf(
  { org, shop }: StoryContext,
  cartId: string,
  fields: string,
): Promise<SalesforceRecord> {
  const key = shop.key('cart', cartId);
  return org.one(`SELECT ${fields} FROM Cart__c WHERE External_Id__c = '${key}'`);
}

/** Until the person has so many orders. */
export async function arrived(t: StoryContext, email: string, orders = 1): Promise<void> {
  await t.eventually(async () => holds(await personWith(t, email), { Order_Count__c: orders }));
}
