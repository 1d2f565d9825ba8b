import type { Connection } from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { connectAsAdmin, connectAsWorker, create, startOrg } from './kit.ts';

let org: LocalOrg;
let worker: Connection;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(async () => {
  org.reset();
  worker = await connectAsWorker(org);
});
afterAll(() => org.close());

const order = (External_Id__c: string, more: object = {}) =>
  create(org, 'Order__c', { External_Id__c, ...more });
const idsOf = async (soql: string) => (await worker.query(soql)).records.map(({ Id }) => Id);
const NO_TRACE = {
  errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  message: expect.stringMatching(/^insufficient access rights on cross-reference id/) as string,
};
const READ_ONLY = {
  errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
  message: 'insufficient access rights on object id',
};

describe('records of others', () => {
  it('are seen and changed where the package opens them to all', async () => {
    const Id = await order('o1');
    expect(await idsOf('SELECT Id FROM Order__c')).toEqual([Id]);
    const changed = await worker.sobject('Order__c').update({ Id, Status__c: 'Shipped' });
    expect(changed.success).toBe(true);
  });

  it('can be read and not changed where they are public to read', async () => {
    const Id = await order('o1');
    org.setSharing({ object: 'Order__c', model: 'Read' });
    expect(await idsOf('SELECT Id FROM Order__c')).toEqual([Id]);
    const change = worker.sobject('Order__c').update({ Id, Status__c: 'Shipped' });
    await expect(change).rejects.toMatchObject(READ_ONLY);
  });

  it('are not there at all where they are private', async () => {
    const Shop__c = await create(org, 'Shop__c', { Name: 'One' });
    const Id = await order('o1', { Shop__c });
    const item = { External_Id__c: 'i1', Order__c: Id };
    await create(org, 'Order_Item__c', item);
    org.setSharing({ object: 'Order__c', model: 'Private' });
    expect(await idsOf('SELECT Id FROM Order__c')).toEqual([]);
    expect(await idsOf('SELECT Id FROM Order_Item__c')).toEqual([]);
    const found = await worker.search('FIND {o1} RETURNING Order__c(Id)');
    expect(found.searchRecords).toEqual([]);
    const children = 'SELECT Id, (SELECT Id FROM Orders__r) FROM Shop__c';
    expect((await worker.query(children)).records).toMatchObject([
      { Id: Shop__c, Orders__r: null },
    ]);
    await expect(worker.sobject('Order__c').retrieve(Id)).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
    });
    const change = worker.sobject('Order__c').update({ Id, Status__c: 'Shipped' });
    await expect(change).rejects.toMatchObject(NO_TRACE);
    const hang = worker.sobject('Order_Item__c').create({ ...item, External_Id__c: 'i2' });
    await expect(hang).rejects.toMatchObject(NO_TRACE);
  });

  it('are not walked to by a query of what points at them', async () => {
    const Shop__c = await create(org, 'Shop__c', { Name: 'One' });
    await order('o1', { Shop__c });
    org.setSharing({ object: 'Shop__c', model: 'Private' });
    const { records } = await worker.query('SELECT Shop__c, Shop__r.Name FROM Order__c');
    expect(records).toMatchObject([{ Shop__c, Shop__r: null }]);
  });

  it('make an upsert try a second one, which their unique value forbids', async () => {
    await order('o1');
    org.setSharing({ object: 'Order__c', model: 'Private' });
    const upsert = worker
      .sobject('Order__c')
      .upsert({ External_Id__c: 'o1', Status__c: 'Shipped' }, 'External_Id__c');
    await expect(upsert).rejects.toMatchObject({
      errorCode: 'DUPLICATE_VALUE',
      message: 'duplicate value found: <unknown> duplicates value on record with id: <unknown>',
    });
  });

  it('give their details the same protection, and no more', async () => {
    const Cart__c = await create(org, 'Cart__c', { External_Id__c: 'c1' });
    const [one, two] = [
      await create(org, 'Cart_Item__c', { External_Id__c: 'i1', Cart__c }),
      await create(org, 'Cart_Item__c', { External_Id__c: 'i2', Cart__c }),
    ];
    expect((await worker.sobject('Cart_Item__c').delete(one)).success).toBe(true);
    org.setSharing({ object: 'Cart__c', model: 'Read' });
    await expect(worker.sobject('Cart_Item__c').delete(two)).rejects.toMatchObject(READ_ONLY);
  });
});

describe('a record of one’s own', () => {
  it('is seen and changed though all is private', async () => {
    org.setSharing({ object: 'Order__c', model: 'Private' });
    const { id } = await worker.sobject('Order__c').create({ External_Id__c: 'o1' });
    expect(await idsOf('SELECT Id FROM Order__c')).toEqual([id]);
    const record = { Id: String(id), Status__c: 'Shipped' };
    expect((await worker.sobject('Order__c').update(record)).success).toBe(true);
  });
});

describe('a contact', () => {
  it('of no account is seen by its owner and by administrators alone', async () => {
    const AccountId = await create(org, 'Account', { Name: 'Acme' });
    const withAccount = await create(org, 'Contact', { LastName: 'Keim', AccountId });
    await create(org, 'Contact', { LastName: 'Private' });
    const own = await worker.sobject('Contact').create({ LastName: 'Own' });
    const soql = 'SELECT Id FROM Contact ORDER BY LastName';
    expect(await idsOf(soql)).toEqual([withAccount, own.id]);
    expect((await connectAsAdmin(org).query(soql)).totalSize).toBe(3);
    org.setSharing({ object: 'Contact', model: 'ReadWrite' });
    expect(await idsOf(soql)).toEqual([withAccount, own.id]);
  });

  it('goes with its account, and shows the account to its owner', async () => {
    const AccountId = await create(org, 'Account', { Name: 'Acme' });
    const other = await create(org, 'Contact', { LastName: 'Keim', AccountId });
    const own = await worker.sobject('Contact').create({ LastName: 'Own' });
    org.setSharing({ object: 'Account', model: 'Private' });
    expect(await idsOf('SELECT Id FROM Contact')).toEqual([own.id]);
    expect(await idsOf('SELECT Id FROM Account')).toEqual([]);

    const linked = { Id: String(own.id), AccountId };
    await connectAsAdmin(org).sobject('Contact').update(linked);
    expect(await idsOf('SELECT Id FROM Account')).toEqual([AccountId]);
    expect(await idsOf('SELECT Id FROM Contact ORDER BY LastName')).toEqual([other, own.id]);
    const change = worker.sobject('Contact').update({ Id: other, Email: 'a@b.example' });
    await expect(change).rejects.toMatchObject(READ_ONLY);
  });
});
