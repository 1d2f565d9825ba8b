import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './stack-services.ts';

export const FORCE_APP = join(ROOT, 'force-app');
const CACHE = join(ROOT, 'node_modules', '.cache', 'cartbridge');

/** Tells one state of a source folder from another. */
export function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of paths) {
    hash
      .update(`${path.slice(folder.length)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 24);
}

/**
 * The sources as the archive a deploy takes. To make it takes more than a second, so that of force-app
 * is kept for as long as the sources stay what they are.
 */
export async function packSources(folder: string, print: string): Promise<Buffer> {
  if (folder !== FORCE_APP) return pack(folder);
  const name = `package-${print}.zip`;
  const kept = readKept(name);
  if (kept) return kept;
  const archive = await pack(folder);
  keep(name, archive);
  return archive;
}

/** Made by Salesforce's own converter, which the CLI uses too. */
async function pack(folder: string): Promise<Buffer> {
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const components = ComponentSet.fromSource(folder);
  const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', {
    type: 'zip',
  });
  if (!zipBuffer) throw new Error(`${folder} holds nothing that could be deployed.`);
  return zipBuffer;
}

function readKept(name: string): Buffer | undefined {
  try {
    return readFileSync(join(CACHE, name));
  } catch {
    return undefined;
  }
}

/** Several stacks may start at once, and none may read the half of it. */
function keep(name: string, archive: Buffer): void {
  mkdirSync(CACHE, { recursive: true });
  const older = readdirSync(CACHE).filter((one) => /^package-\w+\.zip$/.test(one) && one !== name);
  const own = join(CACHE, `${name}.${process.pid}`);
  writeFileSync(own, archive);
  renameSync(own, join(CACHE, name));
  for (const one of older) rmSync(join(CACHE, one), { force: true });
}
