import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsAdmin, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);
const local = (path: string, body: object) =>
  fetch(`${org.url}/__local__/${path}`, { method: 'PUT', body: JSON.stringify(body) });

const MINUTE_MS = 60_000;
const REFUSED = {
  status: 403,
  json: [
    {
      errorCode: 'REQUEST_LIMIT_EXCEEDED',
      message: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
    },
  ],
};

/** Sends requests that stay under way; resolves once the org has begun with all of them. */
async function underWay(count: number) {
  const answers = Array.from({ length: count }, () => ask('GET', 'limits'));
  await expect.poll(() => org.requestsUnderWay()).toBe(count);
  return answers;
}

describe('latency', () => {
  it('holds every answer back until the org’s clock has moved on', async () => {
    org.setLatency({ milliseconds: MINUTE_MS });
    let answered = 0;
    const answers = (await underWay(2)).map((answer) => answer.finally(() => (answered += 1)));
    await org.clock.advance(MINUTE_MS - 5000);
    expect(answered).toBe(0);
    await org.clock.advance(5000);
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('varies by its jitter, and is switched on over the control route', async () => {
    await local('latency', { milliseconds: 1000, jitter: 1000 });
    const [answer] = await underWay(1);
    await org.clock.advance(2000);
    expect((await answer)?.status).toBe(200);
  });

  it('ends with a reset, which lets those go who wait', async () => {
    org.setLatency({ milliseconds: MINUTE_MS });
    const [answer] = await underWay(1);
    org.reset();
    expect((await answer)?.status).toBe(200);
    expect((await ask('GET', 'limits')).status).toBe(200);
  });
});

describe('the limit of concurrent requests', () => {
  it('refuses whoever comes while too many are under way', async () => {
    await local('concurrent-limit', { max: 2 });
    org.setLatency({ milliseconds: MINUTE_MS });
    const long = await underWay(2);
    org.setLatency({ milliseconds: 0 });
    expect(await ask('GET', 'limits')).toMatchObject(REFUSED);
    await expect(connectAsAdmin(org).query('SELECT Id FROM Lead')).rejects.toMatchObject({
      name: 'REQUEST_LIMIT_EXCEEDED',
    });
    await org.clock.advance(MINUTE_MS);
    await Promise.all(long);
    expect((await ask('GET', 'limits')).status).toBe(200);
  });

  it('counts only requests that take long already', async () => {
    org.setConcurrentLimit({ max: 1, afterMs: 20_000 });
    org.setLatency({ milliseconds: MINUTE_MS });
    const [long] = await underWay(1);
    org.setLatency({ milliseconds: 0 });
    expect((await ask('GET', 'limits')).status).toBe(200);
    await org.clock.advance(20_000);
    expect(await ask('GET', 'limits')).toMatchObject(REFUSED);
    org.reset();
    expect((await long)?.status).toBe(200);
  });
});
