/** A formula's tree, in the form that the formula library reads and writes. */
export type Node =
  | { type: 'Literal'; value: string | number | boolean | null; raw?: string }
  | Identifier
  | Member
  | Call
  | { type: 'UnaryExpression'; operator: string; argument: Node; prefix: true }
  | Binary;

export interface Identifier {
  type: 'Identifier';
  name: string;
}

export interface Member {
  type: 'MemberExpression';
  computed: false;
  object: Node;
  property: Identifier;
  optional: false;
}

export interface Call {
  type: 'CallExpression';
  callee: Identifier;
  arguments: Node[];
  optional: false;
}

export interface Binary {
  type: 'BinaryExpression' | 'LogicalExpression';
  operator: string;
  left: Node;
  right: Node;
}

export const identifier = (name: string): Identifier => ({ type: 'Identifier', name });
export const literal = (value: string | number | boolean | null): Node => ({
  type: 'Literal',
  value,
  raw: String(value),
});
export const call = (name: string, ...args: Node[]): Call => ({
  type: 'CallExpression',
  callee: identifier(name),
  arguments: args,
  optional: false,
});

/** `['Account', 'Name']` as the tree spells it. */
export function member([first = '', ...rest]: string[]): Node {
  return rest.reduce<Node>(
    (object, name) => ({
      type: 'MemberExpression',
      computed: false,
      object,
      property: identifier(name),
      optional: false,
    }),
    identifier(first),
  );
}

/** The names along a path such as `Account.Owner.Name`; undefined for any other node. */
export function pathOf(node: Node): string[] | undefined {
  if (node.type === 'Identifier') return [node.name];
  if (node.type !== 'MemberExpression') return undefined;
  const before = pathOf(node.object);
  return before && [...before, node.property.name];
}

/** The parts a node consists of, from left to right. */
export function partsOf(node: Node): Node[] {
  if (node.type === 'CallExpression') return node.arguments;
  if (node.type === 'UnaryExpression') return [node.argument];
  if (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') {
    return [node.left, node.right];
  }
  return [];
}

/** The same node with other parts. */
export function withParts(node: Node, parts: Node[]): Node {
  const [first = node, second = node] = parts;
  if (node.type === 'CallExpression') return { ...node, arguments: parts };
  if (node.type === 'UnaryExpression') return { ...node, argument: first };
  if (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') {
    return { ...node, left: first, right: second };
  }
  return node;
}
