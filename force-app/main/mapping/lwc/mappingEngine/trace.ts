import type { CompiledRow } from './compileRow.ts';
import type { RowTrace } from './mapped.ts';
import type { Run } from './mapRow.ts';

/**
 * Maps as always, and tells of each row what went in and what came out of every step. What went in
 * is told of rows that were left out too.
 */
export function traceRows(rows: readonly CompiledRow[], input: unknown, run: Run): RowTrace[] {
  return rows.map((row) => traceRow(row, input, run));
}

function traceRow(row: CompiledRow, input: unknown, run: Run): RowTrace {
  const sources = row.readers.map((read, at) => ({
    path: row.paths[at] ?? '',
    value: read(input),
  }));
  if (row.link) sources.push({ path: row.link, value: null });
  const steps: RowTrace['steps'] = [];
  const before = run.result.problems.length;
  const watch = (step: string, value: unknown) => steps.push({ step, value });
  const { outcome, value } = run.try(row, input, watch);
  const problem = run.result.problems[before];
  const trace: RowTrace = { row: row.id, field: row.field, sources, steps, value, outcome };
  if (problem) trace.problem = problem;
  return trace;
}
