import { describe, expect, it } from 'vitest';
import { createPlaces } from '../../src/buffer/places.ts';

/** Work that begins when it gets a place and ends when told. */
function work(): { begun: boolean; end: () => void; fail: () => void; run: () => Promise<void> } {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const one = {
    begun: false,
    end: () => resolve(undefined),
    fail: () => reject(new Error('It failed.')),
    run: async () => {
      one.begun = true;
      await promise;
    },
  };
  return one;
}

describe('places', () => {
  it('are given in the order of asking, as many as there are', async () => {
    const inPlace = createPlaces(2);
    const all = [work(), work(), work(), work()];
    const running = all.map(({ run }) => inPlace(run));
    const begun = (): boolean[] => all.map((one) => one.begun);
    expect(begun()).toEqual([true, true, false, false]);

    all[1]?.end();
    await running[1];
    expect(begun()).toEqual([true, true, true, false]);
    for (const { end } of all) end();
    await Promise.all(running);
    expect(begun()).toEqual([true, true, true, true]);
  });

  it('are free again after work that failed', async () => {
    const inPlace = createPlaces(1);
    const [failing, next] = [work(), work()];
    const failed = inPlace(failing.run);
    const waited = inPlace(next.run);
    failing.fail();
    await expect(failed).rejects.toThrow('It failed.');
    next.end();
    await waited;
    expect(await inPlace(() => Promise.resolve('done'))).toBe('done');
  });
});
