import { describe, expect, it } from 'vitest';
import { createInbox } from '../../src/buffer/inbox.ts';
import type { RecordKey } from '../../src/shared/ids.ts';
import { waitFor } from '../kit/wait-for.ts';
import { ORG, SHOP, useConnected } from './control-kit.ts';

const connected = useConnected();
const ORDER = `${SHOP}:order:7` as RecordKey;

describe('the worker’s status in Salesforce', () => {
  it('says when the worker was heard, what waits, and how many API calls there are', async () => {
    const { control, status, pool, boss } = await connected();
    await createInbox(
      pool,
      boss,
    )({
      ...{ orgId: ORG, shopId: SHOP, scope: 'store/order/created', recordKey: ORDER },
      ...{ idempotencyKey: 'one', body: '{}' },
    });

    control();

    await waitFor(() => status() !== undefined, { what: 'the worker to report' });
    expect(status()).toMatchObject({
      Heard_At__c: expect.any(String) as string,
      Worker_Version__c: '0.1.0',
      Received_24h__c: 1,
      Waiting__c: 1,
      Parked__c: 0,
      Api_Calls_Max__c: 100_000,
    });
    const hours = JSON.parse(String(status()?.Hours__c)) as { received: number }[];
    expect(hours).toHaveLength(24);
    expect(hours.at(-1)).toMatchObject({ received: 1 });
  });

  it('counts the hours in which no worker ran', async () => {
    const { control, status, pool, boss } = await connected();
    await createInbox(
      pool,
      boss,
    )({
      ...{ orgId: ORG, shopId: SHOP, scope: 'store/order/created', recordKey: ORDER },
      ...{ idempotencyKey: 'one', body: '{}' },
    });
    await pool.query(`update cartbridge.event set received_at = now() - interval '5 hours'`);
    await pool.query(
      `insert into cartbridge.hour (org_id, hour) values ($1, date_trunc('hour', now()) - interval '8 hours')`,
      [ORG],
    );

    control();

    await waitFor(() => status() !== undefined, { what: 'the worker to report' });
    expect(status()).toMatchObject({ Received_24h__c: 1 });
  });

  it('does not count as written what somebody ignored', async () => {
    const { control, park, ask, status, issue, pool } = await connected();
    await park(ORDER, 'mapping');
    control();
    await waitFor(() => issue(ORDER) !== undefined, { what: 'the issue to be told' });
    await ask('Ignore Issues', { records: [ORDER], reason: 'A test order.' });
    const { rows } = await pool.query('select state from cartbridge.event');
    expect(rows).toEqual([{ state: 'ignored' }]);

    await waitFor(() => status()?.Parked__c === 0, { what: 'the decision to be told' });
    expect(status()).toMatchObject({ Received_24h__c: 1, Written_24h__c: 0 });
  });

  it('is told although another org’s row cannot be read', async () => {
    const { control, status, pool } = await connected();
    await pool.query(
      `insert into cartbridge.org (id, name, login_url, credentials, settings)
       values ('broken', 'Broken', '', '', '{"createPeopleAs": "Robot"}')`,
    );
    // Moved behind the broken one, as any change of an org does.
    await pool.query('update cartbridge.org set name = name where id = $1', [ORG]);

    control();

    await waitFor(() => status() !== undefined, { what: 'the worker to report' });
  });

  it('tells open screens that there is news', async () => {
    const { control, org, status } = await connected();
    control();
    await waitFor(() => status() !== undefined, { what: 'the worker to report' });

    const signals = org.journal
      .list()
      .filter(({ path, body }) => path.endsWith('/composite') && body?.includes('Sync_Signal__e'));

    expect(signals.length).toBeGreaterThan(0);
  });

  it('is told by one of several processes, and by another one when that stops', async () => {
    const { control, ask, pool } = await connected();
    const holder = async (): Promise<string | undefined> =>
      (await pool.query<{ holder: string }>('select holder from cartbridge.control')).rows[0]
        ?.holder;
    const first = control();
    await ask('Repair Webhooks');
    const before = await holder();
    control();
    await ask('Repair Webhooks');
    expect(await holder()).toBe(before);

    await first.stop();

    await ask('Repair Webhooks');
    expect(await holder()).not.toBe(before);
  });
});

