import { describe, expect, it } from 'vitest';
import type { Outcome, Task } from '../../src/compose/task.ts';
import { each, failWith, keysOf, order, orderKey, succeed, useBuffer } from './buffer-kit.ts';
import { nextLookInMs, record, states, tryAgain } from './progress.ts';

const kit = useBuffer();

describe('a look at a record', () => {
  it('hands on what was heard since the last one, oldest first, and is then done', async () => {
    const seen: Task[] = [];
    for (const scope of ['created', 'updated', 'statusUpdated']) {
      await kit.store({ ...order('1'), scope: `store/order/${scope}` });
    }
    await kit.workOnce((org, tasks) => {
      seen.push(...tasks);
      return succeed(org, tasks);
    });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ key: orderKey('1'), shopId: 'shop-1' });
    expect(seen[0]?.events.map(({ scope }) => scope)).toEqual([
      'store/order/created',
      'store/order/updated',
      'store/order/statusUpdated',
    ]);
    expect(await states(kit)).toEqual(['done', 'done', 'done']);
    expect(await nextLookInMs(kit)).toBeUndefined();
  });

  it.each(['unchanged', 'ignored'] as const)('that ends %s is done as well', async (result) => {
    await kit.store(order('1'));
    await kit.workOnce((_, tasks) => Promise.resolve(each(tasks, { result })));
    expect(await states(kit)).toEqual(['done']);
  });

  it('that found somebody who was erased keeps nothing of what the shop told', async () => {
    await kit.store({ ...order('1'), body: '{"email":"kim@example.com"}' });
    await kit.store({ ...order('2'), body: '{"email":"ada@example.com"}' });
    await kit.workOnce((_, tasks) => {
      const why = (key: string): string => (key === orderKey('1') ? 'erased' : 'incomplete');
      const all = tasks.map(({ key }): [typeof key, Outcome] => [
        key,
        { result: 'ignored', details: { why: why(key) } },
      ]);
      return Promise.resolve(new Map(all));
    });
    expect(await kit.rows('select body from cartbridge.event order by id')).toEqual([
      { body: '{}' },
      { body: '{"email":"ada@example.com"}' },
    ]);
  });

  it('whose work was already done by somebody else composes nothing', async () => {
    await kit.store(order('1'));
    await kit.pool.query(`update cartbridge.event set state = 'done'`);
    await kit.workOnce(() => Promise.reject(new Error('There is nothing to compose.')));
    expect(await record(kit)).toBeUndefined();
  });
});

describe('a record that fails', () => {
  it('comes back later each time, with its attempts counted', async () => {
    await kit.store(order('1'));
    for (const [attempts, wait] of [
      [1, 1_000],
      [2, 2_000],
      [3, 4_000],
    ] as const) {
      await tryAgain(kit, failWith('record_locked'));
      expect(await record(kit)).toEqual({ attempts, failing: true, kind: 'record_locked' });
      const next = (await nextLookInMs(kit)) ?? 0;
      expect(next).toBeGreaterThan(wait / 2 - 500);
      expect(next).toBeLessThanOrEqual(wait);
    }
    expect(await states(kit)).toEqual(['waiting']);
  });

  it('comes back no sooner than the other side asked', async () => {
    await kit.store(order('1'));
    await kit.workOnce(failWith('shop_rate_limited', { retryAfterMs: 60_000 }));
    expect(await nextLookInMs(kit)).toBeGreaterThan(55_000);
  });

  it('comes back with all it was told, what came meanwhile included', async () => {
    await kit.store(order('1'));
    await kit.workOnce(failWith('record_locked'));
    await kit.store(order('1'));
    let heard = 0;
    await tryAgain(kit, (org, tasks) => {
      heard = tasks[0]?.events.length ?? 0;
      return succeed(org, tasks);
    });
    expect(heard).toBe(2);
    expect(await states(kit)).toEqual(['done', 'done']);
  });

  it('starts from nothing again after a success', async () => {
    await kit.store(order('1'));
    await kit.workOnce(failWith('record_locked'));
    await tryAgain(kit, succeed);
    expect(await record(kit)).toEqual({ attempts: 0, failing: false, kind: null });
  });

  it('because another is busy with its person counts no attempt', async () => {
    await kit.store(order('1'));
    await kit.workOnce(failWith('person_busy'));
    expect(await record(kit)).toMatchObject({ attempts: 0, failing: false });
    expect(await nextLookInMs(kit)).toBeLessThanOrEqual(300);
  });

  it('does not take the others of its batch along', async () => {
    for (const id of ['1', '2', '3']) await kit.store(order(id));
    await kit.workOnce(async (org, tasks) => {
      const [second] = tasks.filter(({ key }) => key === orderKey('2'));
      const failed = await failWith('record_refused')(org, second ? [second] : []);
      return new Map([...each(tasks), ...failed]);
    });
    expect(await states(kit)).toEqual(['done', 'parked', 'done']);
  });

  it.each([
    ['compose throws', () => Promise.reject(new TypeError('x is not a function'))],
    ['compose forgets it', () => Promise.resolve(new Map())],
  ])('because %s waits as an unexpected failure', async (_, compose) => {
    await kit.store(order('1'));
    await kit.workOnce(compose);
    expect(await record(kit)).toEqual({ attempts: 1, failing: true, kind: 'unexpected' });
    expect(await states(kit)).toEqual(['waiting']);
  });
});

describe('records of one batch', () => {
  it('go on together, so that they cost few calls', async () => {
    for (let id = 0; id < 40; id += 1) await kit.store(order(String(id)));
    const batches: number[] = [];
    await kit.workOnce((org, tasks) => {
      batches.push(new Set(keysOf(tasks)).size);
      return succeed(org, tasks);
    });
    expect(batches).toEqual([40]);
  });

  it('leave no lock behind, whatever happened', async () => {
    await kit.store(order('1'));
    await kit.workOnce(() => Promise.reject(new Error('It failed.')));
    const locks = await kit.rows(
      `select 1 from pg_locks where locktype = 'advisory'
         and database = (select oid from pg_database where datname = current_database())`,
    );
    expect(locks).toEqual([]);
  });
});
