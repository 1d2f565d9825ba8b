import { describe, expect, it } from 'vitest';
import { REAPPLY_SCOPE } from '../../src/control/jobs/reapply-progress.ts';
import { waitFor } from '../kit/wait-for.ts';
import { useConnected } from './control-kit.ts';
import { useTrying, withChannel } from './trying-kit.ts';

const connected = useConnected();

describe('bringing records to the current mapping', () => {
  it('changes those of an older one, goes by the job’s counts, and then has nothing to do', async () => {
    const kit = await connected();
    kit.control();
    kit.work();
    const { ask, order, publish } = await useTrying(kit);
    await order('kim@example.com');
    await order('lee@example.com');
    const channels = () => kit.org.query('SELECT Channel__c, Mapping_Version__c FROM Order__c');
    const version = await publish(withChannel('Reapplied'));

    const { job } = await ask('Reapply Mapping');

    expect(job).toMatchObject({ Status__c: 'Done', Failed__c: 0 });
    expect(job.Completed__c).toBe(job.Total__c);
    const now = { Channel__c: 'Reapplied', Mapping_Version__c: version };
    expect(channels()).toMatchObject([now, now]);
    const { rows } = await kit.pool.query(
      'select distinct event_scope as scope from cartbridge.written where mapping_version = $1',
      [version],
    );
    expect(rows).toEqual([{ scope: REAPPLY_SCOPE }]);
    expect((await kit.pool.query('select from cartbridge.reapply')).rowCount).toBe(0);
  });

  it('goes on after a restart, waits for live events, rests and ends when somebody says so', async () => {
    const kit = await connected();
    const first = kit.control();
    kit.work();
    const { begin, order, publish, change } = await useTrying(kit);
    await order('kim@example.com');
    await publish(withChannel('Reapplied'));
    const waiting = async () =>
      (
        await kit.pool.query(
          `select from cartbridge.event where state = 'waiting' and scope = $1`,
          [REAPPLY_SCOPE],
        )
      ).rowCount ?? 0;
    // A live event that nobody works on, as its job is far in the future.
    await kit.pool.query(
      `insert into cartbridge.event (org_id, shop_id, scope, record_key, idempotency_key, body)
       select org_id, id, 'store/order/updated', id || ':order:1', 'live', '{}' from cartbridge.shop`,
    );
    await kit.pool.query(`insert into pgboss.job (name, singleton_key, start_after)
      select 'events', id || ':order:1', now() + interval '1 hour' from cartbridge.shop`);

    const id = await begin('Reapply Mapping');
    await waitFor(() => kit.job(id)?.Status__c === 'Running', { what: 'the job to begin' });
    expect(await waiting()).toBe(0);
    await first.stop();
    kit.control();
    await change('Sync_Job__c', id, { Wish__c: 'Pause' });
    await waitFor(() => kit.job(id)?.Status__c === 'Paused', { what: 'the job to rest' });
    expect(kit.job(id)).toMatchObject({ Wish__c: null, Finished_At__c: null });
    await change('Sync_Job__c', id, { Wish__c: 'Resume' });
    await waitFor(() => kit.job(id)?.Status__c === 'Running', { what: 'the job to go on' });
    expect(await waiting()).toBe(0);
    const second = await begin('Reapply Mapping');
    await waitFor(() => kit.job(second)?.Status__c === 'Failed', { what: 'a second one to end' });

    await change('Sync_Job__c', id, { Wish__c: 'Cancel' });

    await waitFor(() => kit.job(id)?.Status__c === 'Canceled', { what: 'the job to end' });
    expect(kit.org.query('SELECT Channel__c FROM Order__c')).not.toMatchObject([
      { Channel__c: 'Reapplied' },
    ]);
  });
});
