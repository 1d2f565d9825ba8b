import { ago, count, fill } from 'c/format';
import type { MappingJob, Version } from 'c/mappingData';
import { sentences } from 'c/errors';

import { labels } from './labels';

/** How the draft on the screen stands to the one in Salesforce. */
export type Kept = 'saved' | 'unsaved' | 'saving' | 'conflict' | 'failed';

/** Which version is in use, since when, and whose it is. */
export function versionText(number: number, shop: string, version?: Version): string {
  if (number === 0) return labels.never;
  if (!version?.publishedAt) return fill(labels.versionOnly, count(number), shop);
  return fill(labels.version, count(number), shop, ago(version.publishedAt), version.author);
}

export function changesText(changes: number): string {
  if (changes === 0) return labels.noChanges;
  return changes === 1 ? labels.oneChange : fill(labels.changes, count(changes));
}

const KEPT: Record<Kept, string> = {
  saved: labels.saved,
  unsaved: labels.unsaved,
  saving: labels.saving,
  conflict: '',
  failed: '',
};

export function keptText(kept: Kept, error: unknown): string {
  return kept === 'failed' ? fill(labels.saveFailed, sentences(error).join(' ')) : KEPT[kept];
}

const ASKED: Readonly<Record<string, string>> = {
  'Load Samples': labels.askedSamples,
  'Describe Targets': labels.askedFields,
};

/** What the worker is doing for this screen. */
export function askedTexts(jobs: readonly MappingJob[]): string[] {
  return jobs
    .filter(({ status }) => ['Requested', 'Running'].includes(status))
    .flatMap(({ type }) => (ASKED[type] ? fill(labels.asked, ASKED[type]) : []));
}
