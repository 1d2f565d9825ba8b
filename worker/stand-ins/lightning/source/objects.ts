import { basename, dirname } from 'node:path';
import type { SourceFiles } from './files.ts';
import { recordPageOf } from './overrides.ts';
import { readXml, textOf } from './xml.ts';

/** What the source folder says about an object: of a standard one, only what the package adds. */
export interface SourceObject {
  name: string;
  /** The name of the record page that takes the place of the plain one. */
  recordPage: string | undefined;
  compactLayout: string | undefined;
  fields: Map<string, SourceField>;
}

export interface SourceField {
  name: string;
  type: string;
  referenceTo: string | undefined;
}

export function readObjects(files: SourceFiles): Map<string, SourceObject> {
  const objects = new Map<string, SourceObject>();
  const objectOf = (name: string): SourceObject => {
    const known = objects.get(name) ?? {
      name,
      recordPage: undefined,
      compactLayout: undefined,
      fields: new Map<string, SourceField>(),
    };
    objects.set(name, known);
    return known;
  };
  for (const [name, file] of files.named('.object-meta.xml')) {
    const meta = readXml(file);
    const assigned = textOf(meta, 'compactLayoutAssignment');
    Object.assign(objectOf(name), {
      recordPage: recordPageOf(meta),
      compactLayout: assigned === 'SYSTEM' ? undefined : assigned,
    });
  }
  for (const file of files.paths('.field-meta.xml')) {
    const meta = readXml(file);
    const name = basename(file, '.field-meta.xml');
    const object = objectOf(basename(dirname(dirname(file))));
    const type = textOf(meta, 'type') ?? '';
    object.fields.set(name, { name, type, referenceTo: textOf(meta, 'referenceTo') });
  }
  return objects;
}
