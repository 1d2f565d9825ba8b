import type { DocumentNode, GraphQLSchema } from 'graphql';
import { complaint, type Complaint } from './complaints.ts';
import { library } from './library.ts';

const MOST_SUBQUERIES = 10;
const MOST_LEVELS_UP = 5;

/** What the platform does not run although it is valid: too many queries, too long ways up. */
export function checkLimits(schema: GraphQLSchema, document: DocumentNode): Complaint[] {
  const { TypeInfo, visit, visitWithTypeInfo } = library();
  const records = recordTypes(schema);
  const types = new TypeInfo(schema);
  const tooFar: string[] = [];
  let subqueries = 0;
  let levelsUp = 0;
  const goesUp = (): boolean =>
    records.has(types.getParentType()?.name ?? '') && records.has(String(types.getType()));
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          if (/^RecordQuery(Aggregate)?$/.test(types.getParentType()?.name ?? '')) subqueries += 1;
          if (goesUp()) levelsUp += 1;
          if (goesUp() && levelsUp > MOST_LEVELS_UP) tooFar.push(node.name.value);
        },
        leave() {
          if (goesUp()) levelsUp -= 1;
        },
      },
    }),
  );
  const messages = tooFar.map(
    (name) => `${name} is more than ${MOST_LEVELS_UP} levels up from the root entity`,
  );
  if (subqueries > MOST_SUBQUERIES) {
    messages.push(
      `A query can contain up to ${MOST_SUBQUERIES} subqueries; this one has ${subqueries}`,
    );
  }
  return messages.map((message) => complaint('ValidationError', message));
}

/** The names of the types that are records, or one of several kinds of records. */
function recordTypes(schema: GraphQLSchema): Set<string> {
  const { isObjectType, isUnionType } = library();
  const found = Object.values(schema.getTypeMap()).filter(
    (type) =>
      isUnionType(type) ||
      (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Record')),
  );
  return new Set(found.map(({ name }) => name));
}
