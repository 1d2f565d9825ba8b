import { deepEqual } from 'node:assert/strict';
import { add, round } from '../../../src/shared/money.ts';
import type { SalesforceRecord } from '../org-driver.ts';
import type { StoryContext } from '../story.ts';

/** Fails with both sides when a record does not hold these values; other fields do not matter. */
export function holds(record: SalesforceRecord, expected: SalesforceRecord): void {
  const actual = Object.fromEntries(
    Object.keys(expected).map((field) => [field, record[field] ?? null]),
  );
  deepEqual(actual, expected);
}

/** What these orders cost together, as the shop says, to the cent. */
export async function totalOf({ shop }: StoryContext, orderIds: number[]): Promise<number> {
  const orders = await Promise.all(orderIds.map((id) => shop.order(id)));
  return Number(round(add(...orders.map((order) => order.total_inc_tax)), 2));
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
    SystemModstamp`;
  const [leads, contacts] = await Promise.all(
    ['Lead', 'Contact'].map((object) =>
      org.all(`SELECT ${fields} FROM ${object} WHERE Email = '${email}'`),
    ),
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
