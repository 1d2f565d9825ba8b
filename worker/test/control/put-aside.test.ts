import { describe, expect, it } from 'vitest';
import type { RecordKey } from '../../src/shared/ids.ts';
import { waitFor } from '../kit/wait-for.ts';
import { SHOP, useConnected } from './control-kit.ts';

const connected = useConnected();
const ORDER = `${SHOP}:order:7` as RecordKey;

describe('what was put aside', () => {
  it('is tried again by record, by cause, or all of it', async () => {
    const { ask, control, park, pool } = await connected();
    await park(ORDER, 'record_refused');
    await park(`${SHOP}:order:8` as RecordKey, 'record_data');
    await park(`${SHOP}:order:9` as RecordKey, 'mapping');
    control();
    const waiting = async (): Promise<unknown[]> => {
      const { rows } = await pool.query<{ record_key: string }>(
        `select record_key from cartbridge.event where state = 'waiting' order by id`,
      );
      return rows;
    };

    await ask('Retry Issues', { records: [ORDER] });
    expect(await waiting()).toEqual([{ record_key: ORDER }]);
    await ask('Retry Issues', { cause: 'record_data' });
    expect(await waiting()).toHaveLength(2);
    expect(await ask('Retry Issues', { all: true })).toMatchObject({
      Message__c: '1 events are tried again.',
    });
    expect(await waiting()).toHaveLength(3);
  });

  it('is ignored only with a reason, which the issue then tells', async () => {
    const { ask, control, park, issue } = await connected();
    await park(ORDER, 'record_refused');
    control();

    expect(await ask('Ignore Issues', { records: [ORDER], reason: ' ' })).toMatchObject({
      Status__c: 'Failed',
    });
    await ask('Ignore Issues', { records: [ORDER], reason: 'A test order.' });

    expect(issue(ORDER)).toMatchObject({ Status__c: 'Ignored', Reason__c: 'A test order.' });
  });

  it('stays put aside, and its issue open, where Salesforce does not take the decision', async () => {
    const { ask, control, park, issue, org, pool } = await connected();
    await park(ORDER, 'record_refused');
    control();
    await waitFor(() => issue(ORDER)?.Status__c === 'Open', { what: 'the issue to be told' });
    org.addValidationRule({
      object: 'Sync_Issue__c',
      formula: 'ISPICKVAL(Status__c, "Ignored")',
      message: 'Nobody may ignore anything here.',
    });

    const job = await ask('Ignore Issues', { records: [ORDER], reason: 'A test order.' });

    expect(job).toMatchObject({ Status__c: 'Failed', Completed__c: 0 });
    expect(issue(ORDER)?.Status__c).toBe('Open');
    const { rows } = await pool.query('select state from cartbridge.event');
    expect(rows).toEqual([{ state: 'parked' }]);
  });

  it('takes a correction only as long as it is put aside', async () => {
    const { ask, control, park, pool } = await connected();
    await park(ORDER, 'record_data');
    control();
    const corrected = (record: string): object => ({
      ...{ record, object: 'Order__c', field: 'Channel__c', value: 'Outlet' },
    });

    await ask('Retry Issues', {
      records: [ORDER],
      corrections: [corrected(ORDER), corrected(`${SHOP}:order:8`)],
    });

    const { rows } = await pool.query('select record_key from cartbridge.correction');
    expect(rows).toEqual([{ record_key: ORDER }]);
  });
});
