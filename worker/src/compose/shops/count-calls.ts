import { AsyncLocalStorage } from 'node:async_hooks';

const counter = new AsyncLocalStorage<{ calls: number }>();

/** How many calls to shops `work` costs, whatever else this process asks them meanwhile. */
export async function countShopCalls<T>(
  work: () => Promise<T>,
): Promise<{ result: T; calls: number }> {
  const counted = { calls: 0 };
  const result = await counter.run(counted, work);
  return { result, calls: counted.calls };
}

/** To be told by each platform's client, once for every request that it sends. */
export function shopIsCalled(): void {
  const counted = counter.getStore();
  if (counted) counted.calls += 1;
}
