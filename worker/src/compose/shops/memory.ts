/** Names that change rarely, kept for a while so that a record does not cost a call for each. */
export interface Memory<Value> {
  /** The values of these keys; the unknown and outdated ones are looked up in one go. */
  get(keys: Iterable<string>): Promise<Map<string, Value>>;
}

/** `lookUp` may leave keys out: that they do not exist is remembered as well. */
export function remember<Value>(
  lookUp: (keys: string[]) => Promise<Map<string, Value>>,
  { keepMs, now = Date.now }: { keepMs: number; now?: (() => number) | undefined },
): Memory<Value> {
  const kept = new Map<string, { value: Value | undefined; until: number }>();

  return {
    async get(keys) {
      const wanted = [...new Set(keys)];
      const asked = wanted.filter((key) => (kept.get(key)?.until ?? 0) <= now());
      if (asked.length > 0) {
        const found = await lookUp(asked);
        const until = now() + keepMs;
        for (const key of asked) kept.set(key, { value: undefined, until });
        // A look-up may bring more than was asked, such as all groups of a store.
        for (const [key, value] of found) kept.set(key, { value, until });
      }
      const values = new Map<string, Value>();
      for (const key of wanted) {
        const value = kept.get(key)?.value;
        if (value !== undefined) values.set(key, value);
      }
      return values;
    },
  };
}
