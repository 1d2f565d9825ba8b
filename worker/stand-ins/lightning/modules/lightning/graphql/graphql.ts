import { request } from '../../data/request.ts';
import { bodyOf, gql, graphqlAdapter, type GraphqlBody } from '../../data/graphql.ts';

export { gql };

/** Emits `{ data, errors, refresh }`. */
export const graphql = graphqlAdapter(({ data, errors }, refresh) => ({ data, errors, refresh }));

/** Resolves with `{ data, errors }`; wires that show the same records are not told. */
export async function executeMutation(config: Record<string, unknown>): Promise<GraphqlBody> {
  const { data, errors } = await request<GraphqlBody>(bodyOf(config));
  return { data, errors: errors?.length ? errors : undefined };
}
