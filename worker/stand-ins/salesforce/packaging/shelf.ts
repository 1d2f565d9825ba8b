import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PackageVersion } from './version.ts';

/**
 * Where package versions lie for all orgs, as on the platform they do in no org at all: a hub puts
 * them there, and any org that knows an id may take one.
 */
export interface Shelf {
  put(version: PackageVersion): void;
  /** The version of this 18-character `04t` id. */
  get(id: string): PackageVersion | undefined;
  all(): PackageVersion[];
}

/** A shelf in a folder that several orgs share; without one it is the org's own and not kept. */
export function openShelf(folder?: string): Shelf {
  return folder === undefined ? inMemory() : inFolder(folder);
}

function inMemory(): Shelf {
  const versions = new Map<string, PackageVersion>();
  return {
    put: (version) => void versions.set(version.id, version),
    get: (id) => versions.get(id),
    all: () => [...versions.values()],
  };
}

function inFolder(folder: string): Shelf {
  const read = (name: string): PackageVersion =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')) as PackageVersion;
  return {
    put(version) {
      mkdirSync(folder, { recursive: true });
      const file = join(folder, `${version.id}.json`);
      // Another org may look at this very moment, and must not find half a version.
      writeFileSync(`${file}.new`, JSON.stringify(version));
      renameSync(`${file}.new`, file);
    },
    get: (id) => (existsSync(join(folder, `${id}.json`)) ? read(`${id}.json`) : undefined),
    all: () =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => name.endsWith('.json'))
            .sort()
            .map(read)
        : [],
  };
}
