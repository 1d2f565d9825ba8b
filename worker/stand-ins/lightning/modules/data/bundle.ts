import type { LightningElement } from 'lwc';
import { shellModel, type PageItem } from './shell-model.ts';

export type Constructor = typeof LightningElement;

/** The class of a bundle of the package, loaded when it is first shown. */
export async function loadBundle(name: string): Promise<Constructor> {
  const url = `/lightning-bundles/c/${encodeURIComponent(name)}.js`;
  const module = (await import(url)) as { default: Constructor };
  return module.default;
}

/** `c:orders` and `orders` are bundles of the package; `force:detailPanel` is not. */
export function bundleName(component: string): string | undefined {
  const [namespace = '', name] = component.includes(':') ? component.split(':') : ['c', component];
  return name && name in shellModel().bundles && /^(c|[a-z]\w*)$/.test(namespace)
    ? name
    : undefined;
}

/** What an administrator filled in, each value of the type that the bundle's file declares. */
export function designProperties(name: string, item: PageItem): Record<string, unknown> {
  const declared = shellModel().bundles[name]?.properties ?? [];
  const given = declared.flatMap((property): [string, unknown][] => {
    const value = item.properties[property.name] ?? property.default;
    return value === null ? [] : [[property.name, typed(property.type, value)]];
  });
  return Object.fromEntries(given);
}

function typed(type: string, value: string | string[]): unknown {
  if (type === 'Integer') return Number(value);
  if (type === 'Boolean') return value === 'true';
  return value;
}
