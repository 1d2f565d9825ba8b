import { afterEach, describe, expect, it } from 'vitest';
import { createWaker, type Waker } from '../../src/buffer/waker.ts';
import { waitFor } from '../kit/wait-for.ts';
import { order, useBuffer } from './buffer-kit.ts';

const kit = useBuffer();
/** Longer than a test may take: whatever returns earlier was woken. */
const FOREVER_MS = 600_000;

describe('a waker', () => {
  const open: Waker[] = [];

  afterEach(async () => {
    await Promise.all(open.splice(0).map((waker) => waker.close()));
  });

  function start(url = kit.database.url): Waker {
    const waker = createWaker(url);
    open.push(waker);
    return waker;
  }

  it('wakes as soon as it listens, for what was queued before', async () => {
    await expect(start().wait(FOREVER_MS)).resolves.toBeUndefined();
  });

  it('wakes whoever waits, in every process, when an event is stored', async () => {
    const wakers = [start(), start()];
    await Promise.all(wakers.map((waker) => waker.wait(FOREVER_MS)));
    const woken = wakers.map((waker) => waker.wait(FOREVER_MS));
    await kit.store(order('1'));
    await expect(Promise.all(woken)).resolves.toHaveLength(2);
  });

  it('does not lose what happens while nobody waits', async () => {
    const waker = start();
    await waker.wait(FOREVER_MS);
    waker.wake();
    await expect(waker.wait(FOREVER_MS)).resolves.toBeUndefined();
  });

  it('returns after the given time when nothing happens, also without a database', async () => {
    const waker = start('postgres://nobody@127.0.0.1:1/none');
    await expect(waker.wait(1)).resolves.toBeUndefined();
    waker.wake();
    await expect(waker.pause(1)).resolves.toBeUndefined();
  });

  it('listens again after its connection was cut', async () => {
    const waker = start();
    await waker.wait(FOREVER_MS);
    const listener = `from pg_stat_activity
      where datname = current_database() and application_name = 'cartbridge-waker'`;
    await kit.rows(`select pg_terminate_backend(pid) ${listener}`);
    await waker.wait(FOREVER_MS);
    const woken = waker.wait(FOREVER_MS);
    await kit.store(order('1'));
    await woken;
  });

  it('leaves no connection behind, even when closed while it connects', async () => {
    await start().close();
    await waitFor(
      async () =>
        (
          await kit.rows(`select 1 from pg_stat_activity where application_name = 'cartbridge-waker'
           and datname = current_database()`)
        ).length === 0,
      { what: 'its connection to end' },
    );
  });
});
