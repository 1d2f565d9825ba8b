import type { DocumentNode, FieldNode, GraphQLSchema } from 'graphql';
import { library } from './library.ts';

/**
 * Takes out the fields marked `@optional` that the caller does not have: they are then left out of
 * the answer, with all that stands below them, instead of failing the query.
 */
export function withoutMissing(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const { Kind, TypeInfo, visit, visitWithTypeInfo } = library();
  if (!schema.getDirective('optional')) return document;
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          const isOptional = node.directives?.some(({ name }) => name.value === 'optional');
          if (!isOptional || types.getFieldDef() || !types.getParentType()) return undefined;
          return leftOut(node, Kind);
        },
      },
    }),
  );
}

/** A field in the other's place that is never answered: a selection must not become empty. */
function leftOut(node: FieldNode, Kind: ReturnType<typeof library>['Kind']): FieldNode {
  return {
    kind: Kind.FIELD,
    alias: node.alias ?? { kind: Kind.NAME, value: node.name.value },
    name: { kind: Kind.NAME, value: '__typename' },
    directives: [
      {
        kind: Kind.DIRECTIVE,
        name: { kind: Kind.NAME, value: 'skip' },
        arguments: [
          {
            kind: Kind.ARGUMENT,
            name: { kind: Kind.NAME, value: 'if' },
            value: { kind: Kind.BOOLEAN, value: true },
          },
        ],
      },
    ],
    ...(node.loc && { loc: node.loc }),
  };
}
