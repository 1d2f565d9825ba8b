import type { Caller, Org } from '../org.ts';
import { textOf, type Row, type Value } from '../records/row.ts';
import { canRead } from '../records/sharing.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { noColumn, noRelationship } from './complain.ts';

/** One query's surroundings: who asks, from which object, in which words. */
export interface Scope {
  org: Org;
  caller: Caller;
  object: ObjectType;
  soql: string;
  /** The name the query gave its object, as in `FROM Lead l`. */
  alias?: string;
  /** `v66.0`, for the URLs in the answer. */
  version: string;
}

export interface Step {
  reference: Field;
  /** Several where an owner may be a user or a queue. */
  parents: ObjectType[];
}

/** A field of the queried object or of one of its parents. */
export interface Column {
  steps: Step[];
  object: ObjectType;
  field: Field;
  value: (row: Row) => Value;
}

/** Finds what `Lead__r.Owner.Name` means. Throws INVALID_FIELD for what is missing or hidden. */
export function resolveColumn(scope: Scope, path: string): Column {
  const { org, caller, soql } = scope;
  const parts = withoutPrefix(scope, path.split('.'));
  let object = scope.object;
  const steps: Step[] = [];
  for (const [index, name] of parts.slice(0, -1).entries()) {
    const reference = org.schema.relationship(object, name);
    const visible = reference && caller.rights.canSee(object, reference);
    const parents = (reference?.referenceTo ?? [])
      .flatMap((type) => org.schema.object(type) ?? [])
      .filter((parent) => caller.rights.may('read', parent));
    const [first] = parents;
    if (!reference || !visible || !first) throw noRelationship(soql, name);
    steps.push({ reference, parents });
    const next = parts[index + 1] ?? '';
    object = parents.find((parent) => org.schema.field(parent, next)) ?? first;
  }
  const name = parts.at(-1) ?? '';
  const field = org.schema.field(object, name);
  if (!field || !caller.rights.canSee(object, field)) throw noColumn(soql, name, object.name);
  return { steps, object, field, value: (row) => valueAt(scope, row, steps, field) };
}

function withoutPrefix({ object, alias }: Scope, parts: string[]): string[] {
  const first = parts[0]?.toLowerCase();
  const isPrefix = first === object.name.toLowerCase() || first === alias?.toLowerCase();
  return parts.length > 1 && isPrefix ? parts.slice(1) : parts;
}

/** The parent a step leads to, if there is one and it is shared with whoever asks. */
export function parentOf(
  { org, caller }: Pick<Scope, 'org' | 'caller'>,
  row: Row,
  { reference, parents }: Step,
): { parent: ObjectType; row: Row } | undefined {
  const id = textOf(row, reference.name);
  if (id === undefined) return undefined;
  for (const parent of parents) {
    const found = org.database.table(parent).get(id);
    if (found && canRead(org, caller, parent, found)) return { parent, row: found };
  }
  return undefined;
}

function valueAt(scope: Scope, row: Row, steps: Step[], field: Field): Value {
  let current: Row | undefined = row;
  for (const step of steps) current = current && parentOf(scope, current, step)?.row;
  const value = current?.[field.name] ?? null;
  return value ?? (field.type === 'boolean' ? false : null);
}
