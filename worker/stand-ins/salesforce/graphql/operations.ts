import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { ObjectType } from '../schema/model.ts';
import { isInput, objectOf, type Context, type Input } from './context.ts';
import { library } from './library.ts';

export type Verb = 'Create' | 'Update' | 'Delete';

/** One change that a mutation asks for. */
export interface Operation {
  /** Its alias or name: by it the answer and other operations know it. */
  key: string;
  verb: Verb;
  object: ObjectType;
  /** The record it is about; none for one to be created. */
  id: string | undefined;
  fields: Input;
  /** The operations that it takes values from. */
  needs: string[];
}

export const REFERENCE = /^@\{(\w+)((?:\.\w+)*)\}$/;

/** All changes of a mutation in the order in which they are written, each once. */
export function operationsOf(context: Context, info: GraphQLResolveInfo): Operation[] {
  const found = new Map<string, Operation>();
  for (const node of info.fieldNodes) {
    for (const field of selected(info, node.selectionSet)) {
      const key = field.alias?.value ?? field.name.value;
      const operation = found.has(key) ? undefined : operationOf(context, info, key, field);
      if (operation) found.set(key, operation);
    }
  }
  return [...found.values()];
}

function selected(info: GraphQLResolveInfo, set: SelectionSetNode | undefined): FieldNode[] {
  const { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective } = library();
  return (set?.selections ?? []).flatMap((selection) => {
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues);
    const include = getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues);
    if (skip?.if === true || include?.if === false) return [];
    if (selection.kind === 'Field') return [selection];
    if (selection.kind === 'InlineFragment') return selected(info, selection.selectionSet);
    return selected(info, info.fragments[selection.name.value]?.selectionSet);
  });
}

function operationOf(
  context: Context,
  info: GraphQLResolveInfo,
  key: string,
  node: FieldNode,
): Operation | undefined {
  const [, name = '', verb] = /^(.+)(Create|Update|Delete)$/.exec(node.name.value) ?? [];
  const type = info.schema.getType('UIAPIMutations');
  const { isObjectType, getArgumentValues } = library();
  const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
  if (!field) return undefined;
  const { input } = getArgumentValues(field, node, info.variableValues);
  const given = isInput(input) ? input : {};
  const inner = given[name];
  const fields = isInput(inner) ? inner : {};
  const texts = [given.Id, ...Object.values(fields)].filter((value) => typeof value === 'string');
  return {
    key,
    verb: verb as Verb,
    object: objectOf(context, name),
    id: typeof given.Id === 'string' ? given.Id : undefined,
    fields,
    needs: texts.flatMap((text) => REFERENCE.exec(text)?.[1] ?? []),
  };
}
