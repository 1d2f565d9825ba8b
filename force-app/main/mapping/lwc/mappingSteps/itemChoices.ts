import { shown, type Choice } from 'c/mappingView';

/** What the items of a sample's list have, with the value of the first. */
export function itemChoices(items: unknown): Choice[] {
  const first: unknown = Array.isArray(items) ? items[0] : undefined;
  if (typeof first !== 'object' || first === null) return [];
  return Object.entries(first)
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => ({
      ...{ value: name, label: name, detail: '', group: '' },
      meta: shown(value, 60),
    }));
}
