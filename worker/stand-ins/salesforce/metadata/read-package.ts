import { MalformedXml, childrenOf, parseElement, textIn, type Element } from './element.ts';
import type { Deletion, Failure, Incoming } from './failure.ts';
import { readFiles } from './read-files.ts';
import { isKnownType } from './types.ts';

/** A deployed archive: what it brings, what it takes away, and what is wrong with it already. */
export interface Package {
  incoming: Incoming[];
  deletions: Deletion[];
  failures: Failure[];
}

const NEWEST_VERSION = 67;
const DELETIONS = [
  'destructiveChangesPre.xml',
  'destructiveChanges.xml',
  'destructiveChangesPost.xml',
];

/** Reads the files of an archive by its `package.xml`, wherever in it that lies. */
export function readPackage(archive: Map<string, Buffer>): Package {
  const files = withoutRoot(archive);
  const failures: Failure[] = [];
  const manifest = files.get('package.xml');
  const about = (fileName: string) => ({ type: '', fullName: fileName, fileName });
  if (!manifest) {
    return {
      incoming: [],
      deletions: [],
      failures: [{ ...about('package.xml'), text: 'No package.xml found' }],
    };
  }

  function members(fileName: string, file: Buffer): Deletion[] {
    try {
      return membersOf(parseElement(file.toString('utf8')), fileName);
    } catch (error) {
      if (!(error instanceof MalformedXml)) throw error;
      const { message: text, line, column } = error;
      failures.push({ ...about(fileName), text, line, column });
      return [];
    }
  }

  const named = members('package.xml', manifest);
  for (const { type, line } of named.filter((member) => !isKnownType(member.type))) {
    const text = `Entity type '${type}' is not available in this organization`;
    failures.push({ ...about('package.xml'), text, line });
  }
  const version = /<version>\s*([\d.]+)\s*<\/version>/.exec(manifest.toString('utf8'))?.[1];
  if (version === undefined || Number(version) > NEWEST_VERSION) {
    const text = version === undefined ? 'No version specified' : `Invalid version: ${version}`;
    failures.push({ ...about('package.xml'), text });
  }
  const deletions = DELETIONS.flatMap((fileName) => {
    const file = files.get(fileName);
    return file ? members(fileName, file) : [];
  });
  const read = readFiles(files);
  const wanted = new Set(named.map(({ type, fullName }) => `${type} ${fullName}`));
  const incoming = read.incoming.filter(
    ({ type, fullName }) =>
      wanted.has(`${type} ${fullName}`) ||
      wanted.has(`${type} *`) ||
      isPart(type, fullName, wanted),
  );
  return {
    incoming,
    deletions,
    failures: [
      ...failures,
      ...read.failures,
      ...unnamed(read.incoming, incoming),
      ...missing(named, read),
    ],
  };
}

/** Whoever names an object, or the labels, names all that its file holds. */
function isPart(type: string, fullName: string, wanted: Set<string>): boolean {
  if (type === 'CustomLabel')
    return wanted.has('CustomLabels CustomLabels') || wanted.has('CustomLabels *');
  const object = fullName.split('.')[0] ?? '';
  return (
    fullName.includes('.') && (wanted.has(`CustomObject ${object}`) || wanted.has('CustomObject *'))
  );
}

function unnamed(all: Incoming[], named: Incoming[]): Failure[] {
  return all
    .filter((component) => !named.includes(component))
    .map(({ type, fullName, fileName }) => ({
      type,
      fullName,
      fileName,
      text: `Not in package.xml: ${type} ${fullName}`,
    }));
}

function missing(
  named: Deletion[],
  read: { incoming: Incoming[]; failures: Failure[]; containers: Set<string> },
): Failure[] {
  const found = new Set([
    ...[...read.incoming, ...read.failures].map(({ type, fullName }) => `${type} ${fullName}`),
    ...read.containers,
  ]);
  return named
    .filter(({ type, fullName }) => isKnownType(type) && fullName !== '*')
    .filter(({ type, fullName }) => !found.has(`${type} ${fullName}`))
    .map(({ type, fullName, line }) => ({
      type,
      fullName,
      fileName: 'package.xml',
      text: `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`,
      line,
    }));
}

function membersOf(root: Element, fileName: string): Deletion[] {
  return childrenOf(root, 'types').flatMap((types) =>
    childrenOf(types, 'members').map(({ text, line }) => ({
      type: textIn(types, 'name'),
      fullName: text,
      fileName,
      line,
    })),
  );
}

/** Some clients put everything into one folder, though they say they do not. */
function withoutRoot(archive: Map<string, Buffer>): Map<string, Buffer> {
  const manifest =
    [...archive.keys()].find((path) => /^(?:[^/]+\/)?package\.xml$/.test(path)) ?? '';
  const root = manifest.replace('package.xml', '');
  return new Map(
    [...archive].map(([path, bytes]) => [
      path.slice(path.startsWith(root) ? root.length : 0),
      bytes,
    ]),
  );
}
