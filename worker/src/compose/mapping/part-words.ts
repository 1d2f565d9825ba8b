import { add } from '../../shared/money.ts';
import type { PartItem } from '../canonical.ts';
import type { PartWords } from './inputs.ts';

/** What was sent or came back, counted and in words; the same product is told once. */
export function partWords(items: PartItem[]): PartWords {
  const byName = new Map<string, string>();
  for (const item of items) {
    const name = nameOf(item);
    byName.set(name, add(byName.get(name) ?? '0', item.quantity));
  }
  return {
    itemCount: [...byName.values()].reduce<string>((sum, quantity) => add(sum, quantity), '0'),
    lines: [...byName].map(([name, quantity]) => `${quantity} × ${name}`),
  };
}

function nameOf({ name, sku, productId }: PartItem): string {
  if (name === null) return sku ?? productId ?? 'an item without a name';
  return sku === null ? name : `${name} (${sku})`;
}
