import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsAdmin, create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);

const ORDER = 'sobjects/Order__c/External_Id__c';

it('the first upsert creates and the second updates the same record', async () => {
  const orders = connectAsAdmin(org).sobject('Order__c');
  const first = await orders.upsert({ External_Id__c: 'bc-1', Name: '1' }, 'External_Id__c');
  const second = await orders.upsert({ External_Id__c: 'bc-1', Name: '2' }, 'External_Id__c');
  expect(first).toMatchObject({ success: true, created: true });
  expect(second).toMatchObject({ success: true, created: false, id: first.id });
  expect(org.query('SELECT Name, External_Id__c FROM Order__c')).toMatchObject([
    { Name: '2', External_Id__c: 'bc-1' },
  ]);
});

it('answers 201 and 200, takes an encoded id, and tells cases apart', async () => {
  expect((await ask('PATCH', `${ORDER}/bc%2F1`, {})).status).toBe(201);
  expect((await ask('PATCH', `${ORDER}/bc%2F1`, {})).status).toBe(200);
  expect((await ask('PATCH', `${ORDER}/BC%2F1`, {})).status).toBe(201);
  expect((await ask('GET', `${ORDER}/bc%2F1`)).json).toMatchObject({ External_Id__c: 'bc/1' });
});

it('never creates when told to update only', async () => {
  expect((await ask('PATCH', `${ORDER}/bc-1?updateOnly=true`, {})).status).toBe(404);
  expect(org.query('SELECT Id FROM Order__c')).toEqual([]);
});

it('refuses the key or an id inside the body, and a field that is no key', async () => {
  expect((await ask('PATCH', `${ORDER}/bc-1`, { External_Id__c: 'bc-1' })).json).toMatchObject([
    { errorCode: 'INVALID_FIELD' },
  ]);
  expect((await ask('PATCH', `${ORDER}/bc-1`, { Id: 'x' })).json).toMatchObject([
    { errorCode: 'INVALID_FIELD' },
  ]);
  expect(await ask('PATCH', 'sobjects/Order__c/Status__c/x', {})).toMatchObject({
    status: 404,
    json: [{ errorCode: 'NOT_FOUND' }],
  });
});

it('answers 300 with both addresses when two records answer to the key', async () => {
  const one = await create(org, 'Lead', { LastName: 'A', Company: 'C', Email: 'a@b.example' });
  const two = await create(org, 'Lead', { LastName: 'B', Company: 'C', Email: 'A@b.example' });
  expect(await ask('GET', 'sobjects/Lead/Email/a@b.example')).toMatchObject({
    status: 300,
    json: [one, two].map((id) => `/services/data/v66.0/sobjects/Lead/${id}`),
  });
});

it('finds a parent by its external id, and says which it did not find', async () => {
  const lead = await create(org, 'Lead', { LastName: 'A', Company: 'C', Customer_Key__c: 'k1' });
  await ask('PATCH', `${ORDER}/bc-1`, { Lead__r: { Customer_Key__c: 'k1' } });
  expect(org.query('SELECT Lead__c FROM Order__c')).toMatchObject([{ Lead__c: lead }]);
  const missing = await ask('PATCH', `${ORDER}/bc-2`, { Lead__r: { Customer_Key__c: 'x' } });
  expect(missing.json).toEqual([
    {
      message: 'Foreign key external ID: x not found for field Customer_Key__c in entity Lead',
      errorCode: 'INVALID_FIELD',
    },
  ]);
  const noKey = await ask('PATCH', `${ORDER}/bc-2`, { Lead__r: { Title: 'x' } });
  expect(noKey.json).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
});

it('lets an upsert name the master again only where describe says that it may change', async () => {
  await ask('PATCH', `${ORDER}/bc-1`, {});
  const item = 'sobjects/Order_Item__c/External_Id__c/bc-1-1';
  const body = { Name: 'Shoe', Order__r: { External_Id__c: 'bc-1' } };
  expect((await ask('PATCH', item, body)).status).toBe(201);
  const described = await connectAsAdmin(org).sobject('Order_Item__c').describe();
  const movable = described.fields.find((field) => field.name === 'Order__c')?.updateable;
  expect((await ask('PATCH', item, body)).status).toBe(movable ? 200 : 400);
  expect((await ask('PATCH', item, { Name: 'Boot' })).status).toBe(200);
});
