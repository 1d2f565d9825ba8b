import { MOST_ROWS } from './limits.ts';
import type { Mapping, Row } from './model.ts';
import { pathProblem } from './paths.ts';
import { MAPPING_SCHEMA } from './schema.ts';
import { checkSchema } from './schemaCheck.ts';
import { STEPS } from './steps.ts';
import { isTimeZone } from './timeZone.ts';
import { LONGEST_TEXT } from './values.ts';

export interface ReadProblem {
  /** The place, such as `targets[2].rows[5].source[0]`; empty for the whole. */
  path: string;
  /** What is wrong and what to do, as a sentence. */
  reason: string;
}

export type Reading = { mapping: Mapping } | { problems: ReadProblem[] };

/**
 * A mapping from data that may come from anywhere: a file, a record, a clipboard. The answer is a
 * copy of its own. Half-done rows are let through, so that a draft can be kept: whether it can be
 * published is for `checkMapping` to say.
 */
export function readMapping(data: unknown): Reading {
  const text = asJson(data);
  if (text === undefined)
    return wrong('Is not JSON or is nested too deeply; export the mapping again and import that.');
  if (text.length > LONGEST_TEXT)
    return wrong(
      `Takes ${text.length} characters, at most ${LONGEST_TEXT} can be kept; remove rows or shorten value tables.`,
    );
  return readPlain(JSON.parse(text));
}

/** The same for the text of a file. */
export function readMappingText(text: string): Reading {
  // White space does not count, but nobody writes four times as much of it as of the rest.
  if (text.length > 4 * LONGEST_TEXT)
    return wrong('Is too long for a mapping; choose the file that was exported.');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return wrong('Is not JSON; choose a file that was exported from a mapping.');
  }
  return readMapping(data);
}

function readPlain(data: unknown): Reading {
  const problems: ReadProblem[] = checkSchema(MAPPING_SCHEMA, data);
  if (problems.length > 0) return { problems };
  const mapping = data as Mapping;
  problems.push(...beyondSchema(mapping));
  return problems.length > 0 ? { problems } : { mapping };
}

function* beyondSchema(mapping: Mapping): Generator<ReadProblem> {
  const { targets, settings } = mapping;
  const rows = targets.reduce((sum, target) => sum + target.rows.length, 0);
  if (rows > MOST_ROWS)
    yield problem('targets', `Have ${rows} rows, at most ${MOST_ROWS} are allowed; remove some.`);
  if (!isTimeZone(settings.timeZone))
    yield problem('settings.timeZone', 'Is no time zone; give a name such as America/New_York.');
  yield* repeated('targets', targets);
  for (const [at, target] of targets.entries()) {
    yield* repeated(`targets[${at}].rows`, target.rows);
    yield* badCondition(`targets[${at}]`, target.condition);
    for (const [index, row] of target.rows.entries()) {
      yield* badPaths(`targets[${at}].rows[${index}]`, row);
    }
  }
}

function* repeated(path: string, parts: readonly { id: string }[]): Generator<ReadProblem> {
  const seen = new Set<string>();
  for (const [index, { id }] of parts.entries()) {
    if (seen.has(id))
      yield problem(`${path}[${index}].id`, 'Is the id of an earlier one; give it one of its own.');
    seen.add(id);
  }
}

function* badPaths(place: string, row: Row): Generator<ReadProblem> {
  for (const [index, path] of row.source.entries())
    yield* badPath(`${place}.source[${index}]`, path);
  for (const [index, step] of row.steps.entries()) {
    for (const [name, value] of Object.entries(step)) {
      if (STEPS[step.step].params[name]?.type === 'path')
        yield* badPath(`${place}.steps[${index}].${name}`, value as string);
    }
  }
  yield* badCondition(place, row.condition);
}

function* badCondition(place: string, condition: Row['condition']): Generator<ReadProblem> {
  if (condition && 'path' in condition) yield* badPath(`${place}.condition.path`, condition.path);
}

function* badPath(place: string, path: string): Generator<ReadProblem> {
  const reason = path === '' ? undefined : pathProblem(path);
  if (reason !== undefined) yield problem(place, reason);
}

function asJson(data: unknown): string | undefined {
  try {
    return JSON.stringify(data) as string | undefined;
  } catch {
    // Cycles, numbers beyond JSON, and data nested deeper than the stack.
    return undefined;
  }
}

function problem(path: string, reason: string): ReadProblem {
  return { path, reason };
}

function wrong(reason: string): Reading {
  return { problems: [{ path: '', reason }] };
}
