/** A call to the worker's webhook address. */
export interface Knock {
  /** As in "a wrong secret". */
  what: string;
  body: string;
  headers: Record<string, string>;
  /** The webhook's address when absent. */
  url?: string;
}

/** What a shop's door has to tell apart. */
export interface Door {
  /** By the status that refuses them. */
  forged: { status: number; knocks: Knock[] }[];
  /** An event of the shop, of an order that nobody has. */
  honest: Knock;
  /** An honest event of a type that came after this worker was built. */
  unknown: Knock;
}

/** More than any shop sends of one event. */
export const TOO_MUCH = 'x'.repeat(300_000);

export const JSON_TYPE = { 'content-type': 'application/json' };

export const nowInSeconds = (): number => Math.floor(Date.now() / 1000);
