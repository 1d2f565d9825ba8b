import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignWorker } from './deploy-package-assign.ts';
import type { TargetOrg } from './deploy-package-call.ts';
import { deployArchive, hasDeployed } from './deploy-package-deploy.ts';
import { hasInstalled, installPackage } from './deploy-package-install.ts';
import { membersOf, removalOf } from './deploy-package-removed.ts';
import { FORCE_APP, fingerprint, packSources } from './deploy-package-sources.ts';

export interface BringOptions {
  org: TargetOrg;
  /** The stack's folder, which remembers what was brought last. */
  home: string;
  /** Empty: force-app is deployed. Otherwise it is built into a package of this namespace, and installed. */
  namespace: string;
  /** Who gets the worker's permission set. */
  workerUsername: string;
  /** The source folder; force-app when absent. */
  sources?: string;
}

/** What the stack's folder remembers: what came into the org last, and by which request. */
interface Brought {
  fingerprint: string;
  id: string;
  members: string[];
}

/**
 * Brings the package into the org by the ways that a real org offers, and gives the worker's user its
 * rights. Does nothing when the org has these sources already. Throws what the org found wrong.
 */
export async function bringPackage(options: BringOptions): Promise<'brought' | 'there already'> {
  const { org, home, namespace, workerUsername, sources = FORCE_APP } = options;
  const file = join(home, 'package-brought.json');
  const now = fingerprint(sources);
  const last = readBrought(file);
  const has = namespace ? hasInstalled : hasDeployed;
  // The org is asked as well: it may have been emptied since.
  const remembers = last !== undefined && (await has(org, last.id));
  const isThere = remembers && last.fingerprint === now;
  if (!isThere) {
    const archive = await packSources(sources, now);
    const members = membersOf(archive);
    const id = namespace
      ? await installPackage(org, { archive, home, namespace })
      : await deployArchive(org, archive);
    if (!namespace && remembers) await removeOthers(org, last.members, members);
    writeFileSync(file, JSON.stringify({ fingerprint: now, id, members } satisfies Brought));
  }
  await assignWorker(org, workerUsername, namespace);
  return isThere ? 'there already' : 'brought';
}

/** A deploy leaves alone what it does not name, so what left the sources has to be deleted. */
async function removeOthers(org: TargetOrg, before: string[], now: string[]): Promise<void> {
  const gone = before.filter((member) => !now.includes(member));
  if (gone.length > 0) await deployArchive(org, removalOf(gone, org.apiVersion));
}

function readBrought(file: string): Brought | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Brought;
  } catch {
    return undefined;
  }
}
