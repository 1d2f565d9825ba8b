import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsWorker, create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);

const order = (key: string, more = {}) => ({
  attributes: { type: 'Order__c' },
  External_Id__c: key,
  ...more,
});
const lead = (LastName: string, more = {}) => ({
  attributes: { type: 'Lead' },
  LastName,
  Company: 'Acme',
  ...more,
});
const UPSERT = 'composite/sobjects/Order__c/External_Id__c';

interface RowResult {
  id?: string;
  success: boolean;
  created?: boolean;
  errors: { statusCode: string; message: string; fields: string[] }[];
}
const codes = (json: unknown) =>
  (json as RowResult[]).map((row) => row.errors[0]?.statusCode ?? (row.created ? 'created' : 'ok'));

describe('an upsert of many', () => {
  it('by jsforce creates and updates in one call, in the order of the rows', async () => {
    const connection = await connectAsWorker(org);
    const orders = connection.sobject('Order__c');
    await orders.upsert([{ External_Id__c: 'a' }], 'External_Id__c');
    const results = await orders.upsert(
      [{ External_Id__c: 'b' }, { External_Id__c: 'a', Total__c: '9.95' }],
      'External_Id__c',
    );
    expect(results).toMatchObject([
      { success: true, created: true },
      { success: true, created: false },
    ]);
    expect(org.journal.count('PATCH', /composite\/sobjects\/Order__c\/External_Id__c/)).toBe(2);
    expect(org.query("SELECT Total__c FROM Order__c WHERE External_Id__c = 'a'")).toMatchObject([
      { Total__c: 9.95 },
    ]);
  });

  it('answers 200 with an error for the bad row and saves the others', async () => {
    const records = [order('a'), order('b', { Email__c: 'x' }), order(''), order('c')];
    const { status, json } = await ask('PATCH', UPSERT, { records });
    expect(status).toBe(200);
    expect(codes(json)).toEqual([
      'created',
      'INVALID_EMAIL_ADDRESS',
      'MISSING_ARGUMENT',
      'created',
    ]);
    expect((json as RowResult[])[1]).toEqual({
      success: false,
      errors: [
        {
          statusCode: 'INVALID_EMAIL_ADDRESS',
          message: expect.stringContaining('invalid email address: x') as string,
          fields: ['Email__c'],
        },
      ],
    });
    expect(org.query('SELECT Id FROM Order__c')).toHaveLength(2);
  });

  it('takes everything back when all or none is wanted', async () => {
    await create(org, 'Order__c', { External_Id__c: 'a', Name: 'before' });
    const records = [order('a', { Name: 'after' }), order('b'), order('c', { Email__c: 'x' })];
    const { status, json } = await ask('PATCH', UPSERT, { allOrNone: true, records });
    expect(status).toBe(200);
    expect(codes(json)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'INVALID_EMAIL_ADDRESS',
    ]);
    expect(org.query('SELECT Name FROM Order__c')).toMatchObject([{ Name: 'before' }]);
    expect((await ask('PATCH', UPSERT, { records: [order('b')] })).json).toMatchObject([
      { created: true },
    ]);
  });

  it('refuses the rows that share an external id, and no others', async () => {
    const records = [order('a'), order('b'), order('a')];
    const { json } = await ask('PATCH', UPSERT, { records });
    expect(codes(json)).toEqual(['DUPLICATE_EXTERNAL_ID', 'created', 'DUPLICATE_EXTERNAL_ID']);
  });

  it('is refused as a whole for an unknown field, a wrong kind of value, or 201 rows', async () => {
    const unknown = await ask('PATCH', UPSERT, { records: [order('a'), order('b', { X__c: 1 })] });
    expect(unknown).toMatchObject({ status: 400, json: [{ errorCode: 'INVALID_FIELD' }] });
    const kind = await ask('PATCH', UPSERT, { records: [order('a', { Total__c: 'x' })] });
    expect(kind).toMatchObject({ status: 400, json: [{ errorCode: 'JSON_PARSER_ERROR' }] });
    const records = Array.from({ length: 201 }, (_, number) => order(`o${number}`));
    const many = await ask('PATCH', UPSERT, { records });
    expect(many).toMatchObject({ status: 400, json: [{ errorCode: 'EXCEEDED_ID_LIMIT' }] });
    expect((await ask('PATCH', UPSERT, { records: records.slice(1) })).status).toBe(200);
    expect(org.query('SELECT Id FROM Order__c')).toHaveLength(200);
  });

  it('counts as one API call', async () => {
    const used = () => ask('GET', 'limits').then(({ headers }) => headers.get('sforce-limit-info'));
    expect(await used()).toBe('api-usage=1/100000');
    await ask('PATCH', UPSERT, { records: [order('a'), order('b')] });
    expect(await used()).toBe('api-usage=3/100000');
  });
});

describe('many at once', () => {
  it('are created, changed, fetched and deleted', async () => {
    const made = await ask('POST', 'composite/sobjects', { records: [lead('A'), order('a')] });
    const [first = '', second = ''] = (made.json as RowResult[]).map((row) => row.id);
    const records = [
      { attributes: { type: 'Lead' }, id: first, Title: 'Boss' },
      { attributes: { type: 'Lead' }, id: '00QCb0zzzzzzzzz' },
    ];
    const changed = await ask('PATCH', 'composite/sobjects', { records });
    expect(codes(changed.json)).toEqual(['ok', 'INVALID_CROSS_REFERENCE_KEY']);
    const fetched = await ask('POST', 'composite/sobjects/Lead', {
      ids: [first, '00QCb0zzzzzzzzz'],
      fields: ['Title'],
    });
    expect(fetched.json).toMatchObject([{ Title: 'Boss' }, null]);
    const byUrl = await ask('GET', `composite/sobjects/Lead?ids=${first}&fields=Id,Title`);
    expect(byUrl.json).toMatchObject([{ Title: 'Boss' }]);
    const gone = await ask('DELETE', `composite/sobjects?ids=${first},${second},${first}`);
    expect(codes(gone.json)).toEqual(['ok', 'ok', 'ENTITY_IS_DELETED']);
  });

  it('refuse to change one record twice in a call', async () => {
    const id = await create(org, 'Lead', { LastName: 'A', Company: 'C' });
    const row = { attributes: { type: 'Lead' }, id };
    const { json } = await ask('PATCH', 'composite/sobjects', { records: [row, row] });
    expect(codes(json)).toEqual(['DUPLICATE_VALUE', 'DUPLICATE_VALUE']);
  });

  it('may change type ten times in a call, not eleven', async () => {
    const mixed = (count: number) =>
      Array.from({ length: count }, (_, n) => (n % 2 ? lead(`L${n}`) : order(`o${count}-${n}`)));
    const eleven = await ask('POST', 'composite/sobjects', { records: mixed(11) });
    expect(eleven.status).toBe(400);
    expect(eleven.text).toContain('Cannot have more than 10 chunks');
    expect((await ask('POST', 'composite/sobjects', { records: mixed(10) })).status).toBe(200);
  });
});
