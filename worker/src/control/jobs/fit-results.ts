import type { RowTrace } from '#mapping-engine';
import type { ExplainedField, Explanation } from '../../compose/trial/explanation.ts';
import type { TrialRecord } from '../../compose/trial/trial-record.ts';
import { LONGEST_DATA } from './job-results.ts';

/** Characters that are left of a value, from one try to the next. */
const SHORTER = [2_000, 500, 100, 40];

/**
 * An explanation that one record of Salesforce holds: the values of an order with many lines, which
 * stand in every row that reads the lines, are cut as far as it takes.
 */
export function fittingExplanation(explanation: Explanation): Explanation {
  return firstFitting([
    () => explanation,
    ...SHORTER.map((most) => () => ({
      ...explanation,
      fields: explanation.fields.map((field) => shortField(field, most)),
    })),
    () => ({ ...explanation, fields: explanation.fields.slice(0, 100).map(withoutSteps) }),
  ]);
}

/**
 * A trial that one record of Salesforce holds. What stays as it is goes first, then texts are cut,
 * and then the lines after the first ones are only counted.
 */
export function fittingTrial(trial: TrialRecord): TrialRecord {
  const bare = changesOnly(trial);
  const short = shortTrial(bare);
  const halves = [2, 4, 8, 16, 32, 64, 128, 256, 512].map(
    (part) => () => firstWrites(short, Math.ceil(short.writes.length / part)),
  );
  return firstFitting([() => trial, () => bare, () => short, ...halves]);
}

/** The last one where none fits. */
function firstFitting<Part>(ways: (() => Part)[]): Part {
  let part: Part | undefined;
  for (const make of ways) {
    part = make();
    if (JSON.stringify(part).length <= LONGEST_DATA) break;
  }
  return part as Part;
}

function shortField({ trace, ...field }: ExplainedField, most: number): ExplainedField {
  return {
    ...field,
    value: short(field.value, most),
    written: short(field.written, most),
    trace: shortTrace(trace, most),
  };
}

function shortTrace(trace: RowTrace, most: number): RowTrace {
  return {
    ...trace,
    value: short(trace.value, most),
    sources: trace.sources.map(({ path, value }) => ({ path, value: short(value, most) })),
    steps: trace.steps.map(({ step, value }) => ({ step, value: short(value, most) })),
  };
}

function withoutSteps(field: ExplainedField): ExplainedField {
  const { trace, ...rest } = shortField(field, 40);
  return { ...rest, trace: { ...trace, sources: [], steps: [] } };
}

/** The beginning of a long text; of a long list or record its beginning as JSON. */
function short<Value>(value: Value, most: number): Value | string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) as string | undefined);
  return text === undefined || text.length <= most ? value : `${text.slice(0, most)}…`;
}

function changesOnly(trial: TrialRecord): TrialRecord {
  return {
    ...trial,
    writes: trial.writes.map((write) => ({
      ...write,
      fields: write.fields.filter(({ change }) => change !== 'same'),
    })),
  };
}

function shortTrial(trial: TrialRecord): TrialRecord {
  const [most = 0] = SHORTER.slice(1);
  return {
    ...trial,
    problems: trial.problems.slice(0, 50),
    unmapped: trial.unmapped.slice(0, 50),
    writes: trial.writes.map((write) => ({
      ...write,
      fields: write.fields.map((field) => ({
        ...field,
        before: short(field.before, most),
        after: short(field.after, most),
      })),
    })),
  };
}

function firstWrites(trial: TrialRecord, count: number): TrialRecord {
  const left = trial.writes.length - count;
  const more = `There are ${left} more records that do not fit in here.`;
  return {
    ...trial,
    writes: trial.writes.slice(0, count),
    note: trial.note === undefined ? more : `${trial.note} ${more}`,
  };
}
