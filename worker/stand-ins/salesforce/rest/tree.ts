import { isObject, type JsonObject, type JsonValue } from '../records/json.ts';
import { readBody } from '../records/read-body.ts';
import { Refused, notFound, refuse, type Refusal } from '../records/refusal.ts';
import { insert } from '../records/save.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { rowErrors } from './answers.ts';
import { bodyObject, objectOf, type Call, type Handler } from './call.ts';

const MOST_RECORDS = 200;
const MOST_LEVELS = 5;
const MOST_TYPES = 5;

/** One record of a tree; those above it stand before it in the list. */
interface Node {
  object: ObjectType;
  referenceId: string;
  fields: JsonObject;
  above?: { node: Node; field: Field };
}

interface Result {
  referenceId: string;
  id?: string;
  errors?: ReturnType<typeof rowErrors>;
}

/** Creates records with their children, all or none. */
export const createTree: Handler = (call, { object: name }) => {
  const { records } = bodyObject(call);
  const nodes = flatten(call, objectOf(call, name), records ?? null, 1);
  const problem = findProblem(nodes);
  if (problem) return failure([problem]);
  const ids = new Map<Node, string>();
  const results = call.org.database.transaction(
    () => nodes.map((node) => create(call, node, ids)),
    (all) => all.every(({ errors }) => !errors),
  );
  const failed = results.filter(({ errors }) => errors);
  if (failed.length > 0) return failure(failed);
  return { status: 201, body: { hasErrors: false, results } };
};

function failure(results: Result[]) {
  return { status: 400, body: { hasErrors: true, results } };
}

function create({ org, caller }: Call, node: Node, ids: Map<Node, string>): Result {
  const { object, referenceId, fields, above } = node;
  const parentId = above && ids.get(above.node);
  // Its parent was refused, which has been told already.
  if (above && parentId === undefined) return { referenceId };
  try {
    const draft = readBody(org, caller, object, fields);
    if (above && parentId !== undefined) draft.values.set(above.field, parentId);
    const { Id: id } = insert(org, caller, object, draft);
    ids.set(node, id);
    return { referenceId, id };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { referenceId, errors: rowErrors(error.refusals) };
  }
}

function flatten(
  call: Call,
  object: ObjectType,
  records: JsonValue,
  level: number,
  above?: Node['above'],
): Node[] {
  if (!Array.isArray(records) || !records.every(isObject)) {
    throw refuse('JSON_PARSER_ERROR', 'The request needs a list named records');
  }
  if (level > MOST_LEVELS)
    throw refuse('LIMIT_EXCEEDED', `A tree has at most ${MOST_LEVELS} levels`);
  return records.flatMap((record) => {
    const { attributes } = record;
    const { type, referenceId } = isObject(attributes) ? attributes : {};
    if (typeof type !== 'string' || call.org.schema.object(type) !== object) throw notFound();
    const node: Node = {
      object,
      referenceId: typeof referenceId === 'string' ? referenceId : '',
      fields: {},
      ...(above && { above }),
    };
    const below: Node[] = [];
    for (const [name, value] of Object.entries(record)) {
      const child = isObject(value) && 'records' in value ? childOf(call, object, name) : undefined;
      if (!child) node.fields[name] = value;
      else {
        const { records: own = null } = value as JsonObject;
        below.push(...flatten(call, child.object, own, level + 1, { node, field: child.field }));
      }
    }
    return [node, ...below];
  });
}

function childOf({ org }: Call, object: ObjectType, name: string) {
  const found = object.children.find((child) => child.name.toLowerCase() === name.toLowerCase());
  const child = found && org.schema.object(found.child);
  const field = child && org.schema.field(child, found.field);
  return field && { object: child, field };
}

function findProblem(nodes: Node[]): Result | undefined {
  const wrong = (referenceId: string, message: string, code = 'INVALID_INPUT'): Result => {
    const refusal: Refusal = { code, message };
    return { referenceId, errors: rowErrors([refusal]) };
  };
  if (nodes.length > MOST_RECORDS) {
    return wrong('', `A tree has at most ${MOST_RECORDS} records`, 'LIMIT_EXCEEDED');
  }
  if (new Set(nodes.map(({ object }) => object)).size > MOST_TYPES) {
    return wrong('', `A tree has records of at most ${MOST_TYPES} types`, 'LIMIT_EXCEEDED');
  }
  const seen = new Set<string>();
  for (const { referenceId } of nodes) {
    if (referenceId === '') {
      return wrong('', 'Include a reference ID for each record in the request.');
    }
    if (seen.has(referenceId)) {
      return wrong(referenceId, 'Duplicate ReferenceId provided in the request.');
    }
    seen.add(referenceId);
  }
  return undefined;
}
