import { describe, expect, it } from 'vitest';
import { waitFor } from '../kit/wait-for.ts';
import { addOrgs, each, order, succeed, useBuffer } from './buffer-kit.ts';
import { allDone } from './progress.ts';

const kit = useBuffer();

describe('an org that is paused', () => {
  it('waits while another goes on, and goes on itself afterwards', async () => {
    await kit.pool.query(
      `update cartbridge.org set paused_until = now() + interval '1 hour' where id = 'org-1'`,
    );
    const seen: string[] = [];
    kit.startLoop((org, tasks) => {
      seen.push(org);
      return succeed(org, tasks);
    });
    await kit.store(order('1'));
    await kit.store(order('1', { org: 2 }));
    await allDone(kit, 1);
    await kit.store(order('2', { org: 2 }));
    await allDone(kit, 2);
    expect(seen).toEqual(['org-2', 'org-2']);

    await kit.pool.query('update cartbridge.org set paused_until = now()');
    await allDone(kit, 3);
    expect(seen).toContain('org-1');
  });
});

describe('an org that is slow', () => {
  it('holds two places at most, and others go on', async () => {
    const gate = kit.gate();
    let held = 0;
    let others = 0;
    kit.startLoop(async (org, tasks) => {
      if (org === 'org-1') {
        held += 1;
        await gate.opened;
      } else {
        others += 1;
      }
      return each(tasks);
    });
    for (const id of ['1', '2', '3', '4', '5']) {
      await kit.store(order(id));
      await waitFor(() => held >= Math.min(Number(id), 2), { what: 'the slow org to begin' });
    }
    for (const id of ['1', '2', '3']) {
      await kit.store(order(id, { org: 2 }));
      await kit.store(order(id, { org: 3 }));
    }
    await allDone(kit, 6);
    expect(held).toBe(2);
    expect(others).toBeGreaterThan(1);

    gate.open();
    await allDone(kit, 11);
  });
});

describe('many orgs at once', () => {
  it('are worked on four at a time, so that they do not wait for each other’s connections', async () => {
    const orgs = Array.from({ length: 30 }, (_, index) => index + 10);
    await addOrgs(
      kit.pool,
      orgs.map((org) => `org-${org}`),
    );
    await Promise.all(orgs.map((org) => kit.store(order('1', { org }))));
    const gate = kit.gate();
    let running = 0;
    let most = 0;
    const tries: string[] = [];
    kit.startLoop(async (org, tasks) => {
      tries.push(org);
      running += 1;
      most = Math.max(most, running);
      await gate.opened;
      await kit.pool.query('select 1');
      running -= 1;
      return each(tasks);
    });
    const fetched = `select 1 from pgboss.job where state = 'active'`;
    await waitFor(async () => running >= 4 && (await kit.rows(fetched)).length === 30, {
      what: 'all jobs to be fetched and the first four to be worked on',
    });
    gate.open();
    await allDone(kit, 30);
    expect(most).toBe(4);
    expect(tries).toHaveLength(30);
  });
});
