export interface Progress {
  createdAt: string;
  /** When the worker last said how far it is. */
  heardAt: string;
  completed: number;
  total: number;
}

export interface Pace {
  perMinute: number;
  leftMs: number;
}

const MINUTE_MS = 60_000;

/**
 * How quick a job was until it was last heard of, and how long the rest takes at that pace. Nothing
 * as long as nothing is done: a guess would be a promise.
 */
export function paceOf({ createdAt, heardAt, completed, total }: Progress): Pace | undefined {
  const tookMs = Date.parse(heardAt) - Date.parse(createdAt);
  if (!(tookMs > 0) || completed <= 0 || total <= completed) return undefined;
  const perMinute = (completed / tookMs) * MINUTE_MS;
  return { perMinute, leftMs: ((total - completed) / perMinute) * MINUTE_MS };
}

/** Between 0 and 100; nothing as long as nobody knows how much there is. */
export function percentOf({ completed, total }: Pick<Progress, 'completed' | 'total'>): number {
  return total > 0 ? Math.min(100, Math.floor((completed / total) * 100)) : 0;
}
