import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from './tool.ts';

/** Where each bundle of force-app has its script, as `paths` of `force-app/tsconfig.json`. */
export function bundlePaths(): Record<string, string[]> {
  const folders = globSync('main/**/lwc/*', { cwd: join(ROOT, 'force-app') }).sort((one, other) =>
    basename(one) < basename(other) ? -1 : 1,
  );
  return Object.fromEntries(
    folders
      .map((folder): [string, string] => [basename(folder), `./${folder}/${basename(folder)}.ts`])
      .filter(([, script]) => existsSync(join(ROOT, 'force-app', script)))
      .map(([name, script]) => [`c/${name}`, [script]]),
  );
}
