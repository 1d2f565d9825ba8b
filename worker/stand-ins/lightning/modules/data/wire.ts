import { observe, refresh, type Query, type Result } from './cache.ts';

export type Config = Record<string, unknown>;

// Components say themselves what they expect, as the platform's own types let them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type DataCallback = (value: any) => void;

export interface WireAdapter {
  connect(): void;
  update(config: Config): void;
  disconnect(): void;
}

export type WireAdapterClass = new (callback: DataCallback) => WireAdapter;

/** What a component sees: at first with neither data nor error. */
export type Present = (result: Result, again: () => Promise<void>) => unknown;

const asDataAndError: Present = ({ data, error }) => Object.freeze({ data, error });

/**
 * A wire adapter over the shared cache. `queryOf` answers nothing while something required is
 * missing; then nothing is provisioned, as while any parameter is undefined.
 */
export function wireAdapter(
  queryOf: (config: Config) => Query | undefined,
  present: Present = asDataAndError,
): WireAdapterClass {
  return class implements WireAdapter {
    #callback: DataCallback;
    #config: Config | undefined;
    #key: string | undefined;
    #stop: (() => void) | undefined;
    #isConnected = false;

    constructor(callback: DataCallback) {
      this.#callback = callback;
      callback(present({}, () => Promise.resolve()));
    }

    connect(): void {
      this.#isConnected = true;
      this.#follow();
    }

    update(config: Config): void {
      this.#config = config;
      if (this.#isConnected) this.#follow();
    }

    disconnect(): void {
      this.#isConnected = false;
      this.#stop?.();
      this.#key = undefined;
    }

    #follow(): void {
      const config = this.#config;
      if (!config || Object.values(config).includes(undefined)) return;
      const query = queryOf(config);
      if (!query || query.key === this.#key) return;
      this.#stop?.();
      this.#key = query.key;
      this.#stop = observe(query, (result) =>
        this.#callback(present(result, () => refresh(query))),
      );
    }
  };
}
