import type { Result } from './cache.ts';
import { deepFreeze } from './freeze.ts';
import { queryOf, RECORDS } from './queries.ts';
import type { Request } from './request.ts';
import { wireAdapter, type Config, type WireAdapterClass } from './wire.ts';

export interface GraphqlError {
  message: string;
  locations?: unknown[];
  paths?: unknown[];
}

export interface GraphqlBody {
  data?: unknown;
  errors?: GraphqlError[] | undefined;
}

const texts = new WeakMap<object, string>();

/** A parsed document on the platform; components only pass it on, so it tells nothing here. */
export function gql(parts: TemplateStringsArray, ...inserted: unknown[]): object {
  const text = parts.reduce((all, part, at) => all + textOf(inserted[at - 1]) + part);
  const document = Object.freeze({ kind: 'Document' });
  texts.set(document, text);
  return document;
}

function textOf(inserted: unknown): string {
  return texts.get(inserted as object) ?? String(inserted);
}

/** Throws when `query` was not made by `gql`. */
export function bodyOf({ query, variables, operationName }: Config): Request {
  const text = texts.get(query as object);
  if (text === undefined) throw new TypeError('A GraphQL query is what gql`...` made.');
  return {
    method: 'POST',
    path: 'graphql',
    body: { query: text, variables: variables ?? {}, ...(operationName ? { operationName } : {}) },
  };
}

/** The two modules differ only in how they hand over what came. */
export function graphqlAdapter(
  present: (body: GraphqlBody, refresh: () => Promise<void>) => unknown,
): WireAdapterClass {
  return wireAdapter(
    (config) => (config.query ? queryOf(RECORDS, bodyOf(config)) : undefined),
    (result, refresh) => Object.freeze(present(contentOf(result), refresh) as object),
  );
}

/** The whole request may fail too; its reasons then come in the place of the query's. */
function contentOf({ data, error }: Result): GraphqlBody {
  if (error) return { data: undefined, errors: deepFreeze([error.body].flat() as GraphqlError[]) };
  const body = data as GraphqlBody | undefined;
  return { data: body?.data ?? undefined, errors: body?.errors?.length ? body.errors : undefined };
}
