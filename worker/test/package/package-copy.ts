import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds force-app. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** A copy of the package that a test may spoil. */
export interface PackageCopy {
  root: string;
  /** Replaces what must stand exactly once in the file, below force-app/main. */
  replace(file: string, search: string | RegExp, replacement: string): void;
  /** Writes a file, below force-app/main. */
  write(file: string, text: string): void;
  remove(file: string): void;
  /** The text of a file, below force-app/main. */
  read(file: string): string;
  /** Puts back what was changed since the copy was made: cheaper than another copy. */
  restore(): void;
  [Symbol.dispose](): void;
}

export function copyPackage(): PackageCopy {
  const root = mkdtempSync(join(tmpdir(), 'cartbridge-package-'));
  for (const entry of ['force-app', 'sfdx-project.json', '.forceignore'])
    cpSync(join(projectRoot, entry), join(root, entry), { recursive: true });
  const at = (file: string) => join(root, 'force-app/main', file);
  const read = (file: string) => readFileSync(at(file), 'utf8');
  const before = new Map<string, string | undefined>();

  function change(file: string, work: () => void): void {
    if (!before.has(file)) before.set(file, existsSync(at(file)) ? read(file) : undefined);
    work();
  }

  return {
    root,
    read,
    replace(file, search, replacement) {
      const parts = read(file).split(search);
      if (parts.length !== 2)
        throw new Error(
          `"${String(search)}" stands ${parts.length - 1} times in ${file}, not once.`,
        );
      change(file, () => writeFileSync(at(file), parts.join(replacement)));
    },
    write(file, text) {
      mkdirSync(dirname(at(file)), { recursive: true });
      change(file, () => writeFileSync(at(file), text));
    },
    remove: (file) => change(file, () => rmSync(at(file))),
    restore() {
      for (const [file, text] of before)
        if (text === undefined) rmSync(at(file));
        else writeFileSync(at(file), text);
      before.clear();
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
