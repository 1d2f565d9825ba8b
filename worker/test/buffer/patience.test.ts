import { describe, expect, it } from 'vitest';
import { each, failWith, order, useBuffer } from './buffer-kit.ts';
import { nextLookInMs, record, states, tryAgain } from './progress.ts';

const kit = useBuffer();

describe('patience', () => {
  async function failingSince(interval: string, kind: string): Promise<void> {
    await kit.store(order('1'));
    await kit.workOnce(failWith('record_locked'));
    await kit.pool.query(
      `update cartbridge.record set failing_since = now() - $1::interval, failing_kind = $2`,
      [interval, kind],
    );
  }

  it('ends for a record that has failed in one way for too long', async () => {
    await failingSince('31 minutes', 'record_locked');
    await tryAgain(kit, failWith('record_locked'));
    expect(await states(kit)).toEqual(['parked']);
    expect(await record(kit)).toEqual({ attempts: 0, failing: false, kind: null });
    expect(await nextLookInMs(kit)).toBeUndefined();
  });

  it('lasts until then', async () => {
    await failingSince('29 minutes', 'record_locked');
    await tryAgain(kit, failWith('record_locked'));
    expect(await states(kit)).toEqual(['waiting']);
    const since = await kit.rows(
      `select 1 from cartbridge.record where failing_since < now() - interval '28 minutes'`,
    );
    expect(since).toHaveLength(1);
  });

  it('with a lock is not used up by the outage before it', async () => {
    await failingSince('20 hours', 'salesforce_unavailable');
    await tryAgain(kit, failWith('record_locked'));
    expect(await states(kit)).toEqual(['waiting']);
    expect(await record(kit)).toMatchObject({ attempts: 2, kind: 'record_locked' });
    const fresh = await kit.rows(
      `select 1 from cartbridge.record where failing_since > now() - interval '1 minute'`,
    );
    expect(fresh).toHaveLength(1);
  });

  it('is not asked of a record that only waits for its person', async () => {
    await failingSince('20 hours', 'salesforce_unavailable');
    await tryAgain(kit, failWith('person_busy'));
    expect(await states(kit)).toEqual(['waiting']);
  });
});

describe('a failure of the whole org', () => {
  it.each(['salesforce_auth', 'salesforce_quota'] as const)(
    'of kind %s pauses it until the next try and says why',
    async (kind) => {
      await kit.store(order('1'));
      await kit.store(order('1', { org: 2 }));
      await kit.workOnce(async (org, tasks) =>
        org === 'org-1' ? failWith(kind)(org, tasks) : each(tasks),
      );
      const paused = await kit.rows(
        `select org.id, paused_reason as reason,
                abs(extract(epoch from paused_until - start_after)) < 1 as "untilNextTry"
         from cartbridge.org join pgboss.job on state = 'created'
         where paused_until > now()`,
      );
      expect(paused).toEqual([{ id: 'org-1', reason: kind, untilNextTry: true }]);
    },
  );
});
