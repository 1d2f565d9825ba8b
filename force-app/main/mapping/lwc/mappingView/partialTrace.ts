import type { Mapping, Row, RowTrace, Target } from 'c/mappingEngine';
import { compileMapping } from 'c/mappingEngine';

/** Stands for the field of a row that has none yet, so that its value can be shown already. */
const NO_FIELD = 'Unnamed';

/**
 * The trace of a row that somebody is working on. A row that cannot work yet - a formula half
 * typed, no field chosen - is traced by its first steps, as far as they go, with the problem it has.
 */
export function partialTrace(
  mapping: Mapping,
  target: Target,
  row: Row,
  input: unknown,
  trace: RowTrace | undefined,
): RowTrace | undefined {
  if (!trace?.problem || trace.steps.length > 0 || row.source.length === 0) return trace;
  const whole = { ...row, target: row.target || NO_FIELD };
  delete whole.condition;
  for (let steps = row.steps.length; steps >= 0; steps--) {
    const part = { ...whole, steps: row.steps.slice(0, steps) };
    const compiled = compileMapping({ ...mapping, targets: [{ ...target, rows: [part] }] });
    const [traced] = compiled.targets[0]?.trace(input, { creating: true }) ?? [];
    if (traced && !traced.problem)
      return row.target ? { ...traced, outcome: 'problem', problem: trace.problem } : traced;
  }
  return trace;
}
