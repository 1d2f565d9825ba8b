import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MODULES = join(import.meta.dirname, '../../../../node_modules');
const FOLDER = join(MODULES, '.cache/local-org/compiles');

let tools: string | undefined;

/** What of our tools decides whether a source compiles: the compiler, and Node, which strips types. */
function versions(): string {
  const file = join(MODULES, '@lwc/compiler/package.json');
  tools ??= `${process.version} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
  return tools;
}

/** Stands for a source and all that decides whether it compiles. */
export function keyOf(bundle: string, file: string, source: string): string {
  const all = JSON.stringify([versions(), bundle, file, source]);
  return createHash('sha256').update(all).digest('hex');
}

/** Whether a source compiled before, in this org or another of this machine. */
export function isKnownToCompile(key: string): boolean {
  return existsSync(join(FOLDER, key));
}

/** Only what compiles is remembered: a failure is always told by the compiler itself. */
export function rememberThatItCompiles(key: string): void {
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, key), '');
  } catch {
    // Where nothing can be kept, the next deploy compiles again.
  }
}
