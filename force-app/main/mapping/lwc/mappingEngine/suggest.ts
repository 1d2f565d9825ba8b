import type { FieldDescribe, ObjectDescribe } from './describe.ts';
import type { Target } from './model.ts';
import { compilePath } from './paths.ts';
import { rankFields, type SourceFact } from './suggestRank.ts';
import { stepsFor } from './suggestSteps.ts';
import type { Step } from './steps.ts';
import { isBlank } from './values.ts';

/** A row that could be added. Nothing adds it but the admin. */
export interface Suggestion {
  path: string;
  field: string;
  /** Between 0 and 1. */
  score: number;
  /** One sentence. */
  reason: string;
  /** What makes the value fit the field. */
  steps: Step[];
}

export interface Suggestions {
  /** For each field nothing fills, the sources it may be meant for, best first. */
  fields: Map<string, Suggestion[]>;
  /** For each source nothing uses, the fields it may be meant for, best first. */
  sources: Map<string, Suggestion[]>;
}

export interface SuggestRequest {
  target: Target;
  describe: ObjectDescribe;
  /** Every path a row of this target may read. */
  paths: readonly { path: string; label?: string }[];
  /** Samples of what the target is made from. */
  inputs: readonly unknown[];
  /** Suggestions for one field or source. */
  most?: number;
}

/** More candidates than are shown, so that a field still finds its second-best source. */
const CANDIDATES = 6;
const MOST_INPUTS = 50;

/** What an admin may want to map next, from names, types and the values of the samples. */
export function suggest(request: SuggestRequest): Suggestions {
  const { target, describe, most = 3 } = request;
  const filled = new Set(target.rows.map((row) => row.target));
  const used = new Set(target.rows.flatMap((row) => row.source));
  const open = describe.fields.filter((field) => isOpen(field) && !filled.has(field.name));
  const facts = request.paths.map((path) => factOf(path, request.inputs));
  const mapped = facts.filter(({ path }) => used.has(path));
  const fields = new Map<string, Suggestion[]>();
  const sources = new Map<string, Suggestion[]>();
  for (const fact of facts) {
    if (used.has(fact.path)) continue;
    const twin = twinOf(fact, mapped);
    const found = rankFields(fact, open, CANDIDATES).map(({ field, score, reason }): Suggestion => {
      const known = open.find(({ name }) => name === field) as FieldDescribe;
      const told = twin ? `${reason} Same values as ${twin}, which is mapped.` : reason;
      return {
        ...{ path: fact.path, field, reason: told, steps: stepsFor(known, fact.values) },
        score: twin ? score * 0.8 : score,
      };
    });
    if (found.length > 0) sources.set(fact.path, found.slice(0, most));
    for (const one of found) fields.set(one.field, [...(fields.get(one.field) ?? []), one]);
  }
  for (const [field, found] of fields)
    fields.set(field, found.sort((a, b) => b.score - a.score).slice(0, most));
  return { fields, sources };
}

function isOpen({ createable, updateable, type }: FieldDescribe): boolean {
  return (createable || updateable) && type !== 'reference';
}

function factOf(
  { path, label }: { path: string; label?: string },
  inputs: readonly unknown[],
): SourceFact {
  const read = compilePath(path);
  const values = inputs.slice(0, MOST_INPUTS).map(read);
  return { path, values, ...(label !== undefined && { label }) };
}

const LEAST_VALUES = 3;

/** A mapped source that says the same in every sample. */
function twinOf(fact: SourceFact, mapped: readonly SourceFact[]): string | undefined {
  const values = fact.values.filter((value) => !isBlank(value));
  if (values.length < LEAST_VALUES) return undefined;
  const said = JSON.stringify(fact.values);
  return mapped.find((other) => JSON.stringify(other.values) === said)?.path;
}