describe('an event that was put aside', () => {
  it('is an issue that says what happened and who can mend it, without personal data', async () => {
    const { control, park, issue } = await connected();
    await park(ORDER, 'record_refused', {
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      object: 'Order__c',
      fields: ['Total__c'],
    });

    control();

    await waitFor(() => issue(ORDER) !== undefined, { what: 'the issue to be told' });
    expect(issue(ORDER)).toMatchObject({
      Name: 'Order 7',
      Status__c: 'Open',
      Cause__c: 'record_refused',
      What_Happened__c: 'Salesforce refused it.',
      Who_Can_Fix__c: 'Salesforce Admin',
      Code__c: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      Fields__c: 'Order__c.Total__c',
      Events__c: 1,
    });
    expect(issue(ORDER)?.Payload__c).not.toContain('ada@example.com');
  });

  it('names the fields it is about as a correction names them, in an installed package too', async () => {
    const { control, park, issue } = await connected({ namespace: 'cb' });
    await park(ORDER, 'record_refused', {
      object: 'Order__c',
      fields: ['cb__Total__c', 'cb__Email__c'],
    });

    control();

    await waitFor(() => issue(ORDER) !== undefined, { what: 'the issue to be told' });
    expect(issue(ORDER)?.Fields__c).toBe('Order__c.Total__c, Order__c.Email__c');
  });

  it('is told to be solved within seconds while somebody waits for a retry', async () => {
    const { control, park, ask, issue, pool } = await connected();
    await park(ORDER, 'record_refused');
    control();
    await waitFor(() => issue(ORDER)?.Status__c === 'Open', { what: 'the issue to be told' });
    await ask('Retry Issues', { records: [ORDER] });
    await waitFor(() => issue(ORDER)?.Status__c === 'Retrying', { what: 'the issue to move' });

    await pool.query(`update cartbridge.event set state = 'done', settled_at = now()`);

    await waitFor(() => issue(ORDER)?.Status__c === 'Solved', {
      what: 'the issue to be solved without another job',
      timeoutMs: 15_000,
    });
  });

  it('while the worker runs is told within seconds', async () => {
    const { control, park, issue, status } = await connected();
    control();
    await waitFor(() => status() !== undefined, { what: 'the worker to report' });

    await park(ORDER, 'mapping');

    await waitFor(() => issue(ORDER) !== undefined, { what: 'the issue to be told' });
  });

  it('is being retried, and solved once it went through', async () => {
    const { control, park, ask, issue, pool } = await connected();
    await park(ORDER, 'record_refused');
    control();
    await waitFor(() => issue(ORDER)?.Status__c === 'Open', { what: 'the issue to be told' });

    await ask('Retry Issues', { all: true });
    await waitFor(() => issue(ORDER)?.Status__c === 'Retrying', { what: 'the issue to move' });
    await pool.query(`update cartbridge.event set state = 'done', settled_at = now()`);
    await ask('Repair Webhooks');

    await waitFor(() => issue(ORDER)?.Status__c === 'Solved', { what: 'the issue to be solved' });
  });

  it('is forgotten here once its issue is over, and told anew when it fails again', async () => {
    const { control, park, ask, issue, pool } = await connected();
    const remembered = async (): Promise<number> =>
      (await pool.query('select from cartbridge.issue')).rowCount ?? 0;
    await park(ORDER, 'record_refused');
    control();
    await waitFor(async () => (await remembered()) === 1, { what: 'the issue to be told' });

    await ask('Ignore Issues', { all: true, reason: 'A test order.' });
    await waitFor(async () => (await remembered()) === 0, { what: 'the issue to be forgotten' });
    expect(issue(ORDER)?.Status__c).toBe('Ignored');
    await park(ORDER, 'mapping');

    await waitFor(() => issue(ORDER)?.Status__c === 'Open', { what: 'the issue to be told anew' });
    expect(issue(ORDER)).toMatchObject({ Cause__c: 'mapping', Reason__c: null });
  });
});
