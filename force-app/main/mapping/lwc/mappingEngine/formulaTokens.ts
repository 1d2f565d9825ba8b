import { FormulaError } from './formulaTypes.ts';

export interface Token {
  kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  /** A text without its quotes and escapes; everything else as it is written. */
  text: string;
  at: number;
}

const SKIPPED = /\s+/y;
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y;
const NAME = /[A-Za-z_$][\w$:#]*(?:\.[\w$:#]+)*/y;
const SIGN = /&&|\|\||==|!=|<>|<=|>=|[-+*/^&=<>!(),]/y;
const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** The words, numbers, texts and signs of a formula; the last token is its end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at = afterSpace(text, at);
    if (at >= text.length) break;
    const quote = text[at];
    if (quote === '"' || quote === "'") {
      const { value, end } = readText(text, at, quote);
      tokens.push({ kind: 'text', text: value, at });
      at = end;
      continue;
    }
    const token =
      match(NUMBER, 'number', text, at) ??
      match(NAME, 'name', text, at) ??
      match(SIGN, 'sign', text, at);
    if (!token) throw stray(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  tokens.push({ kind: 'end', text: '', at: text.length });
  return tokens;
}

function match(shape: RegExp, kind: Token['kind'], text: string, at: number): Token | undefined {
  shape.lastIndex = at;
  const found = shape.exec(text)?.[0];
  return found === undefined ? undefined : { kind, text: found, at };
}

function afterSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    at += match(SKIPPED, 'sign', text, at)?.text.length ?? 0;
    if (!text.startsWith('/*', at)) return at;
    const end = text.indexOf('*/', at + 2);
    if (end < 0) {
      throw new FormulaError("Syntax error.  Missing '*/'", at, 'End the comment with */.');
    }
    at = end + 2;
  }
}

function readText(text: string, start: number, quote: string): { value: string; end: number } {
  let value = '';
  let from = start + 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === quote) return { value: value + text.slice(from, at), end: at + 1 };
    if (text[at] !== '\\') continue;
    const sign = text[at + 1] ?? '';
    const meant = Object.hasOwn(ESCAPES, sign) ? ESCAPES[sign] : undefined;
    if (meant === undefined) {
      throw new FormulaError(
        `Syntax error.  Found '\\${sign}'`,
        at,
        'Write two backslashes for one, as in "\\\\d".',
      );
    }
    value += text.slice(from, at) + meant;
    from = at + 2;
    at += 1;
  }
  throw new FormulaError(
    `Syntax error.  Missing '${quote}'`,
    start,
    `End the text with ${quote}; a ${quote} inside it is written \\${quote}.`,
  );
}

function stray(text: string, at: number): FormulaError {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const fix = /[“”„‘’‚«»]/.test(sign)
    ? 'Use straight quotes: "…".'
    : 'Remove it, or put it into quotes when it is text.';
  return new FormulaError(`Syntax error.  Found '${sign}'`, at, fix);
}
