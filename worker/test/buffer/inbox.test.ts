import { describe, expect, it } from 'vitest';
import { COALESCE_MS, createInbox, queueRecords } from '../../src/buffer/inbox.ts';
import { createPool, transaction } from '../../src/shared/database/pool.ts';
import { waitFor } from '../kit/wait-for.ts';
import { order, orderKey, succeed, useBuffer } from './buffer-kit.ts';

const kit = useBuffer();

async function events(state = 'waiting'): Promise<string[]> {
  const sql = 'select body from cartbridge.event where state = $1 order by id';
  return (await kit.rows<{ body: string }>(sql, [state])).map(({ body }) => body);
}

async function jobs(): Promise<string[]> {
  const sql = `select data->>'recordKey' as key from pgboss.job where state = 'created' order by 1`;
  return (await kit.rows<{ key: string }>(sql)).map(({ key }) => key);
}

describe('an event and the job that looks at its record', () => {
  it('are both there once it is stored', async () => {
    await kit.store(order('1'));
    expect(await events()).toEqual(['{"id":"1"}']);
    expect(await jobs()).toEqual([orderKey('1')]);
  });

  it('are neither there when the job cannot be made', async () => {
    const broken = Object.create(kit.boss, {
      insert: { value: () => Promise.reject(new Error('The queue is away.')) },
    }) as typeof kit.boss;
    await expect(createInbox(kit.pool, broken)(order('1'))).rejects.toThrow('The queue is away.');
    expect([await events(), await jobs()]).toEqual([[], []]);
  });

  it('are neither there when something fails after both were written', async () => {
    const insert = kit.boss.insert.bind(kit.boss);
    const broken = Object.create(kit.boss, {
      insert: {
        value: async (...job: Parameters<typeof insert>) => {
          await insert(...job);
          throw new Error('The process was about to die.');
        },
      },
    }) as typeof kit.boss;
    await expect(createInbox(kit.pool, broken)(order('1'))).rejects.toThrow('about to die');
    expect([await events(), await jobs()]).toEqual([[], []]);
  });

  it('are refused while the database is away, and taken again when it is back', async () => {
    const pool = createPool('postgres://nobody@127.0.0.1:1/none', 1, 'test');
    await expect(createInbox(pool, kit.boss)(order('1'))).rejects.toThrow('ECONNREFUSED');
    await pool.end();

    await kit.pool.query('alter table cartbridge.event rename to moved');
    await expect(kit.store(order('1'))).rejects.toThrow(/does not exist/);
    await kit.pool.query('alter table cartbridge.moved rename to event');
    await kit.store(order('2'));
    expect(await jobs()).toEqual([orderKey('2')]);
  });

  it('are only the event where the scope is none of ours', async () => {
    await kit.store({ ...order('1'), recordKey: null, body: '{}' });
    expect([await events('ignored'), await jobs()]).toEqual([['{}'], []]);
  });
});

describe('a repeated delivery', () => {
  it('is dropped while the first one waits', async () => {
    await kit.store(order('1', { same: 'change' }));
    await kit.store({ ...order('1', { same: 'change' }), body: '{"id":"1","again":true}' });
    expect(await events()).toEqual(['{"id":"1"}']);
  });

  it('is dropped when both arrive at the same moment', async () => {
    const other = createInbox(kit.pool, kit.boss);
    await Promise.all(
      [kit.store, kit.store, other, other].map((store) => store(order('1', { same: 'x' }))),
    );
    expect(await events()).toHaveLength(1);
  });

  it('is news once the first was taken, for the record may have been read before it changed', async () => {
    await kit.store(order('1', { same: 'change' }));
    await kit.workOnce(async (_, tasks) => {
      await kit.store(order('1', { same: 'change' }));
      return succeed(_, tasks);
    });
    expect(await events('done')).toHaveLength(1);
    expect(await events()).toHaveLength(1);
    expect(await jobs()).toEqual([orderKey('1')]);
  });

  it('of another shop is another event', async () => {
    await kit.store(order('1', { same: 'change' }));
    await kit.store(order('1', { same: 'change', org: 2 }));
    expect(await jobs()).toEqual([orderKey('1'), orderKey('1', 2)]);
  });
});

describe('a burst', () => {
  it('of one record makes one job', async () => {
    await Promise.all(Array.from({ length: 50 }, () => kit.store(order('1'))));
    for (let more = 0; more < 3; more += 1) await kit.store(order('1'));
    expect(await events()).toHaveLength(53);
    expect(await jobs()).toEqual([orderKey('1')]);
  });

  it('of many shares a few commits', async () => {
    let commits = 0;
    kit.pool.on('acquire', () => (commits += 1));
    await Promise.all(Array.from({ length: 1_200 }, (_, id) => kit.store(order(String(id)))));
    expect(commits).toBeLessThanOrEqual(4);
    expect(await jobs()).toHaveLength(1_200);
  });

  it('loses only the event the database refuses', async () => {
    const stored = await Promise.allSettled([
      kit.store(order('0')),
      kit.store(order('1')),
      kit.store(order('2', { org: 99 })),
      kit.store(order('3')),
    ]);
    expect(stored.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(await jobs()).toEqual([orderKey('0'), orderKey('1'), orderKey('3')]);
  });

  it('that two processes queue in opposite orders holds neither up', async () => {
    const records = ['a', 'b'].map((id) => ({ orgId: 'org-1', recordKey: orderKey(id) }));
    await transaction(kit.pool, async (first) => {
      await queueRecords(first, kit.boss, records.slice(0, 1));
      const second = transaction(kit.pool, (client) =>
        queueRecords(client, kit.boss, records.toReversed()),
      );
      await waitFor(
        async () => {
          const [row] = await kit.rows<{ waiting: number }>(
            `select count(*)::int as waiting from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'`,
          );
          return row?.waiting === 1;
        },
        { what: 'the second to wait for the first' },
      );
      await queueRecords(first, kit.boss, records.slice(1));
      await first.query('commit');
      await second;
    });
    expect(await jobs()).toEqual([orderKey('a'), orderKey('b')]);
  });
});

describe('a record that was just looked at', () => {
  async function secondsUntilNextLook(): Promise<number | undefined> {
    const rows = await kit.rows<{ seconds: number }>(
      `select extract(epoch from start_after - taken_at)::float as seconds
       from pgboss.job join cartbridge.record on key = data->>'recordKey' where state = 'created'`,
    );
    return rows[0]?.seconds;
  }

  it('is looked at again a moment after, once for everything heard until then', async () => {
    await kit.store(order('1'));
    await kit.workOnce(succeed);
    for (let more = 0; more < 3; more += 1) await kit.store(order('1'));
    expect(await jobs()).toEqual([orderKey('1')]);
    expect(await secondsUntilNextLook()).toBeCloseTo(COALESCE_MS / 1000, 2);
  });

  it('is looked at at once when that was long enough ago', async () => {
    await kit.store(order('1'));
    await kit.workOnce(succeed);
    await kit.pool.query(`update cartbridge.record set taken_at = now() - interval '2 seconds'`);
    await kit.store(order('1'));
    const due = await kit.rows(
      `select 1 from pgboss.job where state = 'created' and start_after <= now()`,
    );
    expect(due).toHaveLength(1);
  });
});
