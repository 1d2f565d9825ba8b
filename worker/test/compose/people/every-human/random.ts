/** Chance that is the same at every run of a seed. */
export interface Random {
  /** From 0 to `most - 1`. */
  below(most: number): number;
  chance(share: number): boolean;
  pick<One>(some: readonly One[]): One;
  shuffle<One>(some: readonly One[]): One[];
}

/** Mulberry32: small, and good enough for telling stories. */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    below,
    chance: (share) => next() < share,
    pick(some) {
      const one = some[below(some.length)];
      if (one === undefined) throw new Error('Nothing to pick from.');
      return one;
    },
    shuffle(some) {
      const order = some.map((one) => ({ one, rank: next() }));
      return order.toSorted((left, right) => left.rank - right.rank).map(({ one }) => one);
    },
  };
}
