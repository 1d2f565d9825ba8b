import { compileMapping, defaultTemplate, type Mapping } from '#mapping-engine';
import { dryRun, type DryRun } from '../../../src/compose/trial/dry-run.ts';
import type { TrialField, TrialRecord } from '../../../src/compose/trial/trial-record.ts';
import { recordKey } from '../../../src/shared/ids.ts';
import type { UsedShop } from '../use-shop.ts';

export function template(change: (mapping: Mapping) => void = () => undefined): Mapping {
  const mapping = structuredClone(defaultTemplate('bigcommerce').mapping);
  change(mapping);
  return mapping;
}

/** Tries orders with a mapping. */
export function tryOrders(shop: UsedShop, ids: string[], mapping = template()): Promise<DryRun> {
  const { pool, client, open } = shop;
  const wanted = ids.map((id) => ({
    ...{ kind: 'order' as const, id },
    key: recordKey(open.shop.id, 'order', id),
  }));
  return dryRun(pool, client, open, { number: 7, compiled: compileMapping(mapping) }, wanted);
}

export function writesOf(record: TrialRecord | undefined): string[] {
  return (record?.writes ?? []).map(({ object, action }) => `${action} ${object}`);
}

export function fieldOf(
  record: TrialRecord | undefined,
  object: string,
  field: string,
): TrialField {
  const write = record?.writes.find((one) => one.object === object);
  const found = write?.fields.find((one) => one.field === field);
  if (!found) throw new Error(`The trial says nothing of ${object}.${field}.`);
  return found;
}
