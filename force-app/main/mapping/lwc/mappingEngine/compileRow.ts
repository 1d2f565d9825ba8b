import { compileCondition, type Holds } from './conditions.ts';
import { MOST_SOURCES, MOST_STEPS } from './limits.ts';
import { LINKS, type FieldValue, type Link, type MappingSettings, type Row } from './model.ts';
import { fillParams } from './params.ts';
import { compilePath, type Reader } from './paths.ts';
import type { StepFunction } from './stepDefinition.ts';
import { stepDefinition } from './steps.ts';
import { boundedText, isBlank, StepError } from './values.ts';

/** API names; a relationship or a name of the language is no field. */
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_]{0,79}$/;

export interface CompiledStep {
  name: string;
  run: StepFunction;
  seesBlanks: boolean;
}

export interface CompiledRow {
  id: string;
  field: string;
  /** Counts the fields of the target: rows for the same field have the same. */
  slot: number;
  /** Why the row is not asked at all. */
  resting: 'off' | 'paused' | 'skipped' | undefined;
  rule: Row['rule'];
  /** Why the row cannot work, and the step to blame. */
  broken: { reason: string; step: string | null } | undefined;
  link: Link | undefined;
  holds: Holds | undefined;
  paths: readonly string[];
  readers: readonly Reader[];
  steps: readonly CompiledStep[];
  fallback: FieldValue;
  clears: boolean;
}

/** Never throws: a row that cannot work says why in `broken`. The row may be any JSON. */
export function compileRow(given: unknown, slot: number, settings: MappingSettings): CompiledRow {
  const row = (given ?? {}) as Partial<Row>;
  const compiled: CompiledRow = {
    id: nameOf(row.id),
    field: nameOf(row.target),
    slot,
    resting: row.off === true ? 'off' : row.direction === 'toShop' ? 'skipped' : undefined,
    rule: row.rule ?? 'always',
    broken: undefined,
    link: undefined,
    holds: undefined,
    paths: [],
    readers: [],
    steps: [],
    fallback: null,
    clears: row.clearWhenBlank === true,
  };
  try {
    fill(compiled, row, settings);
  } catch (thrown) {
    compiled.broken ??= { reason: (thrown as Error).message, step: null };
  }
  return compiled;
}

function fill(compiled: CompiledRow, row: Partial<Row>, settings: MappingSettings): void {
  if (!FIELD_NAME.test(compiled.field))
    throw new StepError('The target is no name of a field; choose the field again.');
  if (row.condition !== undefined) compiled.holds = compileCondition(row.condition, settings);
  compiled.fallback = fallbackOf(row.default);
  const paths: readonly unknown[] = Array.isArray(row.source) ? row.source : [row.source];
  if (paths.length > MOST_SOURCES)
    throw new StepError(`A row has at most ${MOST_SOURCES} sources; use a row for each part.`);
  const steps: readonly unknown[] = Array.isArray(row.steps) ? row.steps : [];
  if (paths.some((path) => nameOf(path).startsWith('@'))) {
    compiled.link = linkOf(paths, steps);
    return;
  }
  compiled.paths = paths as string[];
  compiled.readers = compiled.paths.map(compilePath);
  if (steps.length > MOST_STEPS)
    throw new StepError(`A row has at most ${MOST_STEPS} steps; use a formula for the rest.`);
  compiled.steps = steps.map((step) => compileStep(step, compiled, settings));
}

/** Stored data may hold anything where a name belongs. */
export function nameOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function linkOf(paths: readonly unknown[], steps: readonly unknown[]): Link {
  const link = LINKS.find((known) => known === paths[0]);
  if (link === undefined)
    throw new StepError(`The record is none of ${LINKS.join(', ')}; choose one of these.`);
  if (paths.length > 1 || steps.length > 0)
    throw new StepError('A record is the only source of its row and takes no steps.');
  return link;
}

function fallbackOf(value: unknown): FieldValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return isBlank(value) ? null : boundedText(value);
  if (typeof value === 'boolean' || Number.isFinite(value)) return value as FieldValue;
  throw new StepError('The default is a text, a number, or true or false; write it again.');
}

function compileStep(
  given: unknown,
  compiled: CompiledRow,
  settings: MappingSettings,
): CompiledStep {
  const step = (given ?? {}) as Record<string, unknown> & { step?: unknown };
  const name = nameOf(step.step).slice(0, 40);
  try {
    const definition = stepDefinition(step.step);
    if (!definition)
      throw new StepError(`There is no step “${name}”; choose one of the catalogue.`);
    const run = definition.compile(fillParams(definition.params, step), settings);
    return { name, run, seesBlanks: definition.seesBlanks === true };
  } catch (thrown) {
    compiled.broken = { reason: sentenceOf((thrown as Error).message), step: name };
    throw thrown;
  }
}

/** A step may refuse what stands in its parameters with the words it has for values. */
function sentenceOf(message: string): string {
  return /^[a-z]/.test(message) ? `What is written in the step ${message}.` : message;
}
