import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsWorker, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);

const DATA = '/services/data/v66.0';
const lead = (referenceId: string, body: object) => ({
  method: 'POST',
  url: `${DATA}/sobjects/Lead`,
  referenceId,
  body,
});
const good = { LastName: 'Doe', Company: 'Acme' };
const orders = (referenceId: string, keys: string[], allOrNone = false) => ({
  method: 'PATCH',
  url: `${DATA}/composite/sobjects/Order__c/External_Id__c`,
  referenceId,
  body: {
    allOrNone,
    records: keys.map((key) => ({ External_Id__c: key, Email__c: key === 'bad' ? 'x' : null })),
  },
});
const HALTED = {
  httpStatusCode: 400,
  httpHeaders: {},
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message:
        'We rolled back the transaction since another operation in the same transaction failed.',
    },
  ],
};

describe('a composite request', () => {
  it('by jsforce writes a person and their order, the one knowing the id of the other', async () => {
    const connection = await connectAsWorker(org);
    const answer = await connection.requestPost<{ compositeResponse: unknown[] }>('/composite', {
      compositeRequest: [
        lead('who', good),
        {
          method: 'PATCH',
          url: `${DATA}/sobjects/Order__c/External_Id__c/bc-1`,
          referenceId: 'order',
          body: { Lead__c: '@{who.id}' },
        },
        {
          method: 'GET',
          url: `${DATA}/query?q=SELECT+Id,Lead__c+FROM+Order__c`,
          referenceId: 'found',
        },
        {
          method: 'PATCH',
          url: `${DATA}/sobjects/Lead/@{found.records[0].Lead__c}`,
          referenceId: 'touch',
          body: { Last_Order_Number__c: '1' },
        },
      ],
    });
    expect(answer.compositeResponse).toMatchObject([
      {
        httpStatusCode: 201,
        referenceId: 'who',
        httpHeaders: { Location: expect.any(String) as string },
      },
      { httpStatusCode: 201, body: { created: true } },
      { httpStatusCode: 200 },
      { httpStatusCode: 204, body: null },
    ]);
    expect(org.query('SELECT Lead__r.Last_Order_Number__c FROM Order__c')).toMatchObject([
      { Lead__r: { Last_Order_Number__c: '1' } },
    ]);
  });

  it("carries a person, an order and its lines in one call of the worker's user", async () => {
    const upsert = (object: string, key: string, records: object[]) => ({
      method: 'PATCH',
      url: `${DATA}/composite/sobjects/${object}/${key}`,
      referenceId: object,
      body: { allOrNone: false, records },
    });
    const keyed = (External_Id__c: string) => ({ External_Id__c });
    const connection = await connectAsWorker(org);
    await connection.requestPost('/composite', {
      compositeRequest: [
        upsert('Shop__c', 'Shop_Key__c', [
          { Shop_Key__c: 's1', Name: 'Shop', Status__c: 'Connected' },
        ]),
        upsert('Lead', 'Customer_Key__c', [
          { Customer_Key__c: 's1:1', ...good, Email: 'jo@a.example', Total_Spend__c: '24.90' },
        ]),
        upsert('Order__c', 'External_Id__c', [
          {
            ...keyed('s1:order:7'),
            Name: '7',
            Shop__r: { Shop_Key__c: 's1' },
            Lead__r: { Customer_Key__c: 's1:1' },
            Total__c: '24.90',
          },
        ]),
        upsert('Order_Item__c', 'External_Id__c', [
          { ...keyed('s1:item:1'), Name: 'Shoe', Order__r: keyed('s1:order:7'), Quantity__c: 1 },
          { ...keyed('s1:item:2'), Name: 'Hat', Order__r: keyed('none'), Quantity__c: 2 },
        ]),
      ],
    });
    const found = org.query(
      'SELECT Shop__r.Name, Lead__r.Email, Total__c, (SELECT Name FROM Order_Items__r) FROM Order__c',
    );
    expect(found).toMatchObject([
      {
        Shop__r: { Name: 'Shop' },
        Lead__r: { Email: 'jo@a.example' },
        Total__c: 24.9,
        Order_Items__r: { totalSize: 1, records: [{ Name: 'Shoe' }] },
      },
    ]);
    expect(org.journal.count('POST', /composite$/)).toBe(1);
  });

  it('goes on after a failure, except with what depends on it', async () => {
    const { status, json } = await ask('POST', 'composite', {
      compositeRequest: [
        lead('bad', {}),
        lead('fine', good),
        lead('child', { ...good, Title: '@{bad.id}' }),
      ],
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
        { httpStatusCode: 201 },
        { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
      ],
    });
    expect(org.query('SELECT Id FROM Lead')).toHaveLength(1);
  });

  it('takes everything back when all or none is wanted, a single bad row included', async () => {
    const { json } = await ask('POST', 'composite', {
      allOrNone: true,
      compositeRequest: [lead('fine', good), orders('rows', ['a', 'bad'])],
    });
    expect(json).toMatchObject({
      compositeResponse: [
        HALTED,
        { body: [{ success: false }, { errors: [{ statusCode: 'INVALID_EMAIL_ADDRESS' }] }] },
      ],
    });
    expect(org.query('SELECT Id FROM Lead')).toEqual([]);
    expect(org.query('SELECT Id FROM Order__c')).toEqual([]);
  });

  it('leaves all or none to each collection when it does not want it itself', async () => {
    await ask('POST', 'composite', {
      compositeRequest: [orders('strict', ['a', 'bad'], true), orders('loose', ['b', 'bad'])],
    });
    expect(org.query('SELECT External_Id__c FROM Order__c')).toMatchObject([
      { External_Id__c: 'b' },
    ]);
  });

  it('carries 25 subrequests, five of them queries or collections, each with its own name', async () => {
    const many = (count: number, make: (id: string) => object) => ({
      compositeRequest: Array.from({ length: count }, (_, number) => make(`r${number}`)),
    });
    const statusOf = async (body: object) => (await ask('POST', 'composite', body)).status;
    expect(await statusOf(many(25, (id) => lead(id, good)))).toBe(200);
    expect(await statusOf(many(26, (id) => lead(id, good)))).toBe(400);
    expect(await statusOf(many(5, (id) => orders(id, [id])))).toBe(200);
    expect(await statusOf(many(6, (id) => orders(id, [id])))).toBe(400);
    expect(await statusOf(many(2, () => lead('same', good)))).toBe(400);
  });
});

it('a batch works on each request by itself and shows what came of it', async () => {
  const { json } = await ask('POST', 'composite/batch', {
    batchRequests: [
      { method: 'POST', url: 'v66.0/sobjects/Lead', richInput: {} },
      { method: 'POST', url: 'v66.0/sobjects/Lead', richInput: good },
    ],
  });
  expect(json).toMatchObject({
    hasErrors: true,
    results: [{ statusCode: 400 }, { statusCode: 201, result: { success: true } }],
  });
});

it('a graph succeeds or fails as a whole while its neighbour does as it does', async () => {
  const { json } = await ask('POST', 'composite/graph', {
    graphs: [
      { graphId: 'one', compositeRequest: [lead('a', good), lead('b', {})] },
      { graphId: 'two', compositeRequest: [lead('a', good)] },
    ],
  });
  expect(json).toMatchObject({
    graphs: [
      { graphId: 'one', isSuccessful: false, graphResponse: { compositeResponse: [HALTED, {}] } },
      { graphId: 'two', isSuccessful: true },
    ],
  });
  expect(org.query('SELECT Id FROM Lead')).toHaveLength(1);
});
