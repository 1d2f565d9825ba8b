import type { FieldDescribe, Mapping, ObjectDescribe, Sample, Target } from 'c/mappingEngine';
import {
  isRequired,
  rawFieldsOf,
  SOURCES,
  suggest,
  type Suggestion,
  type SuggestedPath,
  type ValueType,
} from 'c/mappingEngine';
import { pathChoices, rawPathsOf, SampleInputs, sourceChoices } from 'c/mappingView';
import { trialOf, type Tried } from './trial';

/** What may be mapped next, the best first; each suggestion was tried on the samples. */
export interface Found {
  target: Target;
  /** Required ones first. */
  fields: { field: FieldDescribe; offers: Tried[] }[];
  sources: { path: string; label: string; offers: Tried[] }[];
  /** By path. */
  labels: ReadonlyMap<string, string>;
  /** All of the object, by name. */
  described: ReadonlyMap<string, FieldDescribe>;
  inputs: readonly unknown[];
}

export interface Given {
  mapping: Mapping;
  targetId: string;
  samples: readonly Sample[];
  describes: ReadonlyMap<string, ObjectDescribe> | null;
}

/** More than are shown: some do not stand the trial, some are dismissed, a model may turn them. */
const CANDIDATES = 6;
/** Of the labelled pairs of `npm run bench:suggest`, wrong ones are mostly below and right ones above. */
const LEAST_SCORE = 0.5;

/** Finds suggestions, again only when what they are made of changed. */
export class Finder {
  private inputs = new SampleInputs();
  private about: unknown[] = [];
  private found: Found | undefined;

  /** Undefined while the fields of the object are not known. */
  find({ mapping, targetId, samples, describes }: Given): Found | undefined {
    const target = mapping.targets.find(({ id }) => id === targetId);
    const describe = target && describes?.get(target.object);
    // Steps and conditions of other rows change nothing here.
    const taken = JSON.stringify(target?.rows.map(({ source, target: field }) => [source, field]));
    const about = [samples, describe, targetId, taken];
    if (about.some((part, at) => part !== this.about[at])) {
      this.about = about;
      this.found = target && describe && this.search(mapping, target, describe, samples);
    }
    return this.found && target && { ...this.found, target };
  }

  private search(
    mapping: Mapping,
    target: Target,
    describe: ObjectDescribe,
    samples: readonly Sample[],
  ): Found {
    const inputs = this.inputs.of(samples, target.from).map(({ input }) => input);
    const paths = pathsOf(target, inputs);
    const suggested = suggest({ target, describe, paths, inputs, most: CANDIDATES });
    const tried = (some: Suggestion[] = []): Tried[] =>
      some.flatMap((one) =>
        one.score < LEAST_SCORE ? [] : (trialOf(mapping, target, one, inputs) ?? []),
      );
    const labels = new Map(paths.map(({ path, label }) => [path, label ?? path]));
    const fields = describe.fields
      .map((field) => ({ field, offers: tried(suggested.fields.get(field.name)) }))
      .filter(({ offers }) => offers.length > 0)
      .sort((a, b) => Number(isRequired(b.field)) - Number(isRequired(a.field)) || byScore(a, b));
    // Where there are samples, a source that says nothing in any of them is none to use.
    const sources = [...suggested.sources]
      .map(([path, some]) => ({ path, label: labels.get(path) ?? path, offers: tried(some) }))
      .filter(({ offers }) => offers.some(({ sample }) => sample || inputs.length === 0))
      .sort(byScore);
    const described = new Map(describe.fields.map((field) => [field.name, field]));
    const own = withoutTold(sources, fields);
    return { target, fields, sources: own, labels, described, inputs };
  }
}

/** By what was found at first: a list in which things are added or dismissed stays as it is. */
function byScore(a: { offers: Tried[] }, b: { offers: Tried[] }): number {
  return (b.offers[0]?.suggestion.score ?? 0) - (a.offers[0]?.suggestion.score ?? 0);
}

function pathsOf({ from }: Target, inputs: readonly unknown[]): SuggestedPath[] {
  const seen = new Set(inputs.flatMap(rawPathsOf));
  const types = new Map<string, ValueType>();
  for (const { path, type } of [...SOURCES[from], ...rawFieldsOf(from)])
    types.set(path, types.has(path) && types.get(path) !== type ? 'any' : type);
  return pathChoices(sourceChoices(from, inputs[0], seen)).map(({ value: path, label }) => {
    const type = types.get(path);
    return { path, label, ...(type && { type }) };
  });
}

/** A source and a field that are each other's best are said once, with the field. */
function withoutTold(sources: Found['sources'], fields: Found['fields']): Found['sources'] {
  const best = new Map(fields.map(({ field, offers }) => [field.name, offers[0]?.suggestion.path]));
  return sources.filter(({ path, offers }) => best.get(offers[0]?.suggestion.field ?? '') !== path);
}
