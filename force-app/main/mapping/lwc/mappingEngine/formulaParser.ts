import { tokensOf, type Token } from './formulaTokens.ts';
import { FormulaError } from './formulaTypes.ts';

/** A formula's tree. Operators are calls by their sign; `-` with one part is the unary one. */
export type FormulaNode = { at: number } & (
  | { kind: 'number'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'constant'; value: true | false | null }
  | { kind: 'path'; path: string }
  | { kind: 'operator'; sign: string; parts: FormulaNode[] }
  | { kind: 'call'; name: string; parts: FormulaNode[] }
);

/** Salesforce's limit for the text of a formula. */
export const LONGEST_FORMULA = 3_900;
const DEEPEST = 100;

/** How tightly operators bind; those of the same strength are worked out from the left. */
const STRENGTH: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  ...{ '=': 3, '==': 3, '<>': 3, '!=': 3 },
  ...{ '<': 4, '<=': 4, '>': 4, '>=': 4 },
  ...{ '+': 5, '-': 5, '&': 5 },
  ...{ '*': 6, '/': 6 },
  '^': 7,
};
const CONSTANTS: Readonly<Record<string, true | false | null>> = {
  TRUE: true,
  FALSE: false,
  NULL: null,
};

/** Reads a formula in time that grows with its length. Throws a FormulaError. */
export function parseFormula(text: string): FormulaNode {
  if (text.length > LONGEST_FORMULA) {
    throw new FormulaError(
      `Formula is too long (${text.length} characters). Maximum length is ${LONGEST_FORMULA} characters.`,
      LONGEST_FORMULA,
      'Shorten it, or divide it among several rows.',
    );
  }
  const reader = new Reader(tokensOf(text));
  const tree = reader.expression(0, 0);
  reader.expectEnd();
  return tree;
}

class Reader {
  private readonly tokens: Token[];
  private index = 0;

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  expression(least: number, depth: number): FormulaNode {
    let left = this.unary(depth);
    for (;;) {
      const { kind, text, at } = this.token();
      const strength = kind === 'sign' ? STRENGTH[text] : undefined;
      if (strength === undefined || strength <= least) return left;
      this.index += 1;
      const right = this.expression(strength, depth);
      left = { kind: 'operator', sign: text, parts: [left, right], at };
    }
  }

  expectEnd(): void {
    const token = this.token();
    if (token.kind === 'end') return;
    if (token.text === ')') throw extra(token, 'Remove it, or add the ( that it closes.');
    if (token.text === ',') throw extra(token, 'Commas stand between the arguments of a function.');
    throw new FormulaError(
      `Syntax error.  Found '${token.text.slice(0, 40)}'`,
      token.at,
      'An operator such as + or & is missing before it.',
    );
  }

  private token(): Token {
    const token = this.tokens[this.index] ?? this.tokens.at(-1);
    if (!token) throw new FormulaError('Formula is empty.', 0, 'Write a formula.');
    return token;
  }

  private take(sign: string): boolean {
    const { kind, text } = this.token();
    if (kind !== 'sign' || text !== sign) return false;
    this.index += 1;
    return true;
  }

  private unary(depth: number): FormulaNode {
    if (depth > DEEPEST) {
      throw new FormulaError(
        `Formula is too deeply nested: more than ${DEEPEST} levels.`,
        this.token().at,
        'Use CASE, or divide it among several rows.',
      );
    }
    const { kind, text, at } = this.token();
    const isNot = kind === 'name' && text.toUpperCase() === 'NOT' && !this.isCall();
    if (isNot || (kind === 'sign' && (text === '-' || text === '+' || text === '!'))) {
      this.index += 1;
      const part = this.unary(depth + 1);
      return isNot || text === '!'
        ? { kind: 'call', name: 'NOT', parts: [part], at }
        : { kind: 'operator', sign: text, parts: [part], at };
    }
    return this.primary(depth);
  }

  private isCall(): boolean {
    const next = this.tokens[this.index + 1];
    return next?.kind === 'sign' && next.text === '(';
  }

  private primary(depth: number): FormulaNode {
    const token = this.token();
    const { kind, text, at } = token;
    if (kind === 'number' || kind === 'text') {
      this.index += 1;
      return { kind, text, at };
    }
    if (kind === 'name') return this.name(token, depth);
    if (!this.take('(')) throw missing(token, this.index);
    const inside = this.expression(0, depth + 1);
    this.close(at);
    return inside;
  }

  private name({ text, at }: Token, depth: number): FormulaNode {
    const call = this.isCall();
    this.index += 1;
    if (!call) {
      const word = text.toUpperCase();
      const isConstant = Object.hasOwn(CONSTANTS, word);
      if (isConstant) return { kind: 'constant', value: CONSTANTS[word] ?? null, at };
      return { kind: 'path', path: text, at };
    }
    const open = this.token().at;
    this.index += 1;
    const parts: FormulaNode[] = [];
    if (this.take(')')) return { kind: 'call', name: text, parts, at };
    do parts.push(this.expression(0, depth + 1));
    while (this.take(','));
    this.close(open);
    return { kind: 'call', name: text, parts, at };
  }

  private close(open: number): void {
    if (this.take(')')) return;
    const token = this.token();
    if (token.kind === 'end') {
      throw new FormulaError("Syntax error.  Missing ')'", open, 'Close this parenthesis.');
    }
    throw new FormulaError(
      `Syntax error.  Found '${token.text.slice(0, 40)}'`,
      token.at,
      'A comma, an operator or ) is missing before it.',
    );
  }
}

function missing(token: Token, index: number): FormulaError {
  if (token.kind === 'end') {
    return index === 0
      ? new FormulaError('Formula is empty.', 0, 'Write a formula.')
      : new FormulaError(
          'Syntax error.  Missing expression',
          token.at,
          'Something has to follow at the end.',
        );
  }
  return new FormulaError(
    `Syntax error.  Found '${token.text}'`,
    token.at,
    'A value, a field or a function is missing before it.',
  );
}

function extra(token: Token, fix: string): FormulaError {
  return new FormulaError(`Syntax error.  Extra '${token.text}'`, token.at, fix);
}
