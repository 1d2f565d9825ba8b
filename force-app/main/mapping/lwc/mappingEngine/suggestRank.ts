import { knowField, type FieldFact, type KnownName } from './suggestFields.ts';
import type { ValueType } from './stepDefinition.ts';
import { fitOf, fitOfType, SHAPE_WORDS, shapeOfAll, type Shaped } from './suggestShapes.ts';
import { likeness, meaningsOf, weightOf, wordsOf } from './suggestWords.ts';

/** What is known of a source: where it is, and some of its values. */
export interface SourceFact {
  path: string;
  label?: string;
  /** As it is documented. */
  type?: ValueType;
  values: readonly unknown[];
}

export interface Ranked {
  field: string;
  /** Between 0 and 1. */
  score: number;
  /** One sentence for the admin. */
  reason: string;
}

interface Known {
  shaped: Shaped | null;
  type: ValueType;
  /** Its texts in small letters. */
  texts: string[];
  /** Meanings with what they weigh: the last name of the path tells most. */
  meanings: Map<string, number>;
  name: string;
  /** With the one before it, as `product.name` is a product name. */
  twoNames: string;
  words: string;
  /** Fields share many meanings: each is looked for once. */
  heard: Map<string, Heard>;
}

interface Heard {
  best: number;
  from: [own: string, alike: number][];
}

const LEAST_SCORE = 0.25;
/** What a place further up in the path tells, compared with the last name. */
const FADING = 0.45;
/** What a source tells below that is no fault of a field that does not say it. */
const LEAST_SHARE = 0.3;

/** The fields a source may be meant for, best first; nothing that only type and shape speak for. */
export function rankFields(source: SourceFact, fields: readonly FieldFact[], most = 3): Ranked[] {
  const known = know(source);
  return fields
    .flatMap((field) => rank(known, field))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map((candidate) => ({
      ...{ field: candidate.field.name, score: Math.min(1, candidate.score) },
      reason: reasonFor(known, candidate),
    }));
}

function know(source: SourceFact): Known {
  const names = source.path.split('.').filter((name) => !/^\d+$/.test(name) && name !== 'raw');
  const last = names.at(-1) ?? '';
  const meanings = new Map<string, number>();
  let share = 1;
  for (const name of [...names].reverse()) {
    for (const meaning of meaningsOf(wordsOf(name)))
      if (!meanings.has(meaning)) meanings.set(meaning, share * weightOf(meaning));
    share *= FADING;
  }
  // Words that stand in two places of the path, such as `currency.code`, mean one thing.
  for (const meaning of meaningsOf(wordsOf(names.slice(-2).join(' '))))
    if (!meanings.has(meaning)) meanings.set(meaning, 0.8 * weightOf(meaning));
  return {
    shaped: shapeOfAll(source.values),
    type: source.type ?? 'any',
    texts: source.values.flatMap((value) =>
      typeof value === 'string' && value !== '' ? [value.toLowerCase()] : [],
    ),
    meanings,
    name: wordsOf(last).join(''),
    twoNames: names.length > 1 ? names.slice(-2).flatMap(wordsOf).join('') : '',
    words: names.slice(-2).join(' '),
    heard: new Map(),
  };
}

interface Candidate {
  field: FieldFact;
  score: number;
  fit: number;
  among: number | null;
}

function rank(known: Known, field: FieldFact): Candidate[] {
  if (field.type === 'reference' || field.type === 'id') return [];
  const { names, offered } = knowField(field);
  const named = Math.max(...names.map((name) => nameScore(known, name)));
  if (named === 0) return [];
  const { shaped } = known;
  const fit = shaped
    ? 1 + (fitOf(shaped.shape, field.type) - 1) * shaped.share
    : fitOfType(known.type, field.type);
  const among = shareAmong(known.texts, offered);
  const score = named * fit * (among === null ? 1 : 0.8 + 0.4 * among);
  return score < LEAST_SCORE ? [] : [{ field, score, fit, among }];
}

function nameScore(known: Known, { text, meanings, weight: all }: KnownName): number {
  if (text === known.name) return 1;
  if (text === known.twoNames) return 1.02;
  let matched = 0;
  for (const [meaning, weight] of meanings) matched += weight * heard(known, meaning).best;
  // So it is for nearly all pairs of a source and a field.
  if (matched === 0) return 0;
  const used = new Map<string, number>();
  for (const [meaning] of meanings)
    for (const [own, alike] of heard(known, meaning).from)
      used.set(own, Math.max(used.get(own) ?? 0, alike));
  let told = 0;
  let understood = 0;
  for (const [meaning, share] of known.meanings) {
    if (share < LEAST_SHARE) continue;
    told += share;
    understood += share * (used.get(meaning) ?? 0);
  }
  return 0.55 * (matched / all) + 0.42 * Math.min(1, understood / (told || 1));
}

/** How much of a meaning the source says, and by which of its own. */
function heard({ meanings, heard: kept }: Known, meaning: string): Heard {
  let answer = kept.get(meaning);
  if (answer) return answer;
  answer = { best: 0, from: [] };
  for (const [own, share] of meanings) {
    const alike = likeness(meaning, own) * Math.min(1, 0.55 + share * 0.45);
    if (alike <= answer.best) continue;
    answer.best = alike;
    answer.from.push([own, alike]);
  }
  kept.set(meaning, answer);
  return answer;
}

/** How many of the values a picklist offers; null where it offers none or there are none. */
function shareAmong(texts: readonly string[], offered: ReadonlySet<string> | null): number | null {
  if (!offered || texts.length === 0) return null;
  return texts.filter((text) => offered.has(text)).length / texts.length;
}

function reasonFor(known: Known, { field, fit, among }: Candidate): string {
  const same = knowField(field).names.some(
    ({ text }) => text === known.name || text === known.twoNames,
  );
  const named = same ? 'Same name' : `"${known.words}" and "${field.label}" mean much the same`;
  const { shaped } = known;
  if (among !== null && among > 0.5)
    return `${named}; ${percent(among)} of the values are among those of the field.`;
  if (!shaped || shaped.shape === 'text' || fit <= 1) return `${named}.`;
  return `${named}; ${percent(shaped.share)} of the values are ${SHAPE_WORDS[shaped.shape]}.`;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
