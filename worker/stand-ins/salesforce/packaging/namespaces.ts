import type { Org } from '../org.ts';
import { makeRow, rowsOf } from '../tooling/rows.ts';

const REGISTRY = 'NamespaceRegistry';

/** Whether the hub may make packages of this namespace. */
export function isLinked(org: Org, namespace: string): boolean {
  return rowsOf(org, REGISTRY).some((row) => row.NamespacePrefix === namespace);
}

/** Enters a namespace in the hub's registry. Throws when the org is no hub. */
export function linkNamespace(org: Org, namespace: string): void {
  if (!org.schema.object(REGISTRY)) {
    throw new Error('Only a Dev Hub has a namespace registry: make the org one first.');
  }
  if (!isLinked(org, namespace)) makeRow(org, REGISTRY, { NamespacePrefix: namespace });
}
