/** Which objects' next changes are told as gaps, because a test wants it so. */
export interface Gaps {
  /** The next transaction that changes the object is told as a gap, or as an overflow. */
  next(object: string, kind: GapKind): void;
  take(object: string): GapKind | undefined;
}

export type GapKind = 'gap' | 'overflow';

export function createGaps(): Gaps {
  const waiting = new Map<string, GapKind>();
  return {
    next: (object, kind) => void waiting.set(object.toLowerCase(), kind),
    take(object) {
      const key = object.toLowerCase();
      const kind = waiting.get(key);
      waiting.delete(key);
      return kind;
    },
  };
}
