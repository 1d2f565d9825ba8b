import { gql, graphqlAdapter } from '../../data/graphql.ts';

export { gql };

const refreshers = new WeakMap<object, () => Promise<void>>();

/** The older adapter: emits `{ data, errors }`, asked again by `refreshGraphQL`. */
export const graphql = graphqlAdapter(({ data, errors }, refresh) => {
  const result = { data, errors };
  refreshers.set(result, refresh);
  return result;
});

export async function refreshGraphQL(result: object): Promise<void> {
  const refresh = refreshers.get(result);
  if (!refresh) throw new TypeError('refreshGraphQL needs the value that the wire emitted.');
  await refresh();
}
