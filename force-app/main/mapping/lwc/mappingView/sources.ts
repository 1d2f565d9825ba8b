import type { SourceKind } from 'c/mappingEngine';
import { documentedPlatform, LINKS, rawFieldsOf, SOURCES } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { rawPathsOf } from './rawPaths';
import { shown, valueAt } from './values';
import { kindText, LINK_TEXTS } from './words';

/** A thing to choose, as `c-mapping-lookup` shows it. */
export interface Choice {
  value: string;
  label: string;
  /** Beside the label, quieter: a path, an API name. */
  detail: string;
  /** At the end: the sample's value, a type. */
  meta: string;
  group: string;
  /** A sentence for whoever has chosen it. */
  help?: string;
}

/** The label of a source; of one that nobody documented its last name. */
export function sourceName(kind: SourceKind): (path: string) => string {
  const fields = [...rawFieldsOf(kind), ...SOURCES[kind]];
  const names = new Map(fields.map(({ path, label }) => [path, label]));
  return (path) => names.get(path) ?? path.split('.').at(-1) ?? path;
}

/** What a row of this kind can begin with: documented sources, what samples hold besides, links. */
export function sourceChoices(
  kind: SourceKind,
  input: unknown,
  seenPaths: ReadonlySet<string> | undefined,
): Choice[] {
  const known = SOURCES[kind].map(({ path, label, help }) => ({
    ...choice(path, label, kindText(kind), input),
    help,
  }));
  const documented = new Map(
    rawFieldsOf(kind, platformOf(input)).map((field) => [field.path, field]),
  );
  const named = new Set(SOURCES[kind].map(({ path }) => path));
  const raw = [...documented.keys(), ...rawPathsOf(input), ...(seenPaths ?? [])];
  const own = [...new Set(raw)]
    .filter((path) => !named.has(path))
    .map((path) => {
      const { label = path.split('.').at(-1) ?? path, help } = documented.get(path) ?? {};
      return { ...choice(path, label, labels.sourceSeen, input), help };
    });
  const links = LINKS.map((link) => ({
    ...{ value: link, label: LINK_TEXTS[link] ?? link, detail: link, meta: '' },
    group: labels.sourceLinks,
  }));
  return [...known, ...own, ...links];
}

/** Which shop's records a sample's own ones are like. Of other platforms only samples tell. */
function platformOf(input: unknown): string | undefined {
  const called = valueAt(input, 'shop.platform');
  return typeof called === 'string' ? (documentedPlatform(called) ?? called) : undefined;
}

/** What a comparison, or a step of a row, can look at: sources without links. */
export function pathChoices(choices: readonly Choice[]): Choice[] {
  return choices.filter(({ value }) => !value.startsWith('@'));
}

/** A path into the record that was typed and is no choice: a single word is rather a search. */
export function typedSource(text: string): Choice | undefined {
  return text.includes('.') ? typedPath(text) : undefined;
}

/** The same where a single name may be meant, as of an item. */
export function typedPath(text: string): Choice | undefined {
  const path = text.trim();
  if (!/^[\p{L}_][\p{L}\p{N}_-]*(\.[\p{L}\p{N}_-]+)*$/u.test(path)) return undefined;
  const label = fill(labels.sourceFree, path);
  return { value: path, label, detail: '', meta: '', group: labels.sourceTyped };
}

function choice(path: string, label: string, group: string, input: unknown): Choice {
  return { value: path, label, detail: path, meta: shown(valueAt(input, path), 60), group };
}
