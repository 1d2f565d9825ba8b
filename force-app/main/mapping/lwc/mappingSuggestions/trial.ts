import type { Mapping, RowTrace, Suggestion, Target } from 'c/mappingEngine';
import { compileMapping, isBlank, suggestedRow } from 'c/mappingEngine';
import { shown, valueAt } from 'c/mappingView';

/** A suggestion and what it would make of a sample. */
export interface Tried {
  suggestion: Suggestion;
  /** As the sample has it; empty when it is blank in all of them. */
  sample: string;
  /** As Salesforce would get it; empty when that is the same. */
  result: string;
}

const LONGEST = 60;
/** One odd record among the samples speaks against nothing. */
const TRIALS = 3;

/** Tries a suggestion with the engine; undefined when it fails at the samples. */
export function trialOf(
  mapping: Mapping,
  target: Target,
  suggestion: Suggestion,
  inputs: readonly unknown[],
): Tried | undefined {
  const rows = [suggestedRow(target, suggestion)];
  const { id, object, from } = target;
  const alone = { ...mapping, targets: [{ id, object, from, rows }] };
  const filled = inputs
    .filter((input) => !isBlank(valueAt(input, suggestion.path)))
    .slice(0, TRIALS);
  if (filled.length === 0) return { suggestion, sample: '', result: '' };
  const compiled = compileMapping(alone).targets[0];
  for (const input of filled) {
    const [trace] = compiled?.trace(input, { creating: true }) ?? [];
    if (trace?.outcome === 'value') return told(suggestion, trace);
  }
  return undefined;
}

function told(suggestion: Suggestion, { sources, value }: RowTrace): Tried {
  const sample = shown(sources[0]?.value, LONGEST);
  const result = shown(value, LONGEST);
  return { suggestion, sample, result: result === sample.trim() ? '' : result };
}
