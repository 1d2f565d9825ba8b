import type { DocumentNode, ExecutionResult, GraphQLError } from 'graphql';
import { isObject, JsonNumber, type JsonValue } from '../records/json.ts';
import { Refused, refuse } from '../records/refusal.ts';
import { bodyObject, type Call, type Handler } from '../rest/call.ts';
import { check } from './check.ts';
import { complaint, emptySelections, syntaxComplaint, type Complaint } from './complaints.ts';
import { sentences, type Context } from './context.ts';
import { library } from './library.ts';
import { withoutMissing } from './optional.ts';
import { MUTATION, QUERY, resolveField, resolveType } from './resolve.ts';
import { schemaFor } from './schemas.ts';

interface Asked {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

/** `POST graphql`: 200 whatever the query is, as long as there is one; the errors are in the body. */
export const answerGraphql: Handler = (call) => {
  const { data, errors } = run(call, read(call));
  // What the platform does to every text of its Connect resources, unless told not to.
  const isPlain = call.header('x-chatter-entity-encoding')?.toLowerCase() === 'false';
  const shown = errors.map((error) =>
    isPlain ? error : { ...error, message: encoded(error.message) },
  );
  return { status: 200, body: { data: data ?? {}, errors: shown } };
};

function read(call: Call): Asked {
  const body = bodyObject(call);
  const { query, variables = null, operationName = null, ...others } = body;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw refuse('JSON_PARSER_ERROR', `Unrecognized field "${unknown}" at [line:1, column:1]`);
  }
  if (typeof query !== 'string') throw refuse('MISSING_ARGUMENT', 'query is required');
  if (variables !== null && !isObject(variables)) {
    throw refuse('JSON_PARSER_ERROR', 'variables takes an object at [line:1, column:1]');
  }
  return {
    query,
    variables: plain(variables ?? {}) as Record<string, unknown>,
    operationName: typeof operationName === 'string' ? operationName : undefined,
  };
}

/** Numbers as numbers, but for those that would lose digits by it. */
function plain(value: JsonValue): unknown {
  if (value instanceof JsonNumber) {
    const number = Number(value.source);
    return String(number) === value.source ? number : value;
  }
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

interface Result {
  data?: unknown;
  errors: Complaint[];
}

function run(call: Call, { query, variables, operationName }: Asked): Result {
  const { executeSync, getOperationAST, GraphQLError: Failure, parse } = library();
  let whole: DocumentNode;
  try {
    whole = parse(query);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { errors: [syntaxComplaint(error)] };
  }
  const empty = emptySelections(whole);
  if (empty.length > 0) return { errors: empty };
  const schema = schemaFor(call.org, call.caller, Number.parseInt(call.version.slice(1), 10));
  const document = withoutMissing(schema, whole);
  const errors = check(schema, whole, document);
  if (errors.length > 0) return { errors };
  const operation = getOperationAST(document, operationName);
  if (!operation) return { errors: [complaint('OperationNotSupported', which(operationName))] };
  const context: Context = { call, variables, opened: new Map() };
  const result = executeSync({
    schema,
    document,
    rootValue: operation.operation === 'mutation' ? MUTATION : QUERY,
    contextValue: context,
    variableValues: variables,
    operationName: operationName ?? null,
    fieldResolver: resolveField,
    typeResolver: resolveType,
    hideSuggestions: true,
  });
  return { data: result.data, errors: failures(result) };
}

function which(name: string | undefined): string {
  return name === undefined
    ? 'Must provide operation name if query contains multiple operations.'
    : `Unknown operation named '${name}'.`;
}

function failures({ errors = [] }: ExecutionResult): Complaint[] {
  return errors.map((error: GraphQLError) => {
    const cause = error.cause;
    if (cause instanceof Refused) {
      return complaint('DataFetchingException', sentences(cause), error);
    }
    // A failure of the local org itself is no answer of the platform's.
    if (cause instanceof Error && error.path) throw cause;
    const message = error.message.replace(/^Variable "\$(\w+)"/, "Variable '$1'");
    return complaint('ValidationError', message.replaceAll('"', "'"), error);
  });
}

function encoded(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
