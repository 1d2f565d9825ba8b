import { describe, expect, it } from 'vitest';
import type { Compose } from '../../src/buffer/work-batch.ts';
import { waitFor } from '../kit/wait-for.ts';
import { each, failWith, keysOf, order, orderKey, succeed, useBuffer } from './buffer-kit.ts';
import { allDone, count } from './progress.ts';

const kit = useBuffer();

describe('a work loop', () => {
  it('works off what is stored, once', async () => {
    let composed = 0;
    kit.startLoop((org, tasks) => {
      composed += 1;
      return succeed(org, tasks);
    });
    await kit.store(order('1'));
    await allDone(kit, 1);
    expect(composed).toBe(1);
  });

  it('tries again by itself until it succeeds', async () => {
    let tries = 0;
    kit.startLoop((org, tasks) => {
      tries += 1;
      return (tries < 3 ? failWith('link_lost') : succeed)(org, tasks);
    });
    await kit.store(order('1'));
    await allDone(kit, 1);
    expect(tries).toBe(3);
  });

  it('finishes what is under way before it stops, and begins nothing new', async () => {
    const gate = kit.gate();
    const begun: string[] = [];
    const loop = kit.startLoop(async (_, tasks) => {
      begun.push(...keysOf(tasks));
      await gate.opened;
      return each(tasks);
    });
    await kit.store(order('1'));
    await waitFor(() => begun.length === 1, { what: 'the work to begin' });
    const stopped = loop.stop();
    await kit.store(order('2'));
    gate.open();
    await stopped;
    expect(begun).toEqual([orderKey('1')]);
    expect([await count(kit, `state = 'done'`), await count(kit, `state = 'waiting'`)]).toEqual([
      1, 1,
    ]);
  });

  it('goes on after the database cut all its connections', async () => {
    kit.startLoop(succeed);
    await kit.store(order('1'));
    await allDone(kit, 1);
    await kit.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await kit.store(order('2'));
    await allDone(kit, 2);
  });

  it('looks after what another one died with', async () => {
    await kit.store(order('1'));
    await kit.pool.query(
      `update cartbridge.event set received_at = now() - interval '1 minute',
         taken_at = now() - interval '1 minute'`,
    );
    await kit.pool.query('delete from pgboss.job');
    kit.startLoop(succeed);
    await allDone(kit, 1);
  });
});

describe('an event that comes while its record is being worked on', () => {
  it('is worked on afterwards, never at the same time, also with two loops', async () => {
    const gate = kit.gate();
    const looks: number[] = [];
    const compose: Compose = async (_, tasks) => {
      looks.push(tasks[0]?.events.length ?? 0);
      if (looks.length === 1) await gate.opened;
      return each(tasks);
    };
    kit.startLoop(compose);
    kit.startLoop(compose);
    await kit.store(order('1'));
    await waitFor(() => looks.length === 1, { what: 'the first look' });
    await kit.store(order('1'));
    // The second job was taken, and put off because the record is locked: it ended, a new one waits.
    await waitFor(async () => (await jobsOf(orderKey('1'), 'completed')) === 1, {
      what: 'the second look to be put off',
    });
    expect(looks).toEqual([1]);
    expect(await count(kit, `taken_at is null`)).toBe(1);

    gate.open();
    await allDone(kit, 2);
    expect(looks).toEqual([1, 1]);
  });
});

async function jobsOf(key: string, state: string): Promise<number> {
  const rows = await kit.rows(
    `select 1 from pgboss.job where data->>'recordKey' = $1 and state = $2::pgboss.job_state`,
    [key, state],
  );
  return rows.length;
}

describe('two loops side by side', () => {
  it('share the work and are never on one record at once', async () => {
    const busy = new Set<string>();
    const overlaps: string[] = [];
    const worked = [0, 0];
    const compose =
      (which: number): Compose =>
      async (_, tasks) => {
        worked[which] = (worked[which] ?? 0) + 1;
        const keys = keysOf(tasks);
        overlaps.push(...keys.filter((key) => busy.has(key)));
        for (const key of keys) busy.add(key);
        // Some turns of real work, so that an overlap would have its chance.
        for (let turn = 0; turn < 5; turn += 1)
          await kit.pool.query('select count(*) from pgboss.job');
        for (const key of keys) busy.delete(key);
        return each(tasks);
      };
    kit.startLoop(compose(0));
    kit.startLoop(compose(1));
    let rounds = 0;
    while (rounds < 60 || Math.min(...worked) === 0) {
      rounds += 1;
      await Promise.all([1, 2, 3, 4, 5].map((id) => kit.store(order(String(id)))));
      // The pause after a look is for the shop's sake; without it this is a storm.
      await kit.makeDue();
    }
    await allDone(kit, rounds * 5);
    expect(overlaps).toEqual([]);
  });
});
