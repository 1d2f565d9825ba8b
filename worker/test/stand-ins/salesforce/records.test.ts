import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsAdmin, create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);

const person = { LastName: 'Doe', FirstName: 'Jo', Company: 'Acme', Email: 'jo@acme.example' };

describe('a record', () => {
  it('is created, read, changed and deleted by jsforce', async () => {
    const leads = connectAsAdmin(org).sobject('Lead');
    const made = await leads.create(person);
    if (!made.success) throw new Error('not created');
    expect(made.id).toMatch(/^00Q\w{15}$/);
    await leads.update({ Id: made.id, FirstName: 'Joan' });
    expect(await leads.retrieve(made.id)).toMatchObject({
      Name: 'Joan Doe',
      Status: 'Open - Not Contacted',
    });
    await leads.destroy(made.id);
    await expect(leads.retrieve(made.id)).rejects.toMatchObject({ name: 'NOT_FOUND' });
  });

  it('answers 201 with its place, 204 with nothing at all, and every number exactly', async () => {
    const made = await ask(
      'POST',
      'sobjects/order__C',
      '{"Name":"1","Total__c":12345678901234.5675}',
    );
    const { id } = made.json as { id: string };
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/services/data/v66.0/sobjects/Order__c/${id}`);
    expect(made.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(made.headers.get('sforce-limit-info')).toMatch(/^api-usage=\d+\/100000$/);
    const changed = await ask('PATCH', `sobjects/Order__c/${id}`, { Item_Count__c: '3' });
    expect([changed.status, changed.text, changed.headers.get('content-type')]).toEqual([
      204,
      '',
      null,
    ]);
    const read = await ask(
      'GET',
      `sobjects/Order__c/${id.slice(0, 15)}?fields=Total__c,item_count__c`,
    );
    expect(read.text).toContain('"Total__c":12345678901234.5675');
    expect(read.json).toEqual({
      attributes: { type: 'Order__c', url: `/services/data/v66.0/sobjects/Order__c/${id}` },
      Id: id,
      Total__c: 12345678901234.5675,
      Item_Count__c: 3,
    });
  });

  it('moves its modification time with every update, even one that changes nothing', async () => {
    const id = await create(org, 'Lead', person);
    const stamp = () =>
      org.query(`SELECT LastModifiedDate, SystemModstamp, CreatedDate FROM Lead`)[0];
    const before = stamp();
    await org.clock.advance(60_000);
    await ask('PATCH', `sobjects/Lead/${id}`, {});
    const after = stamp();
    expect(after?.CreatedDate).toBe(before?.CreatedDate);
    expect(after?.LastModifiedDate).not.toBe(before?.LastModifiedDate);
    expect(after?.SystemModstamp).toBe(after?.LastModifiedDate);
    expect(after?.LastModifiedDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
  });

  it('gets the next number for a name, or its id, where no one names it', async () => {
    await create(org, 'Cart__c', { External_Id__c: 'c1' });
    await create(org, 'Cart__c', { External_Id__c: 'c2' });
    const order = await create(org, 'Order__c', {});
    expect(org.query('SELECT Name FROM Cart__c ORDER BY Name')).toMatchObject([
      { Name: 'CART-000001' },
      { Name: 'CART-000002' },
    ]);
    expect(org.query('SELECT Name FROM Order__c')).toMatchObject([{ Name: order }]);
  });

  it('takes its details with it when deleted, and lets go of what only points at it', async () => {
    const lead = await create(org, 'Lead', person);
    const order = await create(org, 'Order__c', { Name: '1', Lead__c: lead });
    await create(org, 'Order_Item__c', { Name: 'Shoe', Order__c: order });
    await ask('DELETE', `sobjects/Lead/${lead}`);
    expect(org.query('SELECT Lead__c FROM Order__c')).toMatchObject([{ Lead__c: null }]);
    await ask('DELETE', `sobjects/Order__c/${order}`);
    expect(org.query('SELECT Id FROM Order_Item__c')).toEqual([]);
    const all = await ask(
      'GET',
      `queryAll?q=${encodeURIComponent('SELECT IsDeleted FROM Order_Item__c')}`,
    );
    expect(all.json).toMatchObject({ records: [{ IsDeleted: true }] });
  });

  it('is gone for good words: a second delete and a strange id each say so', async () => {
    const id = await create(org, 'Lead', person);
    await ask('DELETE', `sobjects/Lead/${id}`);
    const again = await ask('DELETE', `sobjects/Lead/${id}`);
    expect(again).toMatchObject({ status: 404, json: [{ errorCode: 'ENTITY_IS_DELETED' }] });
    const strange = await ask('PATCH', 'sobjects/Lead/00QCb0zzzzzzzzz', {});
    expect(strange).toMatchObject({
      status: 404,
      json: [{ errorCode: 'INVALID_CROSS_REFERENCE_KEY' }],
    });
    const none = await ask('PATCH', 'sobjects/Lead/abc', {});
    expect(none).toMatchObject({ status: 400, json: [{ errorCode: 'MALFORMED_ID' }] });
  });
});

describe('the API', () => {
  it('tells its versions and serves older ones, with slashes doubled at will', async () => {
    const versions = (await (await fetch(`${org.url}/services/data/`)).json()) as {
      version: string;
    }[];
    expect(versions.at(-1)?.version).toBe('67.0');
    expect((await ask('GET', '/services/data/v31.0//limits')).status).toBe(200);
    for (const version of ['v30.0', 'v68.0', 'v66']) {
      expect((await ask('GET', `/services/data/${version}/limits`)).status).toBe(404);
    }
  });

  it('refuses unknown paths, methods and media types in its own words', async () => {
    expect(await ask('GET', 'bogus')).toMatchObject({
      status: 404,
      json: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    });
    expect(await ask('PUT', 'sobjects/Lead')).toMatchObject({
      status: 405,
      json: [{ errorCode: 'METHOD_NOT_ALLOWED' }],
    });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await ask('POST', 'sobjects/Lead', 'a=b', form)).toMatchObject({ status: 415 });
    expect(await ask('POST', 'sobjects/Lead', '{"LastName"')).toMatchObject({
      status: 400,
      json: [{ errorCode: 'JSON_PARSER_ERROR' }],
    });
  });

  it('takes a POST for a PATCH from clients that cannot send one', async () => {
    const id = await create(org, 'Lead', person);
    await ask('POST', `sobjects/Lead/${id}?_HttpMethod=PATCH`, { Title: 'Boss' });
    expect(org.query('SELECT Title FROM Lead')).toMatchObject([{ Title: 'Boss' }]);
  });

  it('describes objects as the sources declare them', async () => {
    const described = await connectAsAdmin(org).sobject('Order__c').describe();
    const field = (name: string) => described.fields.find((one) => one.name === name);
    expect(described.childRelationships.map((child) => child.relationshipName)).toEqual([
      'Order_Items__r',
      'Returns__r',
      'Shipments__r',
    ]);
    expect(field('External_Id__c')).toMatchObject({
      unique: true,
      caseSensitive: true,
      externalId: true,
      length: 120,
    });
    expect(field('Total__c')).toMatchObject({ type: 'double', precision: 18, scale: 4 });
    expect(field('Lead__c')).toMatchObject({ referenceTo: ['Lead'], relationshipName: 'Lead__r' });
    expect(
      field('Status__c')?.picklistValues?.map(({ value }: { value: string }) => value),
    ).toContain('Awaiting Shipment');
    const global = await connectAsAdmin(org).describeGlobal();
    expect(global.sobjects.map((one) => one.name)).toEqual(
      expect.arrayContaining(['Lead', 'Cart__c']),
    );
  });
});
