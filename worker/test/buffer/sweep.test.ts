import { describe, expect, it } from 'vitest';
import { sweepForgotten, sweepSettled, sweepSources } from '../../src/buffer/sweep.ts';
import { EVENTS_QUEUE } from '../../src/shared/database/queue.ts';
import { failWith, order, orderKey, succeed, useBuffer } from './buffer-kit.ts';

const kit = useBuffer();
const IDLE_MS = 5_000;

async function agesBy(seconds: number): Promise<void> {
  await kit.pool.query(
    `update cartbridge.event set received_at = received_at - make_interval(secs => $1),
       taken_at = taken_at - make_interval(secs => $1)`,
    [seconds],
  );
}

/** As a worker that is killed in the middle: its job is active and its events are taken. */
async function dieWhileWorking(): Promise<void> {
  await kit.boss.fetch(EVENTS_QUEUE, { batchSize: 200 });
  await kit.pool.query(`update cartbridge.event set taken_at = now() where state = 'waiting'`);
}

describe('the sweep for forgotten events', () => {
  it('revives what a worker died with', async () => {
    await kit.store(order('1'));
    await kit.store(order('1', { org: 2 }));
    await dieWhileWorking();
    await agesBy(6);
    expect(await sweepForgotten(kit.pool, kit.boss, IDLE_MS)).toBe(2);
    const done: string[] = [];
    await kit.workOnce((org, tasks) => {
      done.push(`${org} ${tasks.map(({ key }) => key).join()}`);
      return succeed(org, tasks);
    });
    expect(done.sort()).toEqual([`org-1 ${orderKey('1')}`, `org-2 ${orderKey('1', 2)}`]);
  });

  it('revives an event that never got a job', async () => {
    await kit.store(order('1'));
    await kit.pool.query('delete from pgboss.job');
    await agesBy(6);
    expect(await sweepForgotten(kit.pool, kit.boss, IDLE_MS)).toBe(1);
  });

  it('makes one job for a record, however many of its events wait', async () => {
    for (let more = 0; more < 5; more += 1) await kit.store(order('1'));
    await dieWhileWorking();
    await agesBy(6);
    expect(await sweepForgotten(kit.pool, kit.boss, IDLE_MS)).toBe(1);
    expect(await sweepForgotten(kit.pool, kit.boss, IDLE_MS)).toBe(0);
  });

  it('leaves alone what is being worked on just now', async () => {
    await kit.store(order('1'));
    await agesBy(60);
    await dieWhileWorking();
    expect(await sweepForgotten(kit.pool, kit.boss, IDLE_MS)).toBe(0);
  });

  it('leaves alone what waits for its next try, or was never looked at', async () => {
    await kit.store(order('1'));
    await kit.workOnce(failWith('salesforce_quota'));
    await kit.store(order('2'));
    await agesBy(60);
    expect(await sweepForgotten(kit.pool, kit.boss, IDLE_MS)).toBe(0);
  });

  it('leaves alone what is parked or done', async () => {
    await kit.store(order('1'));
    await kit.workOnce(failWith('mapping'));
    await kit.store(order('2'));
    await kit.workOnce(succeed);
    await agesBy(60);
    expect(await sweepForgotten(kit.pool, kit.boss, IDLE_MS)).toBe(0);
  });
});

describe('the sweep of settled events', () => {
  it('forgets what was done or ignored over a week ago, and nothing else', async () => {
    const settled = [
      ['done', 8],
      ['done', 6],
      ['ignored', 8],
      ['ignored', 6],
      ['parked', 400],
      ['waiting', 400],
    ] as const;
    for (const [state, days] of settled) {
      const name = `${state} ${days}`;
      await kit.store({ ...order(name), body: name });
      await kit.pool.query(
        `update cartbridge.event set state = $2, settled_at = now() - make_interval(days => $3)
         where body = $1`,
        [name, state, days],
      );
    }
    await sweepSettled(kit.pool);
    const kept = await kit.rows<{ body: string }>('select body from cartbridge.event order by id');
    expect(kept.map(({ body }) => body)).toEqual([
      'done 6',
      'ignored 6',
      'parked 400',
      'waiting 400',
    ]);
  });
});

it('what rows were made from is forgotten after 90 days, and that they were written is not', async () => {
  await kit.pool.query(
    `insert into cartbridge.written
       (org_id, object, external_id, salesforce_id, fingerprint, written_at, source)
     select 'org-1', 'Order__c', days, days, '', now() - make_interval(days => days), '{"order":{}}'
     from unnest(array[89, 91]) as days`,
  );

  await sweepSources(kit.pool);

  const kept = await kit.rows<{ days: string; kept: boolean }>(
    'select external_id as days, source is not null as kept from cartbridge.written order by 1',
  );
  expect(kept).toEqual([
    { days: '89', kept: true },
    { days: '91', kept: false },
  ]);
});
