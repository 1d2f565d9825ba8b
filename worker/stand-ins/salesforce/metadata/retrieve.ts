import type { Org } from '../org.ts';
import type { Component } from '../schema/component.ts';
import type { Element } from './element.ts';
import { fileProperties, listed } from './file-properties.ts';
import { BUNDLE, CHILDREN, archivePath, isKnownType } from './types.ts';
import { elementOf } from './world.ts';
import { documentOf, xmlOf } from './write-xml.ts';
import { zip } from './zip.ts';

export interface Wanted {
  type: string;
  members: string[];
}

export interface Retrieved {
  zipFile: Buffer;
  messages: { fileName: string; problem: string }[];
  fileProperties: ReturnType<typeof fileProperties>[];
}

/** Packs what is wanted in the way a deploy would bring it, below `unpackaged/`. */
export function retrieve(org: Org, wanted: Wanted[], version: string): Retrieved {
  const messages: Retrieved['messages'] = [];
  const chosen = new Map<string, Component>();
  const complain = (problem: string) =>
    messages.push({ fileName: 'unpackaged/package.xml', problem });
  for (const { type, members } of wanted) {
    if (!isKnownType(type)) {
      complain(`Entity type '${type}' is not available in this organization`);
      continue;
    }
    const known = listed(org, type);
    for (const member of members) {
      const found =
        member === '*' ? known.filter(isOwn) : known.filter((one) => nameOf(one) === member);
      if (member !== '*' && found.length === 0) {
        complain(`Entity of type '${type}' named '${member}' cannot be found`);
      }
      for (const component of found.flatMap((one) => withParts(org, one))) {
        chosen.set(`${component.type} ${nameOf(component)}`, component);
      }
    }
  }
  const files = pack([...chosen.values()]);
  files.set('package.xml', Buffer.from(manifest([...chosen.values()], version)));
  const below = [...files].map(([path, bytes]): [string, Buffer] => [`unpackaged/${path}`, bytes]);
  return {
    zipFile: zip(new Map(below)),
    messages,
    fileProperties: [...chosen.values()].map((component) => {
      const properties = fileProperties(org, component);
      return { ...properties, fileName: `unpackaged/${properties.fileName}` };
    }),
  };
}

function nameOf({ type, fullName, namespace }: Component): string {
  return namespace.componentName(type, fullName);
}

/** A star means what is custom. */
function isOwn({ type, fullName }: Component): boolean {
  return type !== 'CustomObject' || /__\w+$/.test(fullName);
}

/** An object comes with all that lies in its file, and so do the labels. */
function withParts(org: Org, component: Component): Component[] {
  const parts = org.catalogue.all().filter((part) => {
    const parent = CHILDREN.get(part.type)?.parent.name;
    if (parent !== component.type) return false;
    return parent === 'CustomLabels' || nameOf(part).startsWith(`${nameOf(component)}.`);
  });
  return component.type === 'CustomLabels' ? parts : [component, ...parts];
}

function pack(components: Component[]): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const composed = new Map<string, { root: string; own: Element[]; parts: Element[] }>();
  for (const component of components) {
    const path = archivePath(component.type, nameOf(component));
    if (component.type === BUNDLE) {
      for (const [name, content] of Object.entries(component.files ?? {})) {
        files.set(`${path}/${name}`, Buffer.from(content, 'base64'));
      }
      continue;
    }
    const part = CHILDREN.get(component.type);
    const root = part?.parent.name ?? component.type;
    const file = composed.get(path) ?? { root, own: [], parts: [] };
    composed.set(path, file);
    if (part) file.parts.push({ ...named(component), name: part.element });
    else if (component.xml) file.own.push(...elementOf(component).children);
  }
  for (const [path, { root, own, parts }] of composed) {
    const element = { name: root, line: 1, column: 1, text: '', attributes: {} };
    const inOrder = [...own, ...parts].sort((one, other) => compare(one.name, other.name));
    files.set(path, Buffer.from(documentOf({ ...element, children: inOrder })));
  }
  return files;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Inside a file components carry their names, which source files may leave to their own. */
function named(component: Component): Element {
  const element = elementOf(component);
  const text = nameOf(component).split('.').at(-1) ?? '';
  const children = element.children.filter(({ name }) => name !== 'fullName');
  const fullName = { ...element, name: 'fullName', text, attributes: {}, children: [] };
  return { ...element, attributes: {}, children: [fullName, ...children] };
}

function manifest(components: Component[], version: string): string {
  const types = new Map<string, string[]>();
  for (const component of components) {
    types.set(component.type, [...(types.get(component.type) ?? []), nameOf(component)]);
  }
  const inside = [...types].map(([name, members]) =>
    xmlOf('types', { members: members.sort(), name }),
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">' +
    `${inside.join('')}<version>${version}</version></Package>`
  );
}
