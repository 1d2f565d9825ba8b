import { formulaEngine } from './engine.ts';
import { EXTRAS, wholePattern } from './functions.ts';
import { call, identifier, member, partsOf, pathOf, withParts, type Node } from './node.ts';
import { FormulaProblem, unknownField, unknownFunction } from './problem.ts';
import { find, type Found, type Surroundings } from './surroundings.ts';

/** The root below which a formula finds the record as it was before. */
export const PRIOR = '$$PRIOR';

/** What only a rule that runs at a save can know. */
const AT_A_SAVE = ['ISNEW', 'ISCHANGED', 'PRIORVALUE', 'ISCLONE'];
const MOMENTS: Record<string, string> = { TODAY: '$$TODAY', NOW: '$$NOW', TIMENOW: '$$TIMENOW' };

/**
 * A rule runs as a record is saved and may ask what changed; the value of a new record knows who
 * makes it, but not the record; a field knows the record, but not who reads it.
 */
export type Place = 'rule' | 'default' | 'field';

export interface Resolved {
  tree: Node;
  /** Every field the formula names, by its path as the tree spells it. */
  found: Map<string, Found>;
}

/**
 * Gives names the schema's spelling and puts what the library lacks in its own terms. Throws
 * FormulaProblem for a field or a function that does not exist.
 */
export function resolve(node: Node, around: Surroundings, place: Place): Resolved {
  const found = new Map<string, Found>();
  return { tree: visit(node), found };

  function visit(given: Node): Node {
    const path = pathOf(given);
    if (path) return member(fieldAt(path).path);
    if (given.type === 'CallExpression') return visitCall(given.callee.name, given.arguments);
    if (given.type === 'BinaryExpression') {
      const nothing = [given.left, given.right].find(isNull);
      if (nothing && /^[!=]==?$/.test(given.operator)) {
        const other = visit(nothing === given.left ? given.right : given.left);
        const blank = call('ISBLANK', other);
        return given.operator.startsWith('!') ? call('NOT', blank) : blank;
      }
    }
    return withParts(given, partsOf(given).map(visit));
  }

  function fieldAt(path: string[]): Found {
    const isGlobal = path[0]?.startsWith('$') ?? false;
    if (isGlobal && place === 'field') {
      const name = path.join('.');
      throw new FormulaProblem(`The local org does not know ${name} in the formula of a field.`);
    }
    const one = isGlobal || place !== 'default' ? find(around, path) : undefined;
    if (!one) throw unknownField(path.join('.'));
    found.set(one.path.join('.'), one);
    return one;
  }

  function visitCall(name: string, args: Node[]): Node {
    if (AT_A_SAVE.includes(name) && place !== 'rule') {
      throw new FormulaProblem(`Function ${name} may not be used in this type of formula`);
    }
    const moment = MOMENTS[name];
    if (moment && args.length === 0) return identifier(moment);
    if (name === 'ISNEW' && args.length === 0) return identifier('$$ISNEW');
    if (name === 'ISCHANGED' || name === 'PRIORVALUE') return ofPrior(name, args);
    const [first, second] = args;
    if (name === 'ISPICKVAL' && first && second?.type === 'Literal' && second.value === '') {
      return call('ISBLANK', visit(first));
    }
    if (name === 'REGEX' && second?.type === 'Literal') checkPattern(String(second.value));
    if (name.startsWith('$') || !(name in EXTRAS || name in formulaEngine().builtins)) {
      throw unknownFunction(name);
    }
    return call(name, ...args.map(visit));
  }

  function ofPrior(name: string, args: Node[]): Node {
    const [only] = args;
    const path = only && pathOf(only);
    if (!path || args.length > 1 || path.length > 1) {
      throw new FormulaProblem(`The ${name} function takes one field of the record itself.`);
    }
    const one = fieldAt(path);
    found.set([PRIOR, ...one.path].join('.'), one);
    const before = member([PRIOR, ...one.path]);
    return name === 'PRIORVALUE' ? before : call('$$DIFFERS', member(one.path), before);
  }
}

const isNull = (node: Node): boolean => node.type === 'Literal' && node.value === null;

function checkPattern(source: string): void {
  try {
    wholePattern(source);
  } catch {
    throw new FormulaProblem(`Invalid regular expression: ${source}`);
  }
}
