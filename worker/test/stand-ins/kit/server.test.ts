import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../stand-ins/kit/clock.ts';
import { createFaults } from '../../../stand-ins/kit/faults.ts';
import { createJournal } from '../../../stand-ins/kit/journal.ts';
import { createApp, listen, type Listening } from '../../../stand-ins/kit/server.ts';

describe('the server of the stand-ins', () => {
  let server: Listening;
  let worked: number;
  const parts = { clock: createClock(), faults: createFaults(), journal: createJournal() };

  beforeEach(async () => {
    worked = 0;
    const original = express.Router();
    original.post('/orders', (_, response) => {
      worked += 1;
      response.status(201).json({ id: worked });
    });
    const reset = (): void => {
      parts.faults.clear();
      parts.journal.clear();
    };
    reset();
    server = await listen(createApp({ ...parts, reset }, original), 0);
  });
  afterEach(() => server.close());

  const order = (): Promise<Response> =>
    fetch(`${server.url}/orders`, { method: 'POST', body: '{"total":"9.99"}' });

  it('misbehaves as often as it was told to, and then works', async () => {
    parts.faults.add({ path: '^/orders', times: 2, status: 503, body: { error: 'away' } });
    const statuses = [(await order()).status, (await order()).status, (await order()).status];
    expect(statuses).toEqual([503, 503, 201]);
    expect(worked).toBe(1);
  });

  it('cuts the connection before the work, or after it', async () => {
    parts.faults.add({ drop: true });
    await expect(order()).rejects.toThrow();
    expect(worked).toBe(0);
    parts.faults.add({ drop: true, afterWork: true });
    await expect(order()).rejects.toThrow();
    expect(worked).toBe(1);
  });

  it('answers wrong after it did the work', async () => {
    parts.faults.add({ status: 500, body: 'lost', afterWork: true });
    const answer = await order();
    expect([answer.status, await answer.text(), worked]).toEqual([500, 'lost', 1]);
  });

  it('leaves other methods and paths alone', async () => {
    parts.faults.add({ method: 'GET', status: 500 });
    parts.faults.add({ path: '/carts', status: 500 });
    expect((await order()).status).toBe(201);
  });

  it('keeps a journal of requests with their bodies, and counts them', async () => {
    await order();
    expect(parts.journal.list()).toMatchObject([
      { method: 'POST', path: '/orders', status: 201, body: '{"total":"9.99"}' },
    ]);
    expect(parts.journal.count('POST', /^\/orders$/)).toBe(1);
    expect(parts.journal.count('GET', /^\/orders$/)).toBe(0);
  });

  it('takes the same orders over HTTP', async () => {
    await fetch(`${server.url}/__local__/faults`, { method: 'POST', body: '{"status":418}' });
    expect((await order()).status).toBe(418);
    await fetch(`${server.url}/__local__/reset`, { method: 'POST' });
    expect(await (await fetch(`${server.url}/__local__/journal`)).json()).toEqual([]);
    const moved = await fetch(`${server.url}/__local__/clock`, {
      method: 'POST',
      body: '{"advanceMs":3600000}',
    });
    const { now } = (await moved.json()) as { now: string };
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(3_500_000);
    parts.clock.reset();
  });
});
