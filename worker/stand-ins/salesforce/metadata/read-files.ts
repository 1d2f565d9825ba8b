import { createNamespace } from '../schema/namespace.ts';
import { MalformedXml, childrenOf, parseElement, textIn, type Element } from './element.ts';
import type { Failure, Incoming } from './failure.ts';
import { BUNDLE, TYPES, type MetadataType } from './types.ts';
import { documentOf } from './write-xml.ts';

export interface ReadFiles {
  incoming: Incoming[];
  failures: Failure[];
  /** `CustomObject Contact`: files that are there for what they hold, and are no components. */
  containers: Set<string>;
}

const namespace = createNamespace('');

/** The components in the folders of an archive. */
export function readFiles(files: Map<string, Buffer>): ReadFiles {
  const read: ReadFiles = { incoming: [], failures: [], containers: new Set() };
  for (const [path, bytes] of files) {
    const [directory = '', ...rest] = path.split('/');
    const type = TYPES.find((known) => known.directory === directory);
    if (!type?.suffix || rest.length !== 1 || !path.endsWith(`.${type.suffix}`)) continue;
    const fullName = decoded((rest[0] ?? '').slice(0, -type.suffix.length - 1));
    attempt(read, { type: type.name, fullName, fileName: path }, () => {
      const root = parseElement(bytes.toString('utf8'));
      if (root.name !== type.name) {
        throw new MalformedXml(
          `Expected a ${type.name}, found ${root.name}`,
          root.line,
          root.column,
        );
      }
      takeApart(read, type, fullName, path, root);
    });
  }
  for (const [folder, contents] of bundles(files)) readBundle(read, folder, contents);
  return read;
}

/** File names spell some characters as URLs do. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function attempt(read: ReadFiles, about: Omit<Failure, 'text'>, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof MalformedXml)) throw error;
    const { message: text, line, column } = error;
    read.failures.push({ ...about, text, line, column });
  }
}

/** An object's file holds the object, and beside it components of their own. */
function takeApart(
  read: ReadFiles,
  type: MetadataType,
  fullName: string,
  fileName: string,
  root: Element,
): void {
  const parts = type.children ?? {};
  const own = root.children.filter(({ name }) => !(name in parts));
  const isCustom = type.name === 'CustomObject' && /__\w+$/.test(fullName);
  if (isContainer(type, isCustom)) read.containers.add(`${type.name} ${fullName}`);
  else if (own.length > 0 || root.children.length === 0) {
    const element = { ...root, children: own };
    const xml = documentOf(element);
    read.incoming.push({ type: type.name, fullName, fileName, xml, namespace, element });
  }
  for (const [elementName, part] of Object.entries(parts)) {
    for (const element of childrenOf(root, elementName)) {
      const name = textIn(element, 'fullName');
      const partName = part === 'CustomLabel' ? name : `${fullName}.${name}`;
      const xml = documentOf(element, part);
      read.incoming.push({ type: part, fullName: partName, fileName, xml, namespace, element });
    }
  }
}

function isContainer(type: MetadataType, isCustom: boolean): boolean {
  return type.name === 'CustomLabels' || (type.name === 'CustomObject' && !isCustom);
}

function bundles(files: Map<string, Buffer>): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  for (const [path, bytes] of files) {
    const [, folder = '', file = ''] = /^lwc\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (folder) found.set(folder, { ...found.get(folder), [file]: bytes.toString('base64') });
  }
  return found;
}

function readBundle(read: ReadFiles, fullName: string, files: Record<string, string>): void {
  const fileName = `lwc/${fullName}`;
  const about = { type: BUNDLE, fullName, fileName };
  const meta = files[`${fullName}.js-meta.xml`];
  if (meta === undefined) {
    const text = `Cannot find ${fullName}.js-meta.xml: every Lightning component bundle needs one`;
    read.failures.push({ ...about, text });
    return;
  }
  attempt(read, { ...about, file: `${fileName}/${fullName}.js-meta.xml` }, () => {
    const xml = Buffer.from(meta, 'base64').toString('utf8');
    read.incoming.push({ ...about, xml, files, namespace, element: parseElement(xml) });
  });
}
