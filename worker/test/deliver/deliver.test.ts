import { describe, it, expect } from 'vitest';
import { deliver } from '../../src/deliver/deliver.ts';
import { failureOf, leadRow, numbers, orderKey, orderUnit, personUnit } from './rows.ts';
import { useOrgs } from './use-org.ts';
import { watch } from './watch.ts';

const useOrg = useOrgs();

describe('writing', () => {
  it('writes 199 people and says why the 200th was refused', async () => {
    const { org, client, pool, apiCalls } = await useOrg();
    const rule = {
      object: 'Lead',
      field: 'LastName',
      formula: 'LastName = "Shopper 77"',
      message: 'Not her.',
    };
    org.addValidationRule(rule);
    const units = numbers(200).map((number) => personUnit(leadRow(number)));

    const { units: results } = await deliver(pool, client, units);

    expect([...results.values()].filter(({ ok }) => ok)).toHaveLength(199);
    const failure = failureOf(results.get(units[76]?.key ?? orderKey(0)));
    expect(failure).toMatchObject({
      kind: 'record_refused',
      message: 'Lead (LastName): Not her.',
      nextStep: expect.stringContaining('Change the rule') as string,
    });
    expect(org.query('SELECT COUNT(Id) people FROM Lead')).toMatchObject([{ people: 199 }]);
    expect(apiCalls()).toBe(1);
  });

  it('sends 1,203 rows as nine Collections of at most 200 in two calls, parents first', async () => {
    const { org, client, pool } = await useOrg();
    const watched = watch(client);
    const units = numbers(401).map((number) => orderUnit(number));

    const { units: results } = await deliver(pool, watched.client, units);

    expect([...results.values()].every(({ ok }) => ok)).toBe(true);
    expect(watched.sent()).toEqual([
      ['200 Lead', '200 Lead', '1 Lead', '200 Order__c', '200 Order__c'],
      ['1 Order__c', '200 Order_Item__c', '200 Order_Item__c', '1 Order_Item__c'],
    ]);
    expect(org.query('SELECT COUNT(Id) lines FROM Order_Item__c')).toMatchObject([{ lines: 401 }]);
  });

  it('writes a row that several units share once', async () => {
    const { client, pool } = await useOrg();
    const watched = watch(client);
    const shared = leadRow(1);

    await deliver(pool, watched.client, [orderUnit(1, [1], shared), orderUnit(2, [1], shared)]);

    const [call] = watched.sent();
    expect(call).toEqual(['1 Lead', '2 Order__c', '2 Order_Item__c']);
  });

  it('fails an order whose person was refused with the person’s reason', async () => {
    const { org, client, pool } = await useOrg();
    const rule = {
      object: 'Lead',
      field: 'LastName',
      formula: 'LastName = "Shopper 1"',
      message: 'Not him.',
    };
    org.addValidationRule(rule);

    const { units } = await deliver(pool, client, [orderUnit(1), orderUnit(2)]);

    expect(failureOf(units.get(orderKey(1)))).toMatchObject({
      kind: 'record_refused',
      message: 'Lead (LastName): Not him.',
    });
    expect(units.get(orderKey(2))).toMatchObject({ ok: true, wrote: 3 });
    expect(org.query('SELECT Name FROM Order__c')).toMatchObject([{ Name: 'Order 2' }]);
  });
});

describe('what changed', () => {
  it('makes no API call when nothing changed', async () => {
    const { client, pool, apiCalls } = await useOrg();
    await deliver(pool, client, [orderUnit(1, [1, 2])]);
    const before = apiCalls();

    const again = await deliver(pool, client, [orderUnit(1, [1, 2])]);

    expect(again.units.get(orderKey(1))).toEqual({ ok: true, wrote: 0, repairs: [] });
    expect(apiCalls()).toBe(before);
    expect(again.ids.get('Lead person:1')).toMatch(/^00Q/);
  });

  it('writes only the row that changed', async () => {
    const { client, pool } = await useOrg();
    await deliver(pool, client, [orderUnit(1, [1, 2])]);
    const watched = watch(client);

    await deliver(pool, watched.client, [orderUnit(1, [1, 2], leadRow(1, { Order_Count__c: 2 }))]);

    expect(watched.sent()).toEqual([['1 Lead']]);
  });

  it('tries a refused row again although the others of its order are there', async () => {
    const { org, client, pool } = await useOrg();
    org.rowFaults.add({
      object: 'Order_Item__c',
      statusCode: 'UNABLE_TO_LOCK_ROW',
      message: 'Busy.',
    });
    const first = await deliver(pool, client, [orderUnit(1)]);
    expect(failureOf(first.units.get(orderKey(1))).kind).toBe('record_locked');
    const watched = watch(client);

    const second = await deliver(pool, watched.client, [orderUnit(1)]);

    expect(second.units.get(orderKey(1))).toMatchObject({ ok: true, wrote: 1 });
    expect(watched.sent()).toEqual([['1 Order_Item__c']]);
  });
});

describe('lines the shop took away', () => {
  it('are deleted, and asked for no second time', async () => {
    const { org, client, pool, apiCalls } = await useOrg();
    await deliver(pool, client, [orderUnit(1, [1, 2, 3]), orderUnit(2, [1])]);

    await deliver(pool, client, [orderUnit(1, [2])]);
    const calls = apiCalls();
    await deliver(pool, client, [orderUnit(1, [2])]);

    expect(org.query('SELECT Name FROM Order_Item__c ORDER BY External_Id__c')).toMatchObject([
      { Name: 'Line 2' },
      { Name: 'Line 1' },
    ]);
    expect(apiCalls()).toBe(calls);
  });

  it('come back when the shop has them again', async () => {
    const { org, client, pool } = await useOrg();
    await deliver(pool, client, [orderUnit(1, [1, 2])]);
    await deliver(pool, client, [orderUnit(1, [1])]);

    await deliver(pool, client, [orderUnit(1, [1, 2])]);

    expect(org.query('SELECT Id FROM Order_Item__c')).toHaveLength(2);
  });

  it('that somebody deleted in Salesforce already are no failure', async () => {
    const { org, client, pool } = await useOrg();
    await deliver(pool, client, [orderUnit(1, [1, 2])]);
    const [line] = org.query("SELECT Id FROM Order_Item__c WHERE Name = 'Line 2'");
    await client.request('DELETE', `/sobjects/Order_Item__c/${String(line?.Id)}`);

    const { units } = await deliver(pool, client, [orderUnit(1, [1])]);

    expect(units.get(orderKey(1))).toMatchObject({ ok: true });
  });
});

describe('a record somebody deleted in Salesforce', () => {
  it('is made again with its lines when its order changes', async () => {
    const { org, client, pool, admin } = await useOrg();
    await deliver(pool, client, [orderUnit(1, [1, 2])]);
    const [order] = org.query('SELECT Id FROM Order__c');
    await admin('DELETE', `Order__c/${String(order?.Id)}`);

    const first = await deliver(pool, client, [orderUnit(1, [1, 2, 3])]);
    const second = await deliver(pool, client, [orderUnit(1, [1, 2, 3])]);

    const failure = failureOf(first.units.get(orderKey(1)));
    expect(failure.kind).toBe('link_lost');
    expect(failure.message).toContain('is gone from Salesforce');
    expect(second.units.get(orderKey(1))).toMatchObject({ ok: true, wrote: 5 });
    expect(org.query('SELECT Id FROM Order_Item__c')).toHaveLength(3);
    expect(org.query('SELECT Id FROM Order__c')).toHaveLength(1);
  });
});
