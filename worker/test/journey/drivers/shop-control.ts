import { call, controlOf, type Control } from '../http.ts';

/** One event of a shop on its way to the worker. */
export interface Delivery {
  id: string;
  /** Its type, in the shop's own word. */
  what: string;
  state: string;
  body: string;
}

/** What both local shops can be told beside their APIs: shoppers' wishes, and their deliveries. */
export interface ShopControl extends Control {
  /** What only shoppers and staff do: `place-order`, `start-cart`, `ship`, … */
  shopper<Answer>(wish: string, body: object): Promise<Answer>;
  /** The last events, oldest first. */
  deliveries(): Promise<Delivery[]>;
  deliver(what: 'hold' | 'release' | 'settled' | 'redeliver', body?: object): Promise<void>;
  quota(limit: number): Promise<void>;
}

export function shopControl(origin: string): ShopControl {
  const local = <Answer>(path: string, body: object): Promise<Answer> =>
    call(`${origin}/__local__${path}`, { method: 'POST', body });
  return {
    ...controlOf(origin),
    shopper: (wish, body) => local(`/shopper/${wish}`, body),
    async deliveries() {
      const rows = await call<(Delivery & { scope?: string; type?: string })[]>(
        `${origin}/__local__/deliveries`,
      );
      return rows.map(({ id, scope, type, state, body }) => {
        return { id, what: scope ?? type ?? '', state, body };
      });
    },
    deliver: (what, body = {}) => local(`/deliveries/${what}`, body),
    quota: (limit) => local('/quota', { limit }),
  };
}
