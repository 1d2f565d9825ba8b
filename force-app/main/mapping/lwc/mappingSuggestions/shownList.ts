import type { Item } from 'c/mappingSuggestion';
import { count, fill } from 'c/format';
import { labels } from './labels';

/** One of the two lists: short, until all of it is asked for. */
export interface ShownList {
  key: 'fields' | 'sources';
  heading: string;
  items: Item[];
  hasMore: boolean;
  moreText: string;
}

const FEW = 5;

const TEXTS = {
  fields: { heading: labels.fields, all: labels.allFields },
  sources: { heading: labels.sources, all: labels.allSources },
};

export function shownList(key: ShownList['key'], items: Item[], isWhole: boolean): ShownList {
  const { heading, all } = TEXTS[key];
  return {
    ...{ key, heading: fill(heading, count(items.length)) },
    items: isWhole ? items : items.slice(0, FEW),
    hasMore: items.length > FEW,
    moreText: isWhole ? labels.fewer : fill(all, count(items.length)),
  };
}
