import { randomUUID } from 'node:crypto';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { ADMIN_TOKEN, curl } from './kit.ts';

export interface GraphqlError {
  message: string;
  locations: { line: number; column: number }[];
  paths: (string | number)[];
  extensions: { ErrorType: string };
}

export interface GraphqlAnswer {
  status: number;
  data: Record<string, never>;
  errors: GraphqlError[];
}

interface Options {
  variables?: object;
  operationName?: string;
  token?: string;
  version?: string;
  headers?: Record<string, string>;
  /** Fragments, which stand behind the query. */
  fragments?: string;
}

/** One request as a client sends it, whose error texts are left as they are. */
export async function graphql(
  org: LocalOrg,
  query: string,
  { variables, operationName, token = ADMIN_TOKEN, version = 'v66.0', headers }: Options = {},
): Promise<GraphqlAnswer> {
  const path = `/services/data/${version}/graphql`;
  const body = { query, ...(variables && { variables }), ...(operationName && { operationName }) };
  const { status, json } = await curl(org, 'POST', path, body, {
    authorization: `Bearer ${token}`,
    'x-chatter-entity-encoding': 'false',
    ...headers,
  });
  return { status, ...(json as Omit<GraphqlAnswer, 'status'>) };
}

export interface Connection {
  edges: { node: Record<string, unknown>; cursor: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
  pageResultCount: number;
}

/** What `uiapi { query { X(...) { ... } } }` answers for X; throws when anything went wrong. */
export async function find(
  org: LocalOrg,
  selection: string,
  options: Options = {},
  declarations = '',
): Promise<Connection> {
  const text = `query Test${declarations} { uiapi { query { found: ${selection} } } }`;
  const { data, errors } = await graphql(org, text + (options.fragments ?? ''), options);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return (data as unknown as { uiapi: { query: { found: Connection } } }).uiapi.query.found;
}

/** The names a query finds, in its order. */
export async function names(org: LocalOrg, selection: string): Promise<unknown[]> {
  const { edges } = await find(org, `${selection} { edges { node { Name { value } } } }`);
  return edges.map(({ node }) => (node.Name as { value: unknown }).value);
}

export interface Groups {
  edges: { node: { aggregate: Record<string, Record<string, unknown>> }; cursor: string }[];
  totalCount: number;
}

/** What `uiapi { aggregate { X(...) { ... } } }` answers for X; throws when anything went wrong. */
export async function groups(org: LocalOrg, call: string, fields: string): Promise<Groups> {
  const text = `{ uiapi { aggregate { found: ${call} {
    edges { node { aggregate { ${fields} } } cursor } totalCount } } } }`;
  const { data, errors } = await graphql(org, text);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return (data as unknown as { uiapi: { aggregate: { found: Groups } } }).uiapi.aggregate.found;
}

/** Orders need a key that no other has. */
export function order(more: object = {}): object {
  return { External_Id__c: randomUUID(), ...more };
}
