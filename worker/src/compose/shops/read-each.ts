import { asFailure, type Failure } from '../../shared/failure.ts';
import type { Read } from './shop-reader.ts';

const AT_ONCE = 4;

// One order that makes the shop stumble is that order's trouble; three in a row are the shop's.
const FAILURES_IN_A_ROW = 3;

/**
 * Reads records one by one, a few at a time; `readOne` answers null for a record that is not
 * there. When the shop itself fails, the rest of the batch fails with it instead of asking on.
 */
export async function readEach<Found>(
  ids: Iterable<string>,
  readOne: (id: string) => Promise<Found | null>,
): Promise<Map<string, Read<Found>>> {
  const results = new Map<string, Read<Found>>();
  const waiting = [...new Set(ids)].values();
  let inARow = 0;
  let shopFailure: Failure | undefined;

  async function readInTurn(): Promise<void> {
    for (const id of waiting)
      results.set(id, shopFailure ? { failed: shopFailure } : await read(id));
  }

  async function read(id: string): Promise<Read<Found>> {
    try {
      const record = await readOne(id);
      inARow = 0;
      return record === null ? { missing: true } : { found: record };
    } catch (thrown) {
      const failed = asFailure(thrown);
      inARow = failed.kind === 'shop_unavailable' ? inARow + 1 : 0;
      if (isTheShops(failed) || inARow >= FAILURES_IN_A_ROW) shopFailure ??= failed;
      return { failed };
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, readInTurn));
  return results;
}

function isTheShops({ kind }: Failure): boolean {
  return kind === 'shop_auth' || kind === 'shop_rate_limited';
}

/** At most `size` per piece, in order. */
export function inPieces<Item>(items: Iterable<Item>, size: number): Item[][] {
  const all = [...items];
  const pieces: Item[][] = [];
  for (let start = 0; start < all.length; start += size)
    pieces.push(all.slice(start, start + size));
  return pieces;
}
