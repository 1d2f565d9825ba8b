import { openStore } from '../../kit/store.ts';
import { deploy } from '../metadata/deploy.ts';
import { openOrg, type Org } from '../org.ts';

/**
 * Deploys the archive into an org that has nothing but standard objects, as the platform does before
 * it makes a version, and answers what that org finds wrong.
 */
export function problemsOf({ clock }: Org, archive: Buffer): string[] {
  const build = openOrg(openStore(), clock, { sourceFolder: undefined, namespace: '' });
  const options = { checkOnly: false, rollbackOnError: true, ignoreWarnings: false };
  return deploy(build, archive, options)
    .messages.filter(({ success }) => !success)
    .map(({ fullName, problem, fileName, line }) => {
      const place = line === undefined ? fileName : `${fileName}:${line}`;
      return `${fullName}: ${problem ?? 'unknown problem'} (${place})`;
    });
}
