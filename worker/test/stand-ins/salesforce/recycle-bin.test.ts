import type { Connection } from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsAdmin, create, startOrg } from './kit.ts';

let org: LocalOrg;
let admin: Connection;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => {
  org.reset();
  admin = connectAsAdmin(org);
});
afterAll(() => org.close());
const ask = askAs(() => org);

const DAY = 24 * 60 * 60 * 1000;
const remove = (object: string, id: string) => ask('DELETE', `sobjects/${object}/${id}`);
const all = async (object: string) => {
  const { records } = await admin.query(`SELECT Id FROM ${object}`, { scanAll: true });
  return records.map(({ Id }) => Id);
};

describe('undelete', () => {
  it('brings back a record, the details that went with it and what pointed at it', async () => {
    const Contact__c = await create(org, 'Contact', { LastName: 'Keim' });
    const order = await create(org, 'Order__c', { External_Id__c: 'o1', Contact__c });
    await create(org, 'Order_Item__c', { External_Id__c: 'i1', Order__c: order });
    await remove('Contact', Contact__c);
    await remove('Order__c', order);
    expect(org.query('SELECT Id FROM Order_Item__c')).toEqual([]);

    expect(await admin.soap.undelete([order])).toMatchObject([{ id: order, success: true }]);
    expect(org.query('SELECT Order__c FROM Order_Item__c')).toMatchObject([{ Order__c: order }]);
    await admin.soap.undelete([Contact__c]);
    expect(org.query('SELECT Contact__c FROM Order__c')).toMatchObject([{ Contact__c }]);
  });

  it('is refused for a record whose unique value somebody else has by now', async () => {
    const first = await create(org, 'Cart__c', { External_Id__c: 'c1' });
    await remove('Cart__c', first);
    const second = await create(org, 'Cart__c', { External_Id__c: 'c1' });
    expect(await admin.soap.undelete([first])).toMatchObject([
      {
        success: false,
        errors: [
          {
            statusCode: 'DUPLICATE_VALUE',
            message: expect.stringContaining(second.slice(0, 15)) as string,
          },
        ],
      },
    ]);
    expect(org.query('SELECT Id FROM Cart__c')).toMatchObject([{ Id: second }]);
  });

  it('finds nothing in the bin of a living record, of a detail that went with its master', async () => {
    const order = await create(org, 'Order__c', { External_Id__c: 'o1' });
    const item = await create(org, 'Order_Item__c', { External_Id__c: 'i1', Order__c: order });
    const failed = { success: false, errors: [{ statusCode: 'UNDELETE_FAILED' }] };
    expect(await admin.soap.undelete([order])).toMatchObject([failed]);
    await remove('Order__c', order);
    expect(await admin.soap.undelete([item])).toMatchObject([failed]);
  });

  it('cannot bring back a detail that was deleted before its master', async () => {
    const order = await create(org, 'Order__c', { External_Id__c: 'o1' });
    const item = await create(org, 'Order_Item__c', { External_Id__c: 'i1', Order__c: order });
    await remove('Order_Item__c', item);
    await remove('Order__c', order);
    await admin.soap.undelete([order]);
    expect(await admin.soap.undelete([item])).toMatchObject([
      { errors: [{ statusCode: 'UNDELETE_FAILED', message: 'Entity is not in the recycle bin' }] },
    ]);
  });
});

describe('the recycle bin', () => {
  it('keeps a record for fifteen days, and then nobody finds it', async () => {
    const id = await create(org, 'Cart__c', { External_Id__c: 'c1' });
    await remove('Cart__c', id);
    await org.clock.advance(14 * DAY);
    expect(await all('Cart__c')).toEqual([id]);
    expect(await remove('Cart__c', id)).toMatchObject({
      json: [{ errorCode: 'ENTITY_IS_DELETED' }],
    });

    await org.clock.advance(DAY);
    expect(await all('Cart__c')).toEqual([]);
    expect(await remove('Cart__c', id)).toMatchObject({
      status: 404,
      json: [{ errorCode: 'INVALID_CROSS_REFERENCE_KEY' }],
    });
  });

  it('can be emptied: the record shows in queryAll for a day more, and cannot come back', async () => {
    const id = await create(org, 'Cart__c', { External_Id__c: 'c1' });
    await remove('Cart__c', id);
    expect(await admin.soap.emptyRecycleBin([id])).toMatchObject([{ id, success: true }]);
    expect(await all('Cart__c')).toEqual([id]);
    expect(await admin.soap.undelete([id])).toMatchObject([{ success: false }]);
    await org.clock.advance(DAY + 1000);
    expect(await all('Cart__c')).toEqual([]);
  });

  it('takes the contacts of an account along, in and out', async () => {
    const AccountId = await create(org, 'Account', { Name: 'Acme' });
    await create(org, 'Contact', { LastName: 'Keim', AccountId });
    await remove('Account', AccountId);
    expect(org.query('SELECT Id FROM Contact')).toEqual([]);
    await admin.soap.undelete([AccountId]);
    expect(org.query('SELECT AccountId FROM Contact')).toMatchObject([{ AccountId }]);
  });
});
