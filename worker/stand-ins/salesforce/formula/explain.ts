import { partsOf, type Node } from './node.ts';
import { FormulaProblem, typeName } from './problem.ts';
import type { Found } from './surroundings.ts';

interface LibraryError extends Error {
  type?: string;
  expected?: string[];
  operator?: string;
  argLen?: number;
  argRange?: [number, number];
  /** The place that was given to the node at fault. */
  location?: object;
}

/** The node around each node, by the place that `markPlaces` gave to the one inside. */
export type Places = Map<object, Node>;

const OPERATORS: Record<string, string> = { '===': '=', '!==': '<>', '**': '^' };

/** Gives every node a place of its own, by which the library's errors tell what they are about. */
export function markPlaces(tree: Node): Places {
  const places: Places = new Map();
  const visit = (node: Node, around: Node): void => {
    const loc = {};
    Object.assign(node, { loc });
    places.set(loc, around);
    if (node.type === 'CallExpression') {
      const own = {};
      Object.assign(node.callee, { loc: own });
      places.set(own, node);
    }
    for (const part of partsOf(node)) visit(part, node);
  };
  visit(tree, tree);
  return places;
}

/** Says in the platform's words what the library found wrong with a tree. */
export function explain(error: unknown, places: Places, found: Map<string, Found>): FormulaProblem {
  if (error instanceof RangeError) return new FormulaProblem('Formula is too complex.');
  const {
    name,
    message,
    type = '',
    expected = [],
    argLen,
    argRange,
    location,
  } = error as LibraryError;
  const around = location && places.get(location);
  const where = around ? ` for ${nameOf(around)}` : '';
  if (name === 'InvalidArgLengthError' && argRange) {
    const [least, most] = argRange;
    const count = least === most ? String(least) : `${least}-${most}`;
    return new FormulaProblem(
      `Incorrect number of parameters${where}. Expected ${count}, received ${String(argLen)}`,
    );
  }
  if (type.endsWith('picklist')) {
    const field = [...found.values()].find((one) => one.field.type === type);
    return new FormulaProblem(
      `Field ${field?.path.join('.') ?? ''} is a picklist field. Picklist fields are only ` +
        'supported in certain functions.',
    );
  }
  if (name === 'InvalidTypeError' || name === 'InvalidOperatorError') {
    const wanted = [...new Set(expected.map(typeName))].join(', ');
    return new FormulaProblem(
      `Incorrect parameter type${where}. ` +
        `${wanted && `Expected ${wanted}, `}received ${typeName(type)}`,
    );
  }
  return new FormulaProblem(message);
}

function nameOf(node: Node): string {
  if (node.type === 'CallExpression') return `function '${node.callee.name}()'`;
  const operator = 'operator' in node ? node.operator : '';
  return `operator '${OPERATORS[operator] ?? operator}'`;
}
