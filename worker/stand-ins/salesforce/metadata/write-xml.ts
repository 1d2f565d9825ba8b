import type { Element } from './element.ts';

const METADATA = 'http://soap.sforce.com/2006/04/metadata';

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The element as a file of its own would hold it, its root renamed to `rootName`. */
export function documentOf(element: Element, rootName = element.name): string {
  const inside = element.children.map((child) => written(child, 1)).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<${rootName} xmlns="${METADATA}">\n${inside}</${rootName}>\n`
  );
}

function written(element: Element, depth: number): string {
  const indent = '    '.repeat(depth);
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  const open = `${indent}<${element.name}${attributes}>`;
  if (element.children.length === 0) {
    return `${open}${escapeXml(element.text)}</${element.name}>\n`;
  }
  const inside = element.children.map((child) => written(child, depth + 1)).join('');
  return `${open}\n${inside}${indent}</${element.name}>\n`;
}

/** What SOAP answers are made of: texts, objects, and lists that repeat their element. */
export type Tree = string | number | boolean | null | undefined | Tree[] | { [name: string]: Tree };

/** `<name>…</name>`; nothing for what is undefined, one element for each entry of a list. */
export function xmlOf(name: string, tree: Tree): string {
  if (tree === undefined || tree === null) return '';
  if (Array.isArray(tree)) return tree.map((entry) => xmlOf(name, entry)).join('');
  if (typeof tree !== 'object') return `<${name}>${escapeXml(String(tree))}</${name}>`;
  const inside = Object.entries(tree).map(([key, value]) => xmlOf(key, value));
  return `<${name}>${inside.join('')}</${name}>`;
}
