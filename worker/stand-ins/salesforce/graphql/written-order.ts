import type { FieldNode, ValueNode } from 'graphql';
import { isInput, type Context, type Input } from './context.ts';

/**
 * An argument with its keys in the order in which the caller wrote them. Coercion puts them in the
 * order of the type's definition, and the first of several sort keys would be any of them.
 */
export function asWritten(
  context: Context,
  nodes: readonly FieldNode[],
  name: string,
  value: unknown,
): Input {
  const argument = nodes[0]?.arguments?.find((one) => one.name.value === name);
  if (!isInput(value) || !argument) return {};
  return sorted(value, written(context, argument.value));
}

/** The names in a value, each with the names within it. */
type Names = Map<string, Names>;

function sorted(value: Input, names: Names): Input {
  const places = new Map([...names.keys()].map((name, place) => [name, place]));
  const place = (name: string): number => places.get(name) ?? places.size;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => place(one) - place(other))
      .map(([name, inner]) => [
        name,
        isInput(inner) ? sorted(inner, names.get(name) ?? new Map<string, Names>()) : inner,
      ]),
  );
}

function written(context: Context, node: ValueNode): Names {
  if (node.kind === 'Variable') return ofPlain(context.variables[node.name.value]);
  if (node.kind !== 'ObjectValue') return new Map();
  return new Map(node.fields.map((field) => [field.name.value, written(context, field.value)]));
}

function ofPlain(value: unknown): Names {
  if (!isInput(value)) return new Map();
  return new Map(Object.entries(value).map(([name, inner]) => [name, ofPlain(inner)]));
}
