import { isRequired, type Suggestion } from 'c/mappingEngine';
import type { Item, Offer } from 'c/mappingSuggestion';
import { typeText } from 'c/mappingView';
import { fill } from 'c/format';
import type { Found } from './finder';
import { labels } from './labels';
import type { Tried } from './trial';

export interface Lists {
  fields: Item[];
  sources: Item[];
  /** By key of an offer. */
  suggestions: ReadonlyMap<string, Suggestion>;
}

export interface Choices {
  /** Keys of the offers that are not wanted. */
  dismissed: ReadonlySet<string>;
  /** By question (see `questionId`): names, best first, as a model gave them. */
  orders: ReadonlyMap<string, readonly string[]>;
}

const MOST_OFFERS = 3;

export function questionId(targetId: string, kind: 'field' | 'source', name: string): string {
  return `${targetId} ${kind} ${name}`;
}

/** The suggestions as they are shown. */
export function listsOf(found: Found, { dismissed, orders }: Choices): Lists {
  const suggestions = new Map<string, Suggestion>();
  const { id } = found.target;
  const sourceName = (path: string): string => found.labels.get(path) ?? path;
  const fieldName = (name: string): string => found.described.get(name)?.label ?? name;
  const typeOf = (name: string): string => {
    const field = found.described.get(name);
    return field ? typeText(field) : '';
  };

  const pick = (
    kind: 'field' | 'source',
    name: string,
    offers: readonly Tried[],
    show: (tried: Tried) => Pick<Offer, 'name' | 'detail' | 'value'>,
  ): Offer[] => {
    const other = ({ suggestion: { path, field } }: Tried) => (kind === 'field' ? path : field);
    return inOrder(offers, other, orders.get(questionId(id, kind, name)))
      .filter(({ suggestion }) => !dismissed.has(keyOf(suggestion)))
      .slice(0, MOST_OFFERS)
      .map((tried): Offer => {
        const { path, field, reason } = tried.suggestion;
        const key = keyOf(tried.suggestion);
        suggestions.set(key, tried.suggestion);
        const both = { source: sourceName(path), field: fieldName(field) };
        return { key, ...show(tried), reason, ...both };
      });
  };

  const fields = found.fields.map(({ field, offers }): Item => {
    const { name, label } = field;
    return {
      ...{ key: name, name: label, isRequired: isRequired(field) },
      ...{ detail: label === name ? '' : name, value: typeText(field) },
      offers: pick('field', name, offers, ({ suggestion: { path }, sample, result }) => ({
        ...{ name: sourceName(path), detail: path },
        value: valueText(sample, result),
      })),
    };
  });
  const sources = found.sources.map(({ path, label, offers }): Item => ({
    ...{ key: path, name: label, detail: path, isRequired: false },
    value: valueText(offers[0]?.sample ?? '', ''),
    offers: pick('source', path, offers, ({ suggestion: { field }, result }) => ({
      ...{ name: fieldName(field), detail: typeOf(field) },
      value: result && fill(labels.becomes, result),
    })),
  }));
  return { fields: fields.filter(hasOffers), sources: sources.filter(hasOffers), suggestions };
}

function hasOffers({ offers }: Item): boolean {
  return offers.length > 0;
}

function valueText(sample: string, result: string): string {
  return result ? `${sample} ${fill(labels.becomes, result)}` : sample;
}

function keyOf({ path, field }: Suggestion): string {
  return `${path} ${field}`;
}

function inOrder(
  offers: readonly Tried[],
  nameOf: (tried: Tried) => string,
  order: readonly string[] | undefined,
): readonly Tried[] {
  if (!order) return offers;
  const place = (tried: Tried): number => {
    const at = order.indexOf(nameOf(tried));
    return at < 0 ? order.length : at;
  };
  return [...offers].sort((a, b) => place(a) - place(b));
}
