import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { create, startOrg } from './kit.ts';
import { tokenOf, uiAs } from './ui-kit.ts';

let org: LocalOrg;
let token = '';
const admin = uiAs(() => org);
const reader = uiAs(
  () => org,
  () => token,
);
let ids: { shop: string; contact: string; order: string };

beforeAll(async () => {
  org = await startOrg();
});
beforeEach(async () => {
  org.reset();
  token = await tokenOf(org, ['Cartbridge_Reader'], { TimeZoneSidKey: 'America/New_York' });
  const shop = await create(org, 'Shop__c', { Name: 'Surf & Turf', Shop_Key__c: 'surf' });
  const contact = await create(org, 'Contact', { FirstName: 'Ada', LastName: 'Lovelace' });
  const order = await create(org, 'Order__c', {
    Name: '1001',
    External_Id__c: 'surf:1001',
    Shop__c: shop,
    Contact__c: contact,
    Status__c: 'Shipped',
    Total__c: '12345.6789',
    Placed_At__c: '2026-08-21T02:15:30Z',
  });
  ids = { shop, contact, order };
});
afterAll(() => org.close());

describe('a record', () => {
  it('shows the fields asked for, with the text people read beside each value', async () => {
    const fields = 'Order__c.Name,Order__c.Status__c,Order__c.Total__c,Order__c.Placed_At__c';
    const { status, json } = await admin('GET', `records/${ids.order}?fields=${fields}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      apiName: 'Order__c',
      childRelationships: {},
      id: ids.order,
      recordTypeId: '012000000000000AAA',
      recordTypeInfo: null,
    });
    expect(json.eTag).toMatch(/^[0-9a-f]{32}$/);
    expect(json.weakEtag).toBe(Date.parse(json.systemModstamp));
    expect(json.fields).toEqual({
      Name: { displayValue: null, value: '1001' },
      Placed_At__c: { displayValue: '8/21/2026, 2:15 AM', value: '2026-08-21T02:15:30.000Z' },
      Status__c: { displayValue: 'Shipped', value: 'Shipped' },
      Total__c: { displayValue: null, value: 12345.6789 },
    });
  });

  it('shows money and days as a person in the United States reads them', async () => {
    const fields = { Name: 'Engines', AnnualRevenue: -1234567 };
    const account = await create(org, 'Account', fields);
    const contact = await create(org, 'Contact', { LastName: 'B', Birthdate: '1815-12-10' });
    const money = await admin('GET', `records/${account}?fields=Account.AnnualRevenue`);
    expect(money.json.fields.AnnualRevenue?.displayValue).toBe('-$1,234,567');
    const day = await admin('GET', `records/${contact}?fields=Contact.Birthdate`);
    expect(day.json.fields.Birthdate).toEqual({ displayValue: '12/10/1815', value: '1815-12-10' });
  });

  it('shows times where the user is', async () => {
    const { json } = await reader('GET', `records/${ids.order}?fields=Order__c.Placed_At__c`);
    expect(json.fields.Placed_At__c?.displayValue).toBe('8/20/2026, 10:15 PM');
  });

  it('holds the records it points at, with id and name and what else is asked for', async () => {
    const fields =
      'Order__c.Shop__r.Shop_Key__c,Order__c.Lead__r.Email,Order__c.Shop__r.Owner.Alias';
    const { json } = await admin('GET', `records/${ids.order}?fields=${fields}`);
    expect(json.fields.Lead__r).toEqual({ displayValue: null, value: null });
    expect(json.fields.Shop__r).toMatchObject({
      displayValue: 'Surf & Turf',
      value: {
        apiName: 'Shop__c',
        id: ids.shop,
        fields: {
          Id: { displayValue: null, value: ids.shop },
          Name: { displayValue: null, value: 'Surf & Turf' },
          Shop_Key__c: { displayValue: null, value: 'surf' },
          Owner: {
            displayValue: 'System Administrator',
            value: { recordTypeId: null, fields: { Alias: { value: 'admin' } } },
          },
        },
      },
    });
  });

  it('has its texts encoded for HTML unless the request says otherwise', async () => {
    const path = `records/${ids.shop}?fields=Shop__c.Name`;
    const encoded = await admin('GET', path, undefined, { 'x-chatter-entity-encoding': 'true' });
    expect(encoded.json.fields.Name?.value).toBe('Surf &amp; Turf');
    expect((await admin('GET', path)).json.fields.Name?.value).toBe('Surf & Turf');
  });

  it('refuses a field it lacks, and leaves it out when it is optional', async () => {
    const refused = await admin('GET', `records/${ids.order}?fields=Order__c.Nix__c`);
    expect(refused.status).toBe(400);
    expect(refused.json).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
    const optional = 'optionalFields=Order__c.Nix__c,Order__c.Nix__r.Name,Order__c.Name';
    const { json } = await admin('GET', `records/${ids.order}?${optional}`);
    expect(Object.keys(json.fields)).toEqual(['Name']);
  });

  it('hides what field-level security hides', async () => {
    const wanted = 'Contact.Email,Contact.Title';
    const contact = `records/${ids.contact}`;
    expect((await admin('GET', `${contact}?fields=${wanted}`)).status).toBe(200);
    const { status, json } = await reader('GET', `${contact}?fields=${wanted}`);
    expect(status).toBe(403);
    expect(json).toMatchObject([{ errorCode: 'INSUFFICIENT_ACCESS' }]);
    const order = `records/${ids.order}?fields=Order__c.Name,Order__c.Contact__r.Email`;
    expect((await reader('GET', order)).json).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
  });

  it.each([
    ['fields=Name', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['fields=Lead.Name', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['layoutTypes=Wide', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['layoutTypes=Full&modes=Watch', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['childRelationships=Order__c.Order_Items__r', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
  ])('asked for with "%s" answers %i %s', async (query, status, errorCode) => {
    const answer = await admin('GET', `records/${ids.order}?${query}`);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject([{ errorCode }]);
  });

  it('that does not exist, or no longer, answers NOT_FOUND', async () => {
    const gone = await create(org, 'Lead', { LastName: 'X', Company: 'Y' });
    expect((await admin('DELETE', `records/${gone}`)).status).toBe(204);
    for (const id of [gone, '00QCb0000000099MAA', '999000000000001AAA']) {
      const { status, json } = await admin('GET', `records/${id}?fields=Lead.Name`);
      expect([status, json[0]?.errorCode]).toEqual([404, 'NOT_FOUND']);
    }
    const { status } = await admin('GET', 'records/nonsense?fields=Lead.Name');
    expect(status).toBe(400);
  });

  it('that sharing keeps from the user answers INSUFFICIENT_ACCESS', async () => {
    org.setSharing({ object: 'Order__c', model: 'Private' });
    const { status, json } = await reader('GET', `records/${ids.order}?fields=Order__c.Name`);
    expect([status, json[0]?.errorCode]).toEqual([403, 'INSUFFICIENT_ACCESS']);
  });

  it('comes with the fields of its layout, those of lookups twice', async () => {
    const path = `records/${ids.order}?layoutTypes=Compact&optionalFields=Order__c.Email__c`;
    const { json } = await admin('GET', path);
    expect(Object.keys(json.fields)).toEqual([
      'Contact__c',
      'Contact__r',
      'Currency__c',
      'Email__c',
      'Name',
      'Placed_At__c',
      'Shop__c',
      'Shop__r',
      'Status__c',
      'Total__c',
    ]);
    const full = await reader('GET', `records/${ids.order}?layoutTypes=Full`);
    expect(full.json.fields).toHaveProperty('Net_Total__c');
    expect(full.json.fields).not.toHaveProperty('Contact__r');
  });
});

it('a batch answers each record by itself', async () => {
  const { status, json } = await admin(
    'GET',
    `records/batch/${ids.order},a99000000000000AAA?fields=Order__c.Name`,
  );
  expect(status).toBe(200);
  expect(json).toMatchObject({
    hasErrors: true,
    results: [
      { statusCode: 200, result: { id: ids.order } },
      { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] },
    ],
  });
});
