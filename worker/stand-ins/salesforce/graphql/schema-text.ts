import { mutationFields, mutationTypes } from './mutation-types.ts';
import { OBJECT_INFO_TYPES } from './object-info-types.ts';
import { queryArguments, recordTypes, scopeName } from './record-types.ts';
import { SHARED_TYPES } from './shared-types.ts';
import type { Visible } from './visible.ts';

/** The versions of the API in which parts of the language appeared. */
const SINCE = { aggregate: 58, mutation: 59, optional: 65 };

/** The schema one caller sees in one version, in the schema language of GraphQL. */
export function schemaText(objects: Visible[], version: number): string {
  const names = objects.map(({ object }) => object.name);
  const hasMutations = version >= SINCE.mutation;
  return [
    SHARED_TYPES,
    OBJECT_INFO_TYPES,
    ...objects.map(recordTypes),
    ...(hasMutations ? objects.map((visible) => mutationTypes(visible, version)) : []),
    `input JoinInput { ${names.map((name) => `${name}: ${name}_Filter`).join(' ')} ApiName: String }`,
    `type RecordQuery { ${names.map(recordQuery).join(' ')} }`,
    `type RecordQueryAggregate { ${names.map(aggregateQuery).join(' ')} }`,
    uiapi(names, version),
    'type Query { uiapi: UIAPI! }',
    hasMutations ? mutations(objects) : '',
    version >= SINCE.optional ? 'directive @optional on FIELD' : '',
  ].join('\n');
}

function recordQuery(name: string): string {
  return `${name}${queryArguments(name, `scope: ${scopeName(name)}`)}: ${name}Connection`;
}

function aggregateQuery(name: string): string {
  const more = `scope: ${scopeName(name)} groupBy: ${name}_GroupBy`;
  return `${name}${queryArguments(name, more)}: ${name}AggregateConnection`;
}

function uiapi(names: string[], version: number): string {
  return `type UIAPI {
    query: RecordQuery!
    ${version >= SINCE.aggregate ? 'aggregate: RecordQueryAggregate!' : ''}
    ${names.includes('User') ? 'currentUser: User' : ''}
    objectInfos(apiNames: [String]): [ObjectInfo]
  }`;
}

function mutations(objects: Visible[]): string {
  return `
input UIAPIMutationsInput { allOrNone: Boolean = true }
input RecordDeleteInput { Id: IdOrRef! }
type RecordDeletePayload { Id: ID }
type UIAPIMutations { ${objects.map(mutationFields).join(' ')} }
type Mutation { uiapi(input: UIAPIMutationsInput): UIAPIMutations! }`;
}
