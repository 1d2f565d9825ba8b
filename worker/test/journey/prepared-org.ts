import { copyFileSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bringPackage, type BringOptions } from '../../../scripts/lib/deploy-package.ts';

/** What of a stack's folder makes an org with the package in it. */
const FILES = ['salesforce.jsonl', 'package-brought.json'];
const PACKAGES = 'packages';

/**
 * Orgs that have the package already, in a folder, so that not every story deploys it again.
 * Several processes may use the same folder; whoever made it removes it.
 */
export interface PreparedOrgs {
  /** Lays the state of such an org into a stack's folder. The stack still asks the org for it. */
  lay: (home: string, namespace: string) => void;
  /** Brings the package into the org, and keeps the org's state for those that come after. */
  bring: (options: BringOptions) => Promise<void>;
}

export function preparedOrgsIn(shelf: string): PreparedOrgs {
  const placeOf = (namespace: string): string => join(shelf, `org-${namespace}`);
  return {
    lay(home, namespace) {
      const place = placeOf(namespace);
      if (existsSync(place)) copyOrg(place, home);
    },
    async bring(options) {
      await bringPackage(options);
      const place = placeOf(options.namespace);
      if (existsSync(place)) return;
      const draft = mkdtempSync(join(shelf, 'draft-'));
      copyOrg(options.home, draft);
      try {
        renameSync(draft, place);
      } catch {
        // Another process was first; the two are alike.
        rmSync(draft, { recursive: true });
      }
    },
  };
}

function copyOrg(from: string, to: string): void {
  for (const file of FILES) copyFileSync(join(from, file), join(to, file));
  const packages = join(from, PACKAGES);
  if (existsSync(packages)) cpSync(packages, join(to, PACKAGES), { recursive: true });
}
