import type {
  ConditionWithValueQuery,
  NegationCondition,
  WhereClause,
} from '@jetstreamapp/soql-parser-js';
import { refuse } from '../records/refusal.ts';

/** A condition that tests one field. */
export type Test = Exclude<ConditionWithValueQuery, NegationCondition>;

export type Tree =
  | { kind: 'test'; test: Test }
  | { kind: 'not'; part: Tree }
  | { kind: 'and' | 'or'; parts: Tree[] };

type Token = '(' | ')' | 'not' | 'and' | 'or' | Test;

/** The parser hands over a flat chain with counted parentheses; this gives it its shape back. */
export function toTree(where: WhereClause): Tree {
  const tokens = flatten(where);
  const tree = readGroup(tokens);
  if (tokens.length > 0) throw unexpected(tokens[0]);
  return tree;
}

function flatten(where: WhereClause): Token[] {
  const tokens: Token[] = [];
  let clause = where;
  for (;;) {
    const { left } = clause;
    tokens.push(...parentheses('(', left?.openParen));
    if (left && 'operator' in left) {
      tokens.push(left, ...parentheses(')', left.closeParen));
    }
    if (!('operator' in clause)) break;
    tokens.push(clause.operator.toLowerCase() as 'and' | 'or' | 'not');
    clause = clause.right;
  }
  return tokens;
}

function parentheses(sign: '(' | ')', count = 0): Token[] {
  return Array.from({ length: count }, () => sign);
}

function readGroup(tokens: Token[]): Tree {
  const parts = [readUnit(tokens)];
  let kind: 'and' | 'or' | undefined;
  for (;;) {
    const [next] = tokens;
    if (next !== 'and' && next !== 'or') break;
    // The platform refuses to guess which of the two binds tighter.
    if (kind && kind !== next) throw unexpected(next);
    kind = next;
    tokens.shift();
    parts.push(readUnit(tokens));
  }
  const [only] = parts;
  return kind || !only ? { kind: kind ?? 'and', parts } : only;
}

function readUnit(tokens: Token[]): Tree {
  const token = tokens.shift();
  if (token === 'not') return { kind: 'not', part: readUnit(tokens) };
  if (token === '(') {
    const tree = readGroup(tokens);
    const closing = tokens.shift();
    if (closing !== ')') throw unexpected(closing);
    return tree;
  }
  if (typeof token !== 'object') throw unexpected(token);
  return { kind: 'test', test: token };
}

function unexpected(token: Token | undefined): Error {
  const shown = typeof token === 'string' ? `'${token.toUpperCase()}'` : '<EOF>';
  return refuse('MALFORMED_QUERY', `unexpected token: ${shown}`);
}
