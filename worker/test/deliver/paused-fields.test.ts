import { describe, expect, it } from 'vitest';
import { deliver } from '../../src/deliver/deliver.ts';
import { findPaused } from '../../src/deliver/paused-fields.ts';
import { resumeFields } from '../../src/deliver/resume-fields.ts';
import type { Row, Unit } from '../../src/deliver/row.ts';
import type { Pool } from '../../src/shared/database/pool.ts';
import { addFields, KEY, TEXT } from './custom-fields.ts';
import { failureOf, leadRow, numbers, orderKey, orderUnit, personUnit } from './rows.ts';
import { useOrgs, type UsedOrg } from './use-org.ts';

const useOrg = useOrgs();
const gold = (tier: string) => personUnit(leadRow(1, { Tier__c: tier }));

async function tiers({ org }: UsedOrg): Promise<unknown[]> {
  return Promise.resolve(org.query('SELECT Tier__c FROM Lead').map(({ Tier__c: tier }) => tier));
}

describe('a field that was deleted in Salesforce', () => {
  it('is left out, and everything else is written in the same batch', async () => {
    const { org, client, pool } = await useOrg();
    const units = numbers(3).map((number) =>
      orderUnit(number, [1], leadRow(number, { Tier__c: 'Gold' })),
    );

    const { units: results } = await deliver(pool, client, units);

    expect([...results.values()]).toMatchObject(numbers(3).map(() => ({ ok: true, wrote: 3 })));
    expect(org.query('SELECT Id FROM Order__c WHERE Lead__c != null')).toHaveLength(3);
    expect(await findPaused(pool, client.org.id)).toEqual(new Set(['Lead.Tier__c']));
  });

  it('is asked for once: later rows go without it and without a further call', async () => {
    const { client, pool, apiCalls } = await useOrg();
    await deliver(pool, client, [gold('Gold')]);
    const calls = apiCalls();

    await deliver(pool, client, [gold('Silver')]);
    expect(apiCalls()).toBe(calls);
    await deliver(pool, client, [personUnit(leadRow(2, { Tier__c: 'Gold' }))]);
    expect(apiCalls()).toBe(calls + 1);
  });

  it('is written again once it is back, although nothing else is news', async () => {
    const used = await useOrg();
    const { client, pool } = used;
    await deliver(pool, client, [gold('Silver')]);
    await publish(pool, { object: 'Lead', rows: [{ target: 'Tier__c' }] });

    expect(await resumeFields(pool, client)).toEqual({ resumed: 0, paused: 1 });
    await addFields(used, 'Lead', { Tier__c: TEXT });
    expect(await resumeFields(pool, client)).toEqual({ resumed: 1, paused: 0 });
    await deliver(pool, client, [gold('Silver')]);

    expect(await tiers(used)).toEqual(['Silver']);
  });

  it('needs no look where no mapping writes it any more', async () => {
    const { client, pool, apiCalls } = await useOrg();
    await deliver(pool, client, [gold('Gold')]);
    const calls = apiCalls();

    expect(await resumeFields(pool, client)).toEqual({ resumed: 1, paused: 0 });
    expect(apiCalls()).toBe(calls);
  });

  it('by which records are found cannot be left out: what needs it waits as ever', async () => {
    const { client, pool } = await useOrg();
    const row = { ...leadRow(1), target: { field: 'Old_Key__c', value: '1' } };

    const { units } = await deliver(pool, client, [personUnit(row)]);

    expect(failureOf(units.get(personUnit(row).key)).kind).toBe('salesforce_setup');
    expect(await findPaused(pool, client.org.id)).toEqual(new Set());
  });

  it('that the worker may only read is left out as well', async () => {
    const { client, pool } = await useOrg();
    const unit = orderUnit(1, [1], leadRow(1, { IsConverted: true }));

    const { units } = await deliver(pool, client, [unit]);

    expect(units.get(orderKey(1))).toMatchObject({ ok: true, wrote: 3 });
    expect(await findPaused(pool, client.org.id)).toEqual(new Set(['Lead.IsConverted']));
  });
});

describe('an added object that was deleted in Salesforce', () => {
  const refund = (fields: Row['fields'] = {}): Row => ({
    object: 'Refund__c',
    key: 'r1',
    target: { field: 'Key__c', value: 'r1' },
    fields: { Key__c: 'r1', Name: 'R1', ...fields },
    references: {},
    isLast: true,
  });
  const unit = (row: Row): Unit => {
    const order = orderUnit(1);
    return { ...order, rows: [...order.rows, row] };
  };

  it('rests as a whole: orders are written as ever, and ask no more about it', async () => {
    const { org, client, pool, apiCalls } = await useOrg();

    const { units } = await deliver(pool, client, [unit(refund())]);

    expect(units.get(orderKey(1))).toMatchObject({ ok: true, wrote: 3 });
    expect(org.query('SELECT Id FROM Order__c')).toHaveLength(1);
    expect(await findPaused(pool, client.org.id)).toEqual(new Set(['Refund__c.*']));
    const calls = apiCalls();
    await deliver(pool, client, [unit(refund({ Name: 'News' }))]);
    expect(apiCalls()).toBe(calls);
  });

  it('rests too where what it is asked for blanks with is gone', async () => {
    const { client, pool } = await useOrg();

    const { units } = await deliver(pool, client, [unit({ ...refund(), ifBlank: ['Name'] })]);

    expect(units.get(orderKey(1))).toMatchObject({ ok: true, wrote: 3 });
    expect(await findPaused(pool, client.org.id)).toEqual(new Set(['Refund__c.*']));
  });

  it('is written again once it is back with the field its records are found by', async () => {
    const used = await useOrg();
    const { org, client, pool } = used;
    await deliver(pool, client, [unit(refund())]);
    await publish(pool, { object: 'Refund__c', key: 'Key__c', rows: [{ target: 'Name' }] });

    await addFields(used, 'Refund__c', { Other__c: TEXT });
    expect(await resumeFields(pool, client)).toEqual({ resumed: 0, paused: 1 });
    await addFields(used, 'Refund__c', { Other__c: TEXT, Key__c: KEY });
    expect(await resumeFields(pool, client)).toEqual({ resumed: 1, paused: 0 });
    await deliver(pool, client, [unit(refund())]);

    expect(org.query('SELECT Name FROM Refund__c')).toMatchObject([{ Name: 'R1' }]);
  });
});

async function publish(pool: Pool, target: unknown): Promise<void> {
  await pool.query(
    `insert into cartbridge.shop (id, org_id, platform, api_url, producer, secrets, mapping_version)
     values ('bc1', 'org-1', 'bigcommerce', '', '', '', 1)`,
  );
  await pool.query(
    `insert into cartbridge.mapping_version (shop_id, number, org_id, definition)
     values ('bc1', 1, 'org-1', $1)`,
    [{ targets: [target] }],
  );
}
