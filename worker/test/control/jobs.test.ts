import { describe, expect, it } from 'vitest';
import { createBigCommerceClient } from '../../src/compose/shops/bigcommerce/client.ts';
import { JOBS_A_TURN } from '../../src/control/jobs/find-jobs.ts';
import type { RecordKey } from '../../src/shared/ids.ts';
import { waitFor } from '../kit/wait-for.ts';
import { SHOP, useConnected } from './control-kit.ts';

const connected = useConnected();

describe('a job made in Salesforce', () => {
  it('is heard and done while the worker runs', async () => {
    const { ask, control, pool } = await connected();
    control();

    const job = await ask('Change Settings', { matching: { prefer: 'Lead' } });

    expect(job).toMatchObject({ Status__c: 'Done' });
    const { rows } = await pool.query('select settings from cartbridge.org');
    expect(rows).toMatchObject([
      { settings: { matching: { prefer: 'Lead', keys: ['externalId', 'email'] } } },
    ]);
    expect(rows).not.toHaveProperty('0.settings.creating');
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
    expect(job.Message__c).toMatch(/creating\.guest\.as .*Start the job again from its screen\./);
    expect(JSON.parse(String(job.Result__c))).toEqual({ setting: 'creating.guest.as' });
  });

  it('whose end Salesforce does not take is not begun again at once', async () => {
    const { make, control, org, status, park, issue } = await connected({ deaf: true });
    for (let count = 0; count < JOBS_A_TURN; count += 1) await make('Load History');
    org.addValidationRule({
      object: 'Sync_Job__c',
      formula: 'ISPICKVAL(Status__c, "Not Available")',
      message: 'No job may end like that.',
    });
    const asked = (): number =>
      org.journal
        .list()
        .filter(({ path, body }) => path.endsWith('/composite') && body?.includes('Type__c%2C'))
        .length;

    control();

    await waitFor(() => status() !== undefined, { what: 'the worker to report' });
    for (const order of [7, 8].map((id) => `${SHOP}:order:${id}` as RecordKey)) {
      await park(order, 'mapping');
      await waitFor(() => issue(order) !== undefined, { what: 'the issue to be told' });
    }
    // Once at the start, and once as soon as it would hear of jobs.
    expect(asked()).toBeLessThanOrEqual(2);
  });

  it('is not done again because Salesforce did not take its end', async () => {
    const { make, ask, control, org, store, pool, job } = await connected();
    store.shoppers.placeOrder({
      email: 'ada@example.com',
      items: [{ productId: 77, quantity: 1 }],
    });
    org.addValidationRule({
      object: 'Sync_Job__c',
      formula: 'AND(ISPICKVAL(Type__c, "Send Sample Event"), ISPICKVAL(Status__c, "Done"))',
      message: 'No sample may end well.',
    });
    const sample = await make('Send Sample Event');
    control();

    await ask('Repair Webhooks');
    await ask('Repair Webhooks');

    expect(job(sample)?.Status__c).toBe('Requested');
    expect((await pool.query('select from cartbridge.event')).rowCount).toBe(1);
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

describe('a shop that does not answer', () => {
  it('is not said to have its webhooks because it had them before', async () => {
    const { ask, control, pool, status } = await connected();
    control();
    await ask('Check Setup');
    expect(status()?.Preflight__c).toMatch(/\d+ of \d+ webhooks are active/);
    await pool.query(`update cartbridge.shop set api_url = 'http://127.0.0.1:1/stores/gone'`);

    await ask('Check Setup');

    expect(status()?.Preflight__c).toContain('did not say whether its webhooks are on');
    expect(status()?.Preflight__c).not.toContain('webhooks are active');
  });

  it('does not keep the webhooks of the other shops from being repaired', async () => {
    const { ask, control, pool, store } = await connected();
    await pool.query(
      `insert into cartbridge.shop (id, org_id, platform, api_url, producer, name, secrets)
       select 'a-shop', org_id, platform, api_url, 'stores/gone', 'Gone shop', '' from cartbridge.shop`,
    );
    const shop = createBigCommerceClient(store);
    const { data } = (await shop.get('/v3/hooks')) as { data: { id: number }[] };
    await shop.send('DELETE', `/v3/hooks/${data[0]?.id ?? 0}`);
    control();

    const job = await ask('Repair Webhooks');

    expect(job).toMatchObject({ Status__c: 'Failed', Total__c: 2, Completed__c: 1 });
    expect(job.Message__c).toMatch(/^Gone shop: .*Connect the shop again\.$/);
    const after = (await shop.get('/v3/hooks')) as { data: unknown[] };
    expect(after.data).toHaveLength(data.length);
  });
});
