import type { Mapping } from './model.ts';

/** Rises with every change of a template; what it changed stays known, to tell it from an admin's. */
export const EDITION = 2;

/** What edition 2 added: people, companies, and what belongs to an order. */
const TARGETS_OF_2: ReadonlySet<string> = new Set(['Company', 'Shipment__c', 'Return__c']);

const ROWS_OF_2 =
  /^(?:product-(?:brand|active|on-hand|available|inventory-updated)|(?:order|cart|person)-account|cart-kind|person-(?:loyalty-points|marketing-consent|cart-mail-consent|opt-out)|person-(?:mailing|other|address)-[a-z-]+)$/;

/** The template as it was in an edition; undefined for one that never was. */
export function editionOf(newest: Mapping, edition: number): Mapping | undefined {
  if (edition === EDITION) return newest;
  if (edition !== 1) return undefined;
  const targets = newest.targets
    .filter(({ id }) => !TARGETS_OF_2.has(id))
    .map((target) => ({ ...target, rows: target.rows.filter(({ id }) => !ROWS_OF_2.test(id)) }));
  const { template } = newest;
  return { ...newest, targets, ...(template && { template: { ...template, edition } }) };
}
