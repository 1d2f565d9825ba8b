import type { Collection, Store } from '../../kit/store.ts';
import type { Component } from './component.ts';
import { createNamespace } from './namespace.ts';

/** All metadata of the org: what the installed sources bring, and what was deployed since. */
export interface Catalogue {
  all(): Component[];
  /** Kept, in place of one of the same type and name. */
  put(component: Component): void;
  remove(component: Component): void;
}

/** What the store keeps of a deployed component; null: one of the sources was deleted. */
type Kept = {
  component: Omit<Component, 'namespace'> | null;
  /** Of the package that installed it; absent when nobody did. */
  namespace?: string;
};

/** Components are told apart by their type and by their name as the org spells it. */
export function keyOf({ type, fullName, namespace }: Component): string {
  return `${type} ${namespace.componentName(type, fullName)}`;
}

export function openCatalogue(sources: Component[], store: Store): Catalogue {
  const deployed: Collection<Kept> = store.collection('component');
  const keys: Collection<string> = store.collection('component key');
  const installed = new Map(sources.map((component) => [keyOf(component), component]));
  return {
    all() {
      const all = new Map(installed);
      for (const key of keys.values()) {
        const kept = deployed.get(key);
        const namespace = createNamespace(kept?.namespace ?? '');
        if (kept?.component) all.set(key, { ...kept.component, namespace });
        else all.delete(key);
      }
      return [...all.values()];
    },
    put({ type, fullName, fileName, xml, files, namespace }) {
      const component = { type, fullName, fileName, xml, ...(files && { files }) };
      const key = keyOf({ ...component, namespace });
      keys.set(key, key);
      const { prefix } = namespace;
      deployed.set(key, { component, ...(prefix && { namespace: prefix }) });
    },
    remove(component) {
      const key = keyOf(component);
      keys.set(key, key);
      deployed.set(key, { component: null });
    },
  };
}
