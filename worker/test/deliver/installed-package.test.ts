import { describe, it, expect } from 'vitest';
import { deliver } from '../../src/deliver/deliver.ts';
import { addFields, TEXT } from './custom-fields.ts';
import { failureOf, leadRow, orderKey, orderUnit, personUnit } from './rows.ts';
import { useOrgs } from './use-org.ts';

const useOrg = useOrgs();

describe('an org with the package installed', () => {
  it('gets objects, fields, references and lines by the package’s namespace', async () => {
    const { org, client, pool } = await useOrg({ namespace: 'cb' });
    await deliver(pool, client, [orderUnit(1, [1, 2])]);

    const { units } = await deliver(pool, client, [orderUnit(1, [1])]);

    expect(units.get(orderKey(1))).toEqual({ ok: true, wrote: 0, repairs: [] });
    const soql = 'SELECT Name, cb__Lead__r.cb__Customer_Key__c FROM cb__Order__c';
    expect(org.query(soql)).toMatchObject([
      { Name: 'Order 1', cb__Lead__r: { cb__Customer_Key__c: 'bc1:customer:1' } },
    ]);
    expect(org.query('SELECT Name FROM cb__Order_Item__c')).toMatchObject([{ Name: 'Line 1' }]);
  });

  it('gets a field that its own admin made by the name it has there', async () => {
    const used = await useOrg({ namespace: 'cb' });
    await addFields(used, 'Lead', { Tier__c: TEXT });
    const unit = personUnit(leadRow(1, { Tier__c: 'Gold', Order_Count__c: 3 }));

    await deliver(used.pool, used.client, [unit]);

    expect(used.org.query('SELECT Tier__c, cb__Order_Count__c FROM Lead')).toMatchObject([
      { Tier__c: 'Gold', cb__Order_Count__c: 3 },
    ]);
  });

  it('has its refusals understood although they name fields with the namespace', async () => {
    const { org, client, pool } = await useOrg({ namespace: 'cb' });
    const unit = personUnit(leadRow(1, { Cart_Status__c: 'Lost', Order_Count__c: 3 }));

    const { units } = await deliver(pool, client, [unit]);

    expect(units.get(unit.key)).toMatchObject({ ok: true, repairs: [{ field: 'Cart_Status__c' }] });
    expect(org.query('SELECT cb__Order_Count__c FROM Lead')).toMatchObject([
      { cb__Order_Count__c: 3 },
    ]);
  });

  it('of another namespace is not set up', async () => {
    const { org, client, pool } = await useOrg({ namespace: 'cb' });
    const plain = { ...client, org: { ...client.org, namespace: '' } };

    const { units } = await deliver(pool, plain, [orderUnit(1)]);

    expect(failureOf(units.get(orderKey(1)))).toMatchObject({ kind: 'salesforce_setup' });
    expect(org.query('SELECT Id FROM Lead')).toEqual([]);
  });
});
