import type { FieldDescribe, ObjectDescribe } from './describe.ts';
import type { Target } from './model.ts';
import { compilePath } from './paths.ts';
import { rankFields, type SourceFact } from './suggestRank.ts';
import { stepsFor } from './suggestSteps.ts';
import type { ValueType } from './stepDefinition.ts';
import type { Step } from './steps.ts';
import { isBlank } from './values.ts';

/** A row that could be added. Nothing adds it but the admin. */
export interface Suggestion {
  path: string;
  field: string;
  /** Between 0 and 1. */
  score: number;
  /** One or two sentences. */
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

/** A documented field of a source is one. */
export interface SuggestedPath {
  path: string;
  label?: string;
  type?: ValueType;
}

export interface SuggestRequest {
  target: Target;
  describe: ObjectDescribe;
  /** Every path a row of this target may read. */
  paths: readonly SuggestedPath[];
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
  const facts = request.paths.filter(isValue).map((path) => factOf(path, request.inputs));
  const mapped = saidBy(facts.filter(({ path }) => used.has(path)));
  const fields = new Map<string, Suggestion[]>();
  const sources = new Map<string, Suggestion[]>();
  for (const fact of facts) {
    if (used.has(fact.path) || fact.values.some(holdsRecords)) continue;
    const found = suggestionsOf(fact, open, mapped);
    if (found.length > 0) sources.set(fact.path, found.slice(0, most));
    for (const one of found) fields.set(one.field, [...(fields.get(one.field) ?? []), one]);
  }
  for (const [field, found] of fields)
    fields.set(field, found.sort((a, b) => b.score - a.score).slice(0, most));
  return { fields, sources };
}

function suggestionsOf(
  fact: SourceFact,
  open: readonly FieldDescribe[],
  mapped: ReadonlyMap<string, string>,
): Suggestion[] {
  const { path, values } = fact;
  const said = values.filter((value) => !isBlank(value));
  const twin = said.length < LEAST_VALUES ? undefined : mapped.get(textOf(fact));
  const { note, share } = noteOf(twin, values.length > 0 && said.length === 0);
  return rankFields(fact, open, CANDIDATES).flatMap(({ field, score, reason }): Suggestion[] => {
    const known = open.find(({ name }) => name === field);
    const steps = known && stepsFor(known, fact);
    return steps ? [{ path, field, score: score * share, reason: `${reason}${note}`, steps }] : [];
  });
}

/** What speaks against a suggestion though its names are alike. */
function noteOf(twin: string | undefined, isSilent: boolean): { note: string; share: number } {
  if (twin) return { note: ` Same values as ${twin}, which is mapped.`, share: 0.8 };
  return isSilent ? { note: ' It is blank in all samples.', share: 0.7 } : { note: '', share: 1 };
}

function isOpen({ createable, updateable, type }: FieldDescribe): boolean {
  return (createable || updateable) && type !== 'reference';
}

/** A field takes no record; rows read the values inside it by their own paths. */
function isValue({ type }: SuggestedPath): boolean {
  return type !== 'items' && type !== 'record';
}

function factOf(source: SuggestedPath, inputs: readonly unknown[]): SourceFact {
  return { ...source, values: inputs.slice(0, MOST_INPUTS).map(compilePath(source.path)) };
}

function holdsRecords(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsRecords);
  return typeof value === 'object' && value !== null;
}

const LEAST_VALUES = 3;

/** Mapped sources by what they say in all samples. */
function saidBy(facts: readonly SourceFact[]): Map<string, string> {
  return new Map(facts.map((fact) => [textOf(fact), fact.path]));
}

function textOf({ values }: SourceFact): string {
  return JSON.stringify(values);
}
