import type { Schema } from './schemaKinds.ts';
import { hasType, isListed } from './schemaTypes.ts';
import { atIndex, atName, inWords, oneOfConstants, typeWords } from './schemaWords.ts';
import { isRecord } from './values.ts';

export interface SchemaProblem {
  /** The place, such as `targets[2].rows[5].steps[0].length`; empty for the whole. */
  path: string;
  /** What is wrong and what to do, as a sentence. */
  reason: string;
}

type Report = (path: string, reason: string) => void;
type Json = Readonly<Record<string, unknown>>;

const MOST_PROBLEMS = 100;

/** What no database keeps, like U+0000. */
const HALF_CHARACTER = /[\ud800-\udfff]/u;

/**
 * Checks data against a schema written in the keywords of `Schema`. Never goes deeper than the
 * schema does, whatever the data is. Tells the first hundred problems.
 */
export function checkSchema(schema: Schema, data: unknown): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  new Check(schema, (path, reason) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ path, reason });
  }).value(schema, data, '');
  return problems;
}

class Check {
  private readonly root: Schema;
  private readonly report: Report;

  constructor(root: Schema, report: Report) {
    this.root = root;
    this.report = report;
  }

  value(schema: Schema, data: unknown, path: string): void {
    if (schema.$ref !== undefined) this.value(this.referred(schema.$ref), data, path);
    if (schema.oneOf) this.oneOf(schema.oneOf, data, path);
    if (!hasType(schema, data)) {
      this.report(path, `Must be ${inWords(schema)}, but is ${typeWords(data)}; correct it.`);
    } else if (!isListed(schema, data))
      this.report(path, `Must be ${inWords(schema)}; correct it.`);
    else if (typeof data === 'string') this.text(schema, data, path);
    else if (typeof data === 'number') this.number(schema, data, path);
    else if (Array.isArray(data)) this.list(schema, data, path);
    else if (isRecord(data)) this.record(schema, data, path);
  }

  private text(schema: Schema, data: string, path: string): void {
    const { minLength = 0, maxLength = Infinity, pattern } = schema;
    // Characters as Unicode counts them; there are never more of them than UTF-16 units.
    const length = data.length > maxLength ? [...data].length : data.length;
    if (length > maxLength)
      this.report(path, `Has ${length} characters, at most ${maxLength} are allowed; shorten it.`);
    else if (length < minLength) this.report(path, 'Is empty; fill it in.');
    else if (data.includes('\0') || HALF_CHARACTER.test(data))
      this.report(path, 'Holds a character that cannot be kept; write the text again.');
    else if (pattern !== undefined && !compiled(pattern).test(data))
      this.report(path, `Is not written as it must be; correct it to match ${pattern}`);
  }

  private number(schema: Schema, data: number, path: string): void {
    const { minimum = -Infinity, maximum = Infinity } = schema;
    if (data < minimum || data > maximum)
      this.report(path, `Must be ${inWords(schema)}; correct it.`);
  }

  private list(schema: Schema, data: readonly unknown[], path: string): void {
    const { items, maxItems = Infinity } = schema;
    if (data.length > maxItems)
      this.report(
        path,
        `Has ${data.length} entries, at most ${maxItems} are allowed; remove some.`,
      );
    else if (items)
      data.forEach((item, index) => {
        this.value(items, item, atIndex(path, index));
      });
  }

  private record(schema: Schema, data: Json, path: string): void {
    const { properties = {}, required = [], maxProperties = Infinity } = schema;
    for (const name of required) {
      if (!Object.hasOwn(data, name)) this.report(atName(path, name), 'Is missing; add it.');
    }
    const names = Object.keys(data);
    if (names.length > maxProperties)
      this.report(
        path,
        `Has ${names.length} entries, at most ${maxProperties} are allowed; remove some.`,
      );
    else for (const name of names) this.property(schema, properties, data, name, path);
  }

  private property(
    schema: Schema,
    properties: Readonly<Record<string, Schema>>,
    data: Json,
    name: string,
    path: string,
  ): void {
    const place = atName(path, name);
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (schema.propertyNames) this.value(schema.propertyNames, name, place);
    if (own) this.value(own, data[name], place);
    else if (schema.additionalProperties === false)
      this.report(place, 'Is not known here; remove it.');
    else if (schema.additionalProperties)
      this.value(schema.additionalProperties, data[name], place);
  }

  private oneOf(alternatives: readonly Schema[], data: unknown, path: string): void {
    const by = isRecord(data) ? toldApartBy(alternatives) : undefined;
    if (by === undefined) {
      this.fewestProblems(alternatives, data, path);
      return;
    }
    // Told apart by a constant, no other alternative can fit: trying them all would take long.
    const meant = alternatives.find((one) => one.properties?.[by]?.const === (data as Json)[by]);
    if (meant) this.value(meant, data, path);
    else this.report(atName(path, by), `Must be ${oneOfConstants(alternatives, by)}; choose one.`);
  }

  private fewestProblems(alternatives: readonly Schema[], data: unknown, path: string): void {
    const found = alternatives.map((alternative) => this.problemsOf(alternative, data, path));
    const fitting = found.filter((problems) => problems.length === 0).length;
    if (fitting === 1) return;
    const [fewest = []] = found.sort((a, b) => a.length - b.length);
    if (fitting > 1)
      this.report(path, 'Can be read in more than one way; leave out what does not belong here.');
    else for (const problem of fewest) this.report(problem.path, problem.reason);
  }

  private problemsOf(schema: Schema, data: unknown, path: string): SchemaProblem[] {
    const problems: SchemaProblem[] = [];
    const report: Report = (at, reason) => problems.push({ path: at, reason });
    new Check(this.root, report).value(schema, data, path);
    return problems;
  }

  private referred(ref: string): Schema {
    const schema = this.root.$defs?.[ref.slice('#/$defs/'.length)];
    if (!schema) throw new Error(`The schema has no ${ref}; add it to $defs.`);
    return schema;
  }
}

/** The property that has another constant in each of the alternatives. */
function toldApartBy(alternatives: readonly Schema[]): string | undefined {
  const [first] = alternatives;
  return Object.keys(first?.properties ?? {}).find((name) =>
    alternatives.every(
      ({ properties, required }) =>
        properties?.[name]?.const !== undefined && required?.includes(name),
    ),
  );
}

const patterns = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, known);
  return known;
}
