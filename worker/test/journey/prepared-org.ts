import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringPackage, type BringOptions } from '../../../scripts/lib/deploy-package.ts';

/** What of a stack's folder makes an org with the package in it. */
const FILES = ['salesforce.jsonl', 'package-brought.json'];
const PACKAGES = 'packages';

const kept = new Map<string, string>();

/** Forgets the kept orgs; whoever opened journeys calls it at the end. */
export function dropPreparedOrgs(): void {
  for (const folder of kept.values()) rmSync(folder, { recursive: true, force: true });
  kept.clear();
}

/**
 * Lays the state of an org that got the package earlier in this process into a stack's folder, so
 * that not every story deploys it again. The stack still asks the org whether it has it.
 */
export function layPreparedOrg(home: string, namespace: string): void {
  const folder = kept.get(namespace);
  if (folder) copyOrg(folder, home);
}

/** Brings the package into the org, and keeps the org's state for those that come after. */
export async function bringAndKeep(options: BringOptions): Promise<void> {
  const { home, namespace } = options;
  await bringPackage(options);
  if (kept.has(namespace)) return;
  const folder = mkdtempSync(join(tmpdir(), 'cartbridge-prepared-'));
  kept.set(namespace, folder);
  copyOrg(home, folder);
}

function copyOrg(from: string, to: string): void {
  for (const file of FILES) copyFileSync(join(from, file), join(to, file));
  const packages = join(from, PACKAGES);
  if (existsSync(packages)) cpSync(packages, join(to, PACKAGES), { recursive: true });
}
