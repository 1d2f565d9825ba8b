import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element, the place where it begins counted from 1. */
export interface Element {
  name: string;
  line: number;
  column: number;
  /** The trimmed text directly inside; empty when there is none. */
  text: string;
  attributes: Record<string, string>;
  children: Element[];
}

/** What an XML parser stumbled over, and where. */
export class MalformedXml extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

type Parsed = Record<string, unknown> & Record<symbol, { startIndex?: number } | undefined>;
type Place = (index: number) => { line: number; column: number };

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  parseTagValue: false,
});
const POSITION = XMLParser.getMetaDataSymbol() as unknown as symbol;

/** Reads one document. Throws MalformedXml. */
export function parseElement(text: string): Element {
  // Its successor is a separate package that nothing else here needs.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new MalformedXml(verdict.err.msg, verdict.err.line, verdict.err.col);
  const [root] = elements(parser.parse(text) as Parsed[], placeFinder(text));
  if (!root) throw new MalformedXml('Content is not allowed in prolog.', 1, 1);
  return root;
}

function elements(nodes: Parsed[], place: Place): Element[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    const inside = node[name] as Parsed[];
    return {
      name: name.replace(/^.*:/, ''),
      ...place(node[POSITION]?.startIndex ?? 0),
      text: inside
        .map((child) => (typeof child['#text'] === 'string' ? child['#text'] : ''))
        .join('')
        .trim(),
      attributes: (node[':@'] ?? {}) as Record<string, string>,
      children: elements(inside, place),
    };
  });
}

function placeFinder(text: string): Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  let known = 0;
  return (index) => {
    // Elements come in the order of the text, save that a parent is asked for before its children.
    if ((starts[known] ?? 0) > index) known = 0;
    while ((starts[known + 1] ?? Infinity) <= index) known += 1;
    return { line: known + 1, column: index - (starts[known] ?? 0) + 1 };
  };
}

export function childrenOf(element: Element | undefined, name: string): Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The text of the first child of that name; empty when there is no such child. */
export function textIn(element: Element | undefined, name: string): string {
  return childOf(element, name)?.text ?? '';
}

/** All elements of that name below this one, however deep. */
export function deepIn(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...deepIn(child, name),
  ]);
}
