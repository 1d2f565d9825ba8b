import { describe, expect, it } from 'vitest';
import { listParked, parkedByCause, replayParked } from '../../src/buffer/parked.ts';
import type { FailureKind } from '../../src/shared/failure.ts';
import { failWith, order, orderKey, succeed, useBuffer } from './buffer-kit.ts';

const kit = useBuffer();

/** Stores news of an order and lets it be parked for this reason. */
async function park(id: string, kind: FailureKind, org = 1): Promise<void> {
  await kit.store(order(id, { org }));
  await kit.workOnce(
    failWith(kind, { nextStep: 'Correct the rule.', details: { field: 'Total__c' } }),
  );
}

async function waitingBodies(): Promise<string[]> {
  const rows = await kit.rows<{ body: string }>(
    `select body from cartbridge.event where state = 'waiting' order by id`,
  );
  return rows.map(({ body }) => body);
}

describe('a parked event', () => {
  it('keeps its body and the reason with its next step', async () => {
    await park('1', 'record_refused');
    const rows = await kit.rows(
      'select body, reason, settled_at is not null as settled from cartbridge.event',
    );
    expect(rows).toEqual([
      {
        body: '{"id":"1"}',
        settled: true,
        reason: {
          kind: 'record_refused',
          message: 'Failed with record_refused.',
          nextStep: 'Correct the rule.',
          details: { field: 'Total__c' },
        },
      },
    ]);
  });

  it('is listed, and counted by org and cause, the most first', async () => {
    await park('1', 'record_refused');
    await park('2', 'mapping');
    await park('3', 'mapping');
    await park('4', 'mapping', 2);
    const listed = await listParked(kit.pool, 'record_refused');
    expect(listed).toMatchObject([
      { recordKey: orderKey('1'), reason: { kind: 'record_refused' } },
    ]);
    expect(await listParked(kit.pool)).toHaveLength(4);
    const counted = await parkedByCause(kit.pool);
    expect(counted[0]).toEqual({
      org: 'org-1',
      kind: 'mapping',
      events: 2,
      example: 'Failed with mapping.',
    });
    expect(counted).toHaveLength(3);
  });

  it('does not stand in the way of later news of its record', async () => {
    await park('1', 'record_refused');
    await kit.store(order('1'));
    await kit.makeDue();
    await kit.workOnce(succeed);
    const rows = await kit.rows('select state from cartbridge.event order by id');
    expect(rows).toEqual([{ state: 'parked' }, { state: 'done' }]);
  });
});

describe('a replay', () => {
  it('of one cause brings back its events alone, to be worked on as before', async () => {
    await park('1', 'record_refused');
    await park('2', 'mapping');
    expect(await replayParked(kit.pool, kit.boss, { kind: 'mapping' })).toBe(1);
    expect(await waitingBodies()).toEqual(['{"id":"2"}']);

    await kit.makeDue();
    await kit.workOnce(succeed);
    const rows = await kit.rows('select state, reason from cartbridge.event order by id');
    expect(rows).toMatchObject([{ state: 'parked' }, { state: 'done', reason: null }]);
  });

  it('of chosen events brings back those, and nothing the second time', async () => {
    await park('1', 'mapping');
    await park('2', 'mapping');
    const ids = (await listParked(kit.pool)).slice(0, 1).map(({ id }) => id);
    expect(await replayParked(kit.pool, kit.boss, { ids })).toBe(1);
    expect(await replayParked(kit.pool, kit.boss, { ids })).toBe(0);
    expect(await waitingBodies()).toEqual(['{"id":"1"}']);
  });

  it('gives the record its whole patience again', async () => {
    await park('1', 'mapping');
    await replayParked(kit.pool, kit.boss, {});
    await kit.makeDue();
    await kit.workOnce(failWith('record_locked'));
    expect(await waitingBodies()).toHaveLength(1);
    expect(await kit.rows('select attempts from cartbridge.record')).toEqual([{ attempts: 1 }]);
  });

  it('works beside a fresh event of the same content', async () => {
    await kit.store(order('1', { same: 'change' }));
    await kit.workOnce(failWith('mapping'));
    await kit.store(order('1', { same: 'change' }));
    expect(await replayParked(kit.pool, kit.boss, {})).toBe(1);
    await kit.store(order('1', { same: 'change' }));
    expect(await waitingBodies()).toHaveLength(2);
  });

  it('that parks again says the new reason', async () => {
    await park('1', 'mapping');
    await replayParked(kit.pool, kit.boss, {});
    await kit.makeDue();
    await kit.workOnce(failWith('record_data'));
    expect(await listParked(kit.pool)).toMatchObject([{ reason: { kind: 'record_data' } }]);
  });
});
