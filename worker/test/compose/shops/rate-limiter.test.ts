import { describe, it, expect } from 'vitest';
import { createRateLimiter } from '../../../src/compose/shops/rate-limiter.ts';

/** A clock that only sleeping moves, so that every wait can be read off. */
function limiterWithClock(options: { random?: () => number; concurrency?: number } = {}) {
  let now = 1_000_000;
  const slept: number[] = [];
  const limiter = createRateLimiter({
    ...options,
    now: () => now,
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  });
  return { limiter, slept, pass: (milliseconds: number) => (now += milliseconds) };
}

function quota(left: number, resetMs: number, status = 200): Response {
  return new Response(null, {
    status,
    headers: {
      'X-Rate-Limit-Requests-Left': String(left),
      'x-rate-limit-requests-quota': '150',
      'X-RATE-LIMIT-TIME-RESET-MS': String(resetMs),
      'X-Rate-Limit-Time-Window-Ms': '30000',
    },
  });
}

const answer = (response: Response) => () => Promise.resolve(response);

describe('the quota of a store', () => {
  it('costs no wait while there is plenty', async () => {
    const { limiter, slept } = limiterWithClock();
    for (let left = 149; left > 80; left -= 1) await limiter.run(answer(quota(left, 30_000)));
    expect(slept).toEqual([]);
  });

  it('is spread over the rest of the window when it runs low', async () => {
    const { limiter, slept } = limiterWithClock();
    await limiter.run(answer(quota(70, 20_000)));
    for (let left = 69; left > 66; left -= 1) await limiter.run(answer(quota(left, 20_000)));
    // 40 calls are left above the share of others, and 20 seconds: about one in half a second.
    expect(slept.length).toBeGreaterThanOrEqual(2);
    for (const wait of slept) expect(wait).toBeGreaterThan(400);
    for (const wait of slept) expect(wait).toBeLessThan(700);
  });

  it('is never used to its end: a fifth stays for other apps', async () => {
    const { limiter } = limiterWithClock();
    await limiter.run(answer(quota(30, 12_000)));
    let called = false;
    const refused = limiter.run(() => {
      called = true;
      return Promise.resolve(quota(29, 12_000));
    });
    await expect(refused).rejects.toMatchObject({
      kind: 'shop_rate_limited',
      retryAfterMs: 12_000,
    });
    expect(called).toBe(false);
  });

  it('is waited for when it comes back soon', async () => {
    const { limiter, slept } = limiterWithClock();
    await limiter.run(answer(quota(20, 1_500)));
    await limiter.run(answer(quota(149, 30_000)));
    expect(slept).toEqual([1_500]);
  });

  it('is there again in the next window', async () => {
    const { limiter, slept, pass } = limiterWithClock();
    await limiter.run(answer(quota(1, 30_000)));
    pass(30_000);
    await limiter.run(answer(quota(149, 30_000)));
    expect(slept).toEqual([]);
  });

  it('is not asked about by answers without headers', async () => {
    const { limiter, slept } = limiterWithClock();
    for (let call = 0; call < 20; call += 1)
      await limiter.run(answer(new Response(null, { status: 200 })));
    expect(slept).toEqual([]);
  });
});

describe('a refusal', () => {
  it('that ends soon is waited out and the call made again', async () => {
    const { limiter, slept } = limiterWithClock();
    const answers = [quota(0, 800, 429), quota(149, 30_000)];
    const response = await limiter.run(() => Promise.resolve(answers.shift() ?? quota(0, 0)));
    expect(response.status).toBe(200);
    expect(slept).toEqual([800]);
  });

  it('that lasts makes the queue wait, and holds back every other call', async () => {
    const { limiter } = limiterWithClock();
    await expect(limiter.run(answer(quota(0, 25_000, 429)))).rejects.toMatchObject({
      kind: 'shop_rate_limited',
      retryAfterMs: 25_000,
    });
    await expect(limiter.run(answer(quota(149, 30_000)))).rejects.toMatchObject({
      kind: 'shop_rate_limited',
    });
  });

  it('is over at the date that the answer names, where it names one', async () => {
    const { limiter, slept } = limiterWithClock();
    const until = { 'retry-after': new Date(1_002_000).toUTCString() };
    const first = new Response(null, { status: 429, headers: until });
    const answers = [first, new Response(null)];
    await limiter.run(() => Promise.resolve(answers.shift() ?? new Response(null)));
    expect(slept).toEqual([2_000]);
  });

  it('without a quota backs off longer each time, with jitter', async () => {
    const { limiter, pass } = limiterWithClock({ random: () => 0.5 });
    const waits: unknown[] = [];
    for (let time = 0; time < 8; time += 1) {
      const refused = limiter.run(answer(new Response('{"title":"busy"}', { status: 429 })));
      const failure = await refused.catch((thrown: unknown) => thrown as { retryAfterMs: number });
      waits.push((failure as { retryAfterMs: number }).retryAfterMs);
      pass(300_000);
    }
    expect(waits.slice(0, 3)).toEqual([7_500, 15_000, 30_000]);
    expect(waits.at(-1)).toBe(225_000);
  });

  it('is forgotten by the next success', async () => {
    const { limiter, pass } = limiterWithClock({ random: () => 1 });
    const busy = (): Promise<Response> => Promise.resolve(new Response(null, { status: 429 }));
    await expect(limiter.run(busy)).rejects.toMatchObject({ retryAfterMs: 10_000 });
    pass(10_000);
    await limiter.run(answer(new Response(null, { status: 200 })));
    await expect(limiter.run(busy)).rejects.toMatchObject({ retryAfterMs: 10_000 });
  });

  it('again and again is not answered by asking again and again', async () => {
    const { limiter } = limiterWithClock();
    let calls = 0;
    const refused = limiter.run(() => {
      calls += 1;
      return Promise.resolve(quota(0, 10, 429));
    });
    await expect(refused).rejects.toMatchObject({ kind: 'shop_rate_limited' });
    expect(calls).toBe(3);
  });
});

describe('calls beside each other', () => {
  it('are at most as many as allowed, and go in turn', async () => {
    const { limiter } = limiterWithClock({ concurrency: 2 });
    const waiting: (() => void)[] = [];
    const started: number[] = [];
    const runs = [0, 1, 2, 3].map((number) =>
      limiter.run(() => {
        started.push(number);
        return new Promise<Response>((resolve) =>
          waiting.push(() => resolve(new Response(null, { status: 200 }))),
        );
      }),
    );
    await expect.poll(() => started).toEqual([0, 1]);
    waiting[0]?.();
    await runs[0];
    await expect.poll(() => started).toEqual([0, 1, 2]);
    waiting[1]?.();
    waiting[2]?.();
    await expect.poll(() => started).toEqual([0, 1, 2, 3]);
    waiting[3]?.();
    await Promise.all(runs);
  });

  it('give their place back when they fail', async () => {
    const { limiter } = limiterWithClock({ concurrency: 1 });
    await expect(limiter.run(() => Promise.reject(new Error('cut')))).rejects.toThrow('cut');
    const response = await limiter.run(answer(new Response(null, { status: 200 })));
    expect(response.status).toBe(200);
  });
});
