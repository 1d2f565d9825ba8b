import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ForceIgnore, MetadataResolver } from '@salesforce/source-deploy-retrieve';
import type { Finding } from './finding.ts';
import { MalformedXml, parseXml, type XmlElement } from './xml.ts';

/** One `-meta.xml` file, understood as far as the platform's own tools understand it. */
export interface MetadataFile {
  /** Below the checked root, with forward slashes. */
  path: string;
  /** The metadata type, such as `CustomField`. */
  type: string;
  /** The component's own name, without that of its parent. */
  name: string;
  /** The object a field, list view or compact layout belongs to. */
  parent: string | undefined;
  source: string;
  root: XmlElement;
}

export interface PackageFiles {
  files: MetadataFile[];
  /** What the scripts and templates of bundles say. */
  texts: string[];
  unrecognized: Finding[];
  malformed: Finding[];
}

/** By their text: the tests of the checks read the same hundreds of files again and again. */
const parsed = new Map<string, XmlElement>();

function parse(source: string): XmlElement {
  const known = parsed.get(source) ?? parseXml(source);
  parsed.set(source, known);
  return known;
}

/** Reads every file below `root`/force-app that would go to an org. */
export function readPackageFiles(root: string): PackageFiles {
  const resolver = new MetadataResolver();
  const ignore = ForceIgnore.findAndCreate(root);
  const result: PackageFiles = { files: [], texts: [], unrecognized: [], malformed: [] };

  for (const path of filesBelow(join(root, 'force-app'))) {
    if (ignore.denies(path)) continue;
    const file = relative(root, path).split(sep).join('/');
    try {
      const [component] = resolver.getComponentsFromPath(path);
      if (!component) continue;
      const source = readFileSync(path, 'utf8');
      if (!path.endsWith('-meta.xml')) {
        result.texts.push(source);
        continue;
      }
      result.files.push({
        path: file,
        type: component.type.name,
        name: component.name,
        parent: component.parent?.name,
        source,
        root: parse(source),
      });
    } catch (error) {
      if (error instanceof MalformedXml) result.malformed.push(malformed(file, error));
      else result.unrecognized.push(unrecognized(file, error));
    }
  }
  return result;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function malformed(file: string, error: MalformedXml): Finding {
  return {
    file,
    line: error.line,
    problem: `The XML cannot be read: ${error.message}`,
    action: 'Close or correct the element named there.',
  };
}

/** Other errors than the resolver's verdict are faults of the checker and must not pass as findings. */
function unrecognized(file: string, error: unknown): Finding {
  if (!(error instanceof Error) || error.name !== 'TypeInferenceError') throw error;
  return {
    file,
    line: 1,
    problem: 'No metadata type has files of this name in this folder.',
    action: 'Correct the folder or the ending of the name, or list the file in .forceignore.',
  };
}
