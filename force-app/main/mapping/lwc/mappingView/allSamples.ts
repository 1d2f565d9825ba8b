import type { Mapping, Row } from 'c/mappingEngine';
import { compileMapping } from 'c/mappingEngine';
import { resultOf, type ResultView } from './resultView';

/** One result and how many samples give it. */
export interface Tried extends ResultView {
  samples: number;
}

/** As many as the list of samples has. */
const MOST_SAMPLES = 50;

/** What one row makes of many samples, the most frequent first, problems before all. */
export function tryAll(
  mapping: Mapping,
  targetId: string,
  row: Row,
  inputs: readonly unknown[],
): Tried[] {
  const target = mapping.targets.find(({ id }) => id === targetId);
  if (!target) return [];
  // Alone: no other row may take the field, and the rest of the target costs time.
  const alone = { ...mapping, targets: [{ ...target, condition: undefined, rows: [row] }] };
  const compiled = compileMapping(alone as Mapping).targets[0];
  const tried = new Map<string, Tried>();
  for (const input of inputs.slice(0, MOST_SAMPLES)) {
    const result = resultOf(compiled?.trace(input, { creating: true })[0]);
    const key = `${result.kind} ${result.text}`;
    tried.set(key, { ...result, samples: (tried.get(key)?.samples ?? 0) + 1 });
  }
  return [...tried.values()].sort(
    (one, other) =>
      Number(other.kind === 'problem') - Number(one.kind === 'problem') ||
      other.samples - one.samples,
  );
}
