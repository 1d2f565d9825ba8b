import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element with the line on which it begins, counted from 1. */
export interface XmlElement {
  name: string;
  line: number;
  /** The trimmed text directly inside; empty when there is none. */
  text: string;
  attributes: Record<string, string>;
  children: XmlElement[];
}

export class MalformedXml extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const ATTRIBUTES = ':@';
const TEXT = '#text';

type ParsedNode = Record<string, unknown> & Record<symbol, { startIndex?: number } | undefined>;

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  parseTagValue: false,
});
const POSITION = XMLParser.getMetaDataSymbol() as unknown as symbol;

/** Reads one XML document. Throws `MalformedXml` with the line of the mistake. */
export function parseXml(text: string): XmlElement {
  // Its successor is a separate package that nothing else here needs.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new MalformedXml(verdict.err.msg, verdict.err.line);
  const lineAt = lineFinder(text);
  const [root] = elementsOf(parser.parse(text) as ParsedNode[], lineAt);
  if (!root) throw new MalformedXml('The file holds no element.', 1);
  return root;
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The text of the first child of that name; empty when there is no such child. */
export function textOf(element: XmlElement, name: string): string {
  return childNamed(element, name)?.text ?? '';
}

function elementsOf(nodes: ParsedNode[], lineAt: (index: number) => number): XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT);
    if (name === undefined) return [];
    const inside = node[name] as ParsedNode[];
    return {
      name,
      line: lineAt(node[POSITION]?.startIndex ?? 0),
      text: inside
        .map((child) => child[TEXT] as string | undefined)
        .filter((part) => part !== undefined)
        .join('')
        .trim(),
      attributes: (node[ATTRIBUTES] ?? {}) as Record<string, string>,
      children: elementsOf(inside, lineAt),
    };
  });
}

function lineFinder(text: string): (index: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (index) => {
    const next = starts.findIndex((start) => start > index);
    return next === -1 ? starts.length : next;
  };
}
