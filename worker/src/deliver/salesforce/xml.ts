/** An element of a SOAP answer; names are without their namespace prefix, attributes left out. */
export interface XmlElement {
  name: string;
  children: XmlElement[];
  text: string;
}

/** The answer is no XML of the plain kind that SOAP is made of. */
export class UnreadableXml extends Error {}

const DEEPEST = 64;
const TOKEN =
  /<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|<\?[^]*?\?>|<\/([^\s>]+)\s*>|<([A-Za-z_][^\s/>]*)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)|(<)/g;

/**
 * Reads what Salesforce writes: elements, text, CDATA and the five entities of XML. A document type
 * is refused, for it could declare entities of its own.
 */
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: '', children: [], text: '' };
  const open = [root];
  for (const [, cdata, closed, opened, , empty, text, stray] of source.matchAll(TOKEN)) {
    const current = open.at(-1) ?? root;
    if (stray) throw new UnreadableXml('There is markup that is no element.');
    if (cdata !== undefined) current.text += cdata;
    if (text !== undefined) current.text += plain(text);
    if (opened !== undefined) {
      const element: XmlElement = { name: localName(opened), children: [], text: '' };
      current.children.push(element);
      if (!empty) open.push(element);
      if (open.length > DEEPEST) throw new UnreadableXml('The elements are nested too deep.');
    }
    if (closed !== undefined && open.pop()?.name !== localName(closed))
      throw new UnreadableXml('An element ends that did not begin.');
  }
  const [first] = root.children;
  if (open.length !== 1 || !first || root.children.length > 1)
    throw new UnreadableXml('There is not one whole element.');
  return first;
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text of the first child of that name; empty where there is none. */
export function textIn(element: XmlElement | undefined, name: string): string {
  return childrenOf(element, name)[0]?.text ?? '';
}

/** Text as the content of an element. Characters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function localName(name: string): string {
  return name.replace(/^[^:]*:/, '');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]+);/gi, (all, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? all;
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10_ff_ff ? String.fromCodePoint(point) : '';
  });
}
