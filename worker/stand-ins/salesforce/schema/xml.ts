import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

export type Xml = Record<string, unknown>;

const LISTS = [
  'value',
  'summaryFilterItems',
  'fieldPermissions',
  'objectPermissions',
  'userPermissions',
];
const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => LISTS.includes(name),
});

/** The content below the root element; every leaf is text. */
export function readXml(text: string): Xml {
  const parsed = parser.parse(text) as Xml;
  const root = Object.keys(parsed).find((key) => !key.startsWith('?'));
  return root === undefined ? {} : (child(parsed, root) ?? {});
}

export function child(xml: Xml, name: string): Xml | undefined {
  const value = xml[name];
  return typeof value === 'object' && value !== null ? (value as Xml) : undefined;
}

export function list(xml: Xml | undefined, name: string): Xml[] {
  const value = xml?.[name];
  return Array.isArray(value) ? (value as Xml[]) : [];
}

export function leaf(xml: Xml | undefined, name: string): string | undefined {
  const value = xml?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Every file below the folder whose name ends so, sorted, so that the schema is always the same. */
export function filesEndingIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}
