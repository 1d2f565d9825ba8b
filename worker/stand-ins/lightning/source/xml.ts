import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

/** An element of a metadata file. Every child is a list, as any of them may come more than once. */
// A Record cannot name itself.
// eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style
export interface XmlElement {
  [name: string]: (XmlElement | string)[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  ignoreDeclaration: true,
  parseTagValue: false,
  isArray: () => true,
});

/** The root element of a metadata file. Throws a sentence with the file's name when it is no XML. */
export function readXml(file: string): XmlElement {
  try {
    const document = parser.parse(readFileSync(file, 'utf8')) as Record<string, XmlElement[]>;
    return Object.values(document)[0]?.[0] ?? {};
  } catch (error) {
    throw new Error(`${file} is no metadata file: ${(error as Error).message}`, { cause: error });
  }
}

export function textOf(element: XmlElement, name: string): string | undefined {
  const [value] = element[name] ?? [];
  return typeof value === 'string' ? value : undefined;
}

export function textsOf(element: XmlElement, name: string): string[] {
  return (element[name] ?? []).filter((value) => typeof value === 'string');
}

export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  return (element[name] ?? []).filter((value) => typeof value !== 'string');
}
