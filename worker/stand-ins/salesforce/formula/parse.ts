import { formulaGrammar } from './engine.ts';
import { literal, partsOf, withParts, type Node } from './node.ts';
import { FormulaProblem, syntax } from './problem.ts';

const LONGEST = 3900;
const DEEPEST = 100;
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/**
 * Reads a formula's text. Throws FormulaProblem.
 *
 * The library's grammar reads the last argument of a call twice, so thirty calls inside each other
 * would take it hours, and it knows no text with both kinds of quotes. It therefore only gets
 * expressions without parentheses and texts: those are cut out first, and put back as nodes.
 */
export function parseFormula(text: string): Node {
  if (text.trim() === '') throw new FormulaProblem('Formula is empty.');
  if (text.length > LONGEST) {
    throw new FormulaProblem(
      `Formula is too long (${text.length} characters). Maximum length is ${LONGEST} characters.`,
    );
  }
  const reader = { text, at: 0 };
  const [tree, ...more] = readList(reader, 0);
  if (reader.at < text.length) throw syntax("Extra ')'");
  if (!tree || more.length > 0) throw syntax("Extra ','");
  return tree;
}

interface Reader {
  text: string;
  at: number;
}

/** Reads expressions between commas, up to a closing parenthesis or the end. */
function readList(reader: Reader, depth: number): Node[] {
  if (depth > DEEPEST) throw new FormulaProblem('Formula is too deeply nested.');
  const list: Node[] = [];
  let flat = '';
  let cut: Node[] = [];
  const hold = (node: Node): string => ` $$${cut.push(node) - 1} `;
  const finish = (): void => {
    list.push(assemble(flat, cut));
    flat = '';
    cut = [];
  };
  while (reader.at < reader.text.length) {
    const sign = reader.text[reader.at] ?? '';
    if (sign === ')') break;
    if (sign === '"' || sign === "'") flat += hold(literal(readText(reader)));
    else if (reader.text.startsWith('/*', reader.at)) flat += skipComment(reader);
    else if (sign === '(') {
      reader.at += 1;
      const inside = readArguments(reader, depth);
      const name = /([A-Za-z]\w*)\s*$/.exec(flat)?.[1];
      if (name) {
        const held = hold(callTo(name, inside));
        flat = flat.replace(/[A-Za-z]\w*\s*$/, () => held);
      } else {
        const [only] = inside;
        if (!only || inside.length > 1) throw syntax(only ? "Missing ')'" : "Found ')'");
        flat += hold(only);
      }
    } else {
      reader.at += 1;
      if (sign === ',') finish();
      else flat += sign;
    }
  }
  finish();
  return list;
}

function readArguments(reader: Reader, depth: number): Node[] {
  const empty = /^\s*\)/.exec(reader.text.slice(reader.at));
  const inside = empty ? [] : readList(reader, depth + 1);
  if (empty) reader.at += empty[0].length - 1;
  if (reader.text[reader.at] !== ')') throw syntax("Missing ')'");
  reader.at += 1;
  return inside;
}

function callTo(name: string, args: Node[]): Node {
  const callee = { type: 'Identifier' as const, name: name.toUpperCase() };
  return { type: 'CallExpression', callee, arguments: args, optional: false };
}

function readText(reader: Reader): string {
  const quote = reader.text[reader.at];
  let content = '';
  for (let at = reader.at + 1; at < reader.text.length; at += 1) {
    const sign = reader.text[at] ?? '';
    if (sign === quote) {
      reader.at = at + 1;
      return content;
    }
    if (sign !== '\\') content += sign;
    else {
      at += 1;
      const escaped = reader.text[at] ?? '';
      content += ESCAPES[escaped] ?? escaped;
    }
  }
  throw syntax(`Missing '${quote ?? '"'}'`);
}

function skipComment(reader: Reader): string {
  const end = reader.text.indexOf('*/', reader.at + 2);
  if (end === -1) throw syntax("Missing '*/'");
  reader.at = end + 2;
  return ' ';
}

function assemble(flat: string, cut: Node[]): Node {
  if (flat.trim() === '') throw syntax('Missing expression');
  const plain = flat
    // `Owner:User.Name` says which kind of owner is meant; here there is but one.
    .replace(/(\w):User\./g, '$1.')
    .replace(/(?<![\w.])\.(?=\d)/g, '0.')
    .replace(/(?<![\w.$])0+(?=\d)/g, '');
  let tree: Node;
  try {
    tree = formulaGrammar().parseFormula(plain);
  } catch (error) {
    const { found } = error as { found?: string | null };
    throw syntax(found ? `Found '${found}'` : 'Missing expression');
  }
  return putBack(tree, cut);
}

function putBack(node: Node, cut: Node[]): Node {
  if (node.type === 'Identifier' && node.name.startsWith('$$')) {
    const held = cut[Number(node.name.slice(2))];
    if (!held) throw syntax(`Found '${node.name}'`);
    return held;
  }
  const parts = partsOf(node);
  return parts.length > 0
    ? withParts(
        node,
        parts.map((part) => putBack(part, cut)),
      )
    : node;
}
