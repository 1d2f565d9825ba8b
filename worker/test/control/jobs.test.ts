import { describe, expect, it } from 'vitest';
import { createBigCommerceClient } from '../../src/compose/shops/bigcommerce/client.ts';
import type { RecordKey } from '../../src/shared/ids.ts';
import { waitFor } from '../kit/wait-for.ts';
import { SHOP, useConnected } from './control-kit.ts';

const connected = useConnected();
const ORDER = `${SHOP}:order:7` as RecordKey;

describe('a job made in Salesforce', () => {
  it('is heard and done while the worker runs', async () => {
    const { ask, control, pool } = await connected();
    control();

    const job = await ask('Change Settings', { createPeopleAs: 'Contact' });

    expect(job).toMatchObject({ Status__c: 'Done' });
    const { rows } = await pool.query('select settings from cartbridge.org');
    expect(rows).toEqual([{ settings: { createPeopleAs: 'Contact' } }]);
  });

  it('that waited while no worker ran is done when one starts', async () => {
    const { make, job, control } = await connected();
    const id = await make('Change Settings', { createPeopleAs: 'Lead' });

    control();

    await waitFor(() => job(id)?.Status__c === 'Done', { what: 'the job to be done' });
  });

  it('that this worker cannot do yet says so', async () => {
    const { ask, control } = await connected();
    control();

    expect(await ask('Load History')).toMatchObject({
      Status__c: 'Not Available',
      Message__c: 'This version of the worker cannot do "Load History" yet.',
    });
  });

  it('that was canceled before it was heard is not done', async () => {
    const { make, job, control, pool } = await connected();
    const id = await make('Change Settings', { createPeopleAs: 'Contact' }, { Wish__c: 'Cancel' });

    control();

    await waitFor(() => job(id)?.Status__c === 'Canceled', { what: 'the job to be canceled' });
    expect(job(id)).toMatchObject({ Wish__c: null });
    const { rows } = await pool.query('select settings from cartbridge.org');
    expect(rows).toEqual([{ settings: {} }]);
  });

  it('that is paused ends or goes on when somebody asks for it', async () => {
    const { make, job, control } = await connected();
    const more = { Status__c: 'Paused' };
    const canceled = await make('Repair Webhooks', undefined, { ...more, Wish__c: 'Cancel' });
    const resumed = await make('Repair Webhooks', undefined, { ...more, Wish__c: 'Resume' });
    const resting = await make('Repair Webhooks', undefined, more);

    control();

    await waitFor(() => job(resumed)?.Status__c === 'Done', { what: 'the job to go on' });
    expect(job(canceled)?.Status__c).toBe('Canceled');
    expect(job(resting)?.Status__c).toBe('Paused');
  });

  it('with an input nobody can use fails and says what is wrong', async () => {
    const { ask, control } = await connected();
    control();

    const job = await ask('Change Settings', { createPeopleAs: 'Robot' });

    expect(job.Status__c).toBe('Failed');
    expect(job.Message__c).toMatch(/createPeopleAs .*Start the job again from its screen\./);
  });

  it('is done in an installed package too', async () => {
    const { ask, control } = await connected({ namespace: 'cb' });
    control();

    expect(await ask('Repair Webhooks')).toMatchObject({
      Status__c: 'Done',
      Message__c: 'All webhooks were in order.',
    });
  });
});

describe('a sample event', () => {
  it('is the newest order of the shop, on its way like any other', async () => {
    const { ask, control, store, pool } = await connected();
    control();
    const { orderId } = store.shoppers.placeOrder({
      email: 'ada@example.com',
      items: [{ productId: 77, quantity: 1 }],
    });

    const job = await ask('Send Sample Event');

    expect(job).toMatchObject({ Status__c: 'Done', Total__c: 1 });
    const { rows } = await pool.query('select record_key, state from cartbridge.event');
    expect(rows).toEqual([{ record_key: `${SHOP}:order:${orderId}`, state: 'waiting' }]);
  });

  it('cannot be sent from a shop without orders, and says so', async () => {
    const { ask, control } = await connected();
    control();

    expect(await ask('Send Sample Event')).toMatchObject({
      Status__c: 'Failed',
      Message__c: 'The shop has no order yet. Place one, or wait for the first.',
    });
  });
});

describe('webhooks that somebody removed', () => {
  it('are counted as missing, told as a problem, and made again when asked for', async () => {
    const { ask, control, store, status } = await connected();
    control();
    const shop = createBigCommerceClient(store);
    const { data } = (await shop.get('/v3/hooks')) as { data: { id: number }[] };
    await shop.send('DELETE', `/v3/hooks/${data[0]?.id ?? 0}`);

    await ask('Check Setup');
    expect(status()?.Preflight__c).toMatch(/\d+ of \d+ webhooks are active/);
    await waitFor(() => String(status()?.Problems__c).includes('hooks_missing'), {
      what: 'the missing webhook to be told as a problem',
    });

    expect(await ask('Repair Webhooks')).toMatchObject({
      Message__c: '1 webhooks were put right.',
    });
    await waitFor(() => !String(status()?.Problems__c).includes('hooks_missing'), {
      what: 'the problem to be gone',
    });
  });
});

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
});
