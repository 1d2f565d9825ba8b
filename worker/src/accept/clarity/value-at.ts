import { z } from 'zod';

/**
 * Where this installation holds what the contract names: `order.orderId` → `ids.number`. It was
 * checked when the shop was connected; whatever else the settings hold leads nowhere.
 */
export type Paths = Readonly<Record<string, string>>;

export const pathsIn = (settings: Record<string, unknown>): Paths =>
  z.record(z.string(), z.string()).catch({}).parse(settings.paths);

/** What a record of a kind holds under a name of the contract; undefined for nothing. */
export function valueAt(paths: Paths, kind: string, name: string, record: unknown): unknown {
  const field = `${kind}.${name}`;
  const path = Object.hasOwn(paths, field) ? (paths[field] ?? name) : name;
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.reduce<unknown>((inner, step) => within(inner, step), record);
}

function within(record: unknown, step: string): unknown {
  if (typeof record !== 'object' || record === null || !Object.hasOwn(record, step))
    return undefined;
  return (record as Record<string, unknown>)[step];
}
