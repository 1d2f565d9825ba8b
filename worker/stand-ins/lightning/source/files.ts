import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface SourceFiles {
  /** Every file with this ending. */
  paths(ending: string): string[];
  /** The same by name, without the ending; for kinds whose names are unique. */
  named(ending: string): Map<string, string>;
  /** The folders of the Lightning web components, by name. */
  bundles: Map<string, string>;
}

/** Where the metadata of a source folder lies, whatever folders lie between. */
export function findSourceFiles(root: string): SourceFiles {
  if (!existsSync(root)) throw new Error(`There is no source folder ${root}.`);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/__tests__/') && !file.includes('/node_modules/'))
    .sort();
  const bundles = new Map<string, string>();
  for (const file of files) {
    const folder = dirname(file);
    if (basename(dirname(folder)) === 'lwc') bundles.set(basename(folder), folder);
  }
  const paths = (ending: string) => files.filter((file) => file.endsWith(ending));
  return {
    bundles,
    paths,
    named: (ending) => new Map(paths(ending).map((file) => [basename(file, ending), file])),
  };
}
