import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { correct } from '../../src/compose/corrections.ts';
import type { Row, Unit } from '../../src/deliver/row.ts';
import { createPool, type Pool } from '../../src/shared/database/pool.ts';
import type { OrgId, RecordKey } from '../../src/shared/ids.ts';
import { addOrgs } from '../buffer/buffer-kit.ts';
import { createDatabase, type TestDatabase } from '../kit/database.ts';

const ORG = 'org-1' as OrgId;
const KEY = 'shop-1:order:7' as RecordKey;

describe('a value that a person corrected', () => {
  let database: TestDatabase;
  let pool: Pool;

  beforeEach(async () => {
    database = await createDatabase();
    pool = createPool(database.url, 2, 'test');
    await addOrgs(pool, [ORG, 'org-2']);
  });
  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  async function correctTo(object: string, field: string, value: string): Promise<void> {
    await pool.query(
      `insert into cartbridge.correction (org_id, record_key, object, field, value)
       values ($1, $2, $3, $4, $5)`,
      [ORG, KEY, object, field, value],
    );
  }

  function unit(key: RecordKey, fields: Row['fields'], createFields?: Row['fields']): Unit {
    const row = (object: string, more: Partial<Row>): Row => ({
      ...{ object, key: object === 'Lead' ? 'person:1' : key, references: {}, fields: {} },
      ...{ target: { field: 'External_Id__c', value: key } },
      ...more,
    });
    const person = row('Lead', createFields ? { createFields } : {});
    return { key, rows: [person, row('Order__c', { fields })] };
  }

  const orderIn = ([first]: Unit[]): unknown => first?.rows[1]?.fields;

  it('takes the place of the mapped one', async () => {
    await correctTo('Order__c', 'Channel__c', 'Outlet');

    const units = await correct(pool, ORG, [unit(KEY, { Channel__c: 'Outlet far too long' })]);

    expect(orderIn(units)).toEqual({ Channel__c: 'Outlet' });
  });

  it('stays in place while the shop says the same as when it was corrected', async () => {
    await correctTo('Order__c', 'Channel__c', 'Outlet');
    await correct(pool, ORG, [unit(KEY, { Channel__c: 'Wrong' })]);

    expect(orderIn(await correct(pool, ORG, [unit(KEY, { Channel__c: 'Wrong' })]))).toEqual({
      Channel__c: 'Outlet',
    });
  });

  it('is over once the shop says something else', async () => {
    await correctTo('Order__c', 'Channel__c', 'Outlet');
    await correct(pool, ORG, [unit(KEY, { Channel__c: 'Wrong' })]);

    expect(orderIn(await correct(pool, ORG, [unit(KEY, { Channel__c: 'Market' })]))).toEqual({
      Channel__c: 'Market',
    });
    expect(orderIn(await correct(pool, ORG, [unit(KEY, { Channel__c: 'Wrong' })]))).toEqual({
      Channel__c: 'Wrong',
    });
  });

  it('stays a number or a checkbox where the field is one', async () => {
    await correctTo('Order__c', 'Item_Count__c', '3');
    await correctTo('Order__c', 'Archived__c', 'true');

    const units = await correct(pool, ORG, [unit(KEY, { Item_Count__c: 0, Archived__c: false })]);

    expect(orderIn(units)).toEqual({ Item_Count__c: 3, Archived__c: true });
  });

  it('of a person is in every record that brings the person along', async () => {
    await correctTo('Lead', 'LastName', 'Lovelace');
    const other = 'shop-1:order:8' as RecordKey;

    const units = await correct(pool, ORG, [
      unit(KEY, {}, { LastName: 'x'.repeat(90) }),
      unit(other, {}, { LastName: 'x'.repeat(90) }),
    ]);

    expect(units.map(({ rows }) => rows[0]?.createFields)).toEqual([
      { LastName: 'Lovelace' },
      { LastName: 'Lovelace' },
    ]);
  });

  it('never makes a field that the record does not have', async () => {
    await correctTo('Order__c', 'constructor', 'Outlet');

    const units = await correct(pool, ORG, [unit(KEY, { Channel__c: 'Wrong' })]);

    expect(orderIn(units)).toEqual({ Channel__c: 'Wrong' });
  });

  it('is the business of its own org only', async () => {
    await correctTo('Order__c', 'Channel__c', 'Outlet');

    const units = await correct(pool, 'org-2' as OrgId, [unit(KEY, { Channel__c: 'Theirs' })]);

    expect(orderIn(units)).toEqual({ Channel__c: 'Theirs' });
  });
});
