import { describe, it, expect } from 'vitest';
import { deliver } from '../../src/deliver/deliver.ts';
import type { Row } from '../../src/deliver/row.ts';
import { failureOf, leadRow, lineRow, orderKey, orderRow, orderUnit, personUnit } from './rows.ts';
import { useOrgs } from './use-org.ts';
import { watch } from './watch.ts';

const useOrg = useOrgs();
const KEY = personUnit(leadRow(1)).key;

describe('a value Salesforce cannot take', () => {
  it('is shortened to what fits when it is too long', async () => {
    const { org, client, pool } = await useOrg();
    const row = leadRow(1, { Last_Order_Number__c: 'x'.repeat(45) });

    const { units } = await deliver(pool, client, [personUnit(row)]);

    expect(units.get(KEY)).toEqual({
      ok: true,
      wrote: 1,
      repairs: [{ object: 'Lead', field: 'Last_Order_Number__c', code: 'STRING_TOO_LONG' }],
    });
    const [lead] = org.query('SELECT Last_Order_Number__c FROM Lead');
    expect(lead).toMatchObject({ Last_Order_Number__c: 'x'.repeat(40) });
  });

  it.each<[string, Row, string]>([
    ['an address that is none', orderRow(1, { Email__c: 'not an address' }), 'Email__c'],
    ['a status the picklist does not have', orderRow(1, { Status__c: 'Teleported' }), 'Status__c'],
    ['a number that does not fit', orderRow(1, { Total__c: '1'.repeat(20) }), 'Total__c'],
  ])('is left out, and the rest written: %s', async (_, bad, field) => {
    const { org, client, pool } = await useOrg();
    const unit = { key: orderKey(1), rows: [leadRow(1), bad, lineRow(1, 1)] };

    const { units } = await deliver(pool, client, [unit]);

    const repaired = { object: 'Order__c', field };
    expect(units.get(orderKey(1))).toMatchObject({ ok: true, wrote: 3, repairs: [repaired] });
    const [order] = org.query(
      `SELECT Name, ${field}, (SELECT Id FROM Order_Items__r) FROM Order__c`,
    );
    expect(order).toMatchObject({
      Name: 'Order 1',
      [field]: null,
      Order_Items__r: { totalSize: 1 },
    });
  });

  it('is left out of an address by an org with picklists, and the rest of it written', async () => {
    const { org, client, pool } = await useOrg({ features: ['stateCountryPicklists'] });
    const address = { Street: 'Ring 1', City: 'Munich', State: 'Bayern', Country: 'Germany' };
    const units = [
      personUnit(leadRow(1, { ...address, State: 'Texas', Country: 'United States' })),
      { ...personUnit(leadRow(2, address)), key: orderKey(2) },
      { ...personUnit(leadRow(3, { ...address, Country: 'Freistaat' })), key: orderKey(3) },
    ];

    const { units: told } = await deliver(pool, client, units);

    expect([...told.values()].map(({ ok }) => ok)).toEqual([true, true, true]);
    const fields = 'LastName, City, State, Country';
    expect(org.query(`SELECT ${fields} FROM Lead ORDER BY LastName`)).toMatchObject([
      { City: 'Munich', State: 'Texas', Country: 'United States' },
      { City: 'Munich', State: null, Country: 'Germany' },
      { City: 'Munich', State: null, Country: null },
    ]);
  });

  it('is mended with one call more, whatever waited for the row with it', async () => {
    const { client, pool } = await useOrg();
    const watched = watch(client);
    const bad = leadRow(1, { Last_Order_Number__c: 'x'.repeat(45) });

    await deliver(pool, watched.client, [orderUnit(1, [1], bad), orderUnit(2)]);

    expect(watched.sent()).toEqual([
      ['2 Lead', '2 Order__c', '2 Order_Item__c'],
      ['1 Lead', '1 Order__c', '1 Order_Item__c'],
    ]);
  });

  it('is named only where it was', async () => {
    const { client, pool } = await useOrg();
    const long = leadRow(1, { Last_Order_Number__c: 'x'.repeat(45) });
    const picky = leadRow(2, { Cart_Status__c: 'Lost' });

    const { units } = await deliver(pool, client, [personUnit(long), personUnit(picky)]);

    const repairsOf = (row: Row): unknown => {
      const result = units.get(personUnit(row).key);
      return result?.ok && result.repairs.map(({ field }) => field);
    };
    expect(repairsOf(long)).toEqual(['Last_Order_Number__c']);
    expect(repairsOf(picky)).toEqual(['Cart_Status__c']);
  });

  it('is mended once: refused again, it is for people to correct', async () => {
    const { org, client, pool, apiCalls } = await useOrg();
    const fault = {
      object: 'Lead',
      statusCode: 'STRING_TOO_LONG',
      message: 'Last Name: data value too large: Shopper (max length=3)',
      fields: ['LastName'],
      times: 2,
    };
    org.rowFaults.add(fault);

    const { units } = await deliver(pool, client, [personUnit(leadRow(1))]);

    expect(failureOf(units.get(KEY))).toMatchObject({
      kind: 'record_data',
      details: { code: 'STRING_TOO_LONG', object: 'Lead', fields: ['LastName'] },
      nextStep: expect.stringContaining('Correct the value') as string,
    });
    expect(apiCalls()).toBe(2);
  });

  it('is not mended again while it stays the same', async () => {
    const { client, pool, apiCalls } = await useOrg();
    const row = leadRow(1, { Last_Order_Number__c: 'x'.repeat(45) });
    await deliver(pool, client, [personUnit(row)]);
    const calls = apiCalls();

    await deliver(pool, client, [personUnit(row)]);

    expect(apiCalls()).toBe(calls);
  });

  it('of which no field is named cannot be mended', async () => {
    const { org, client, pool } = await useOrg();
    const fault = { object: 'Lead', statusCode: 'FIELD_INTEGRITY_EXCEPTION', message: 'No.' };
    org.rowFaults.add(fault);

    const { units } = await deliver(pool, client, [personUnit(leadRow(1))]);

    expect(failureOf(units.get(KEY)).kind).toBe('record_data');
  });
});
