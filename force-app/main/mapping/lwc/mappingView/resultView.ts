import type { RowTrace } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { shown } from './values';
import { LINK_TEXTS } from './words';

/** What a row gives for the chosen sample. */
export interface ResultView {
  /** `value` is data, `problem` a fault, `none` that there is no sample, `quiet` all else. */
  kind: 'value' | 'problem' | 'none' | 'quiet';
  text: string;
}

const QUIET: Partial<Record<RowTrace['outcome'], string>> = {
  blank: labels.previewBlank,
  cleared: labels.previewCleared,
  skipped: labels.previewSkipped,
  outranked: labels.previewOutranked,
  paused: labels.previewPaused,
  off: labels.previewOff,
};

export function resultOf(trace: RowTrace | undefined): ResultView {
  // A row without a field gives nothing yet; what is missing is said beside it.
  if (!trace?.field) return { kind: 'none', text: '' };
  const { outcome, value, problem, sources } = trace;
  if (outcome === 'problem') return { kind: 'problem', text: problem?.reason ?? '' };
  if (outcome === 'link') {
    const link = sources[0]?.path ?? '';
    return { kind: 'value', text: LINK_TEXTS[link] ?? link };
  }
  const quiet = QUIET[outcome];
  if (quiet !== undefined) return { kind: 'quiet', text: quiet };
  const text = shown(value);
  return {
    kind: 'value',
    text: outcome === 'default' ? fill(labels.previewDefault, text) : text,
  };
}
