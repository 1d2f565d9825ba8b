import type { Compose } from '../../src/buffer/work-batch.ts';
import { waitFor } from '../kit/wait-for.ts';
import type { BufferKit } from './buffer-kit.ts';

/** How many events there are of such a kind. */
export async function count(kit: BufferKit, where: string): Promise<number> {
  const [row] = await kit.rows<{ count: number }>(
    `select count(*)::int as count from cartbridge.event where ${where}`,
  );
  return row?.count ?? 0;
}

export async function allDone(kit: BufferKit, events: number): Promise<void> {
  await waitFor(async () => (await count(kit, `state = 'done'`)) === events, {
    what: `${events} events to be done`,
    timeoutMs: 15_000,
  });
}

interface RecordRow {
  attempts: number;
  failing: boolean;
  kind: string | null;
}

export async function record(kit: BufferKit): Promise<RecordRow | undefined> {
  const [row] = await kit.rows<RecordRow>(
    `select attempts, failing_since is not null as failing, failing_kind as kind
     from cartbridge.record`,
  );
  return row;
}

export async function states(kit: BufferKit): Promise<string[]> {
  const rows = await kit.rows<{ state: string }>('select state from cartbridge.event order by id');
  return rows.map(({ state }) => state);
}

/** How long from now the next look is due. */
export async function nextLookInMs(kit: BufferKit): Promise<number | undefined> {
  const [row] = await kit.rows<{ wait: number }>(
    `select extract(epoch from start_after - now())::float * 1000 as wait
     from pgboss.job where state = 'created'`,
  );
  return row?.wait;
}

/** The next try, without its wait. */
export async function tryAgain(kit: BufferKit, compose: Compose): Promise<void> {
  await kit.makeDue();
  await kit.workOnce(compose);
}
