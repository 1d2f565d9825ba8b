// Tells the type checker where the bundles are: `c/<name>` says nothing of the folder, and a path
// of a tsconfig can hold only one star. Run it after adding or removing a bundle.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { bundlePaths } from './lib/bundle-paths.ts';
import { ROOT } from './lib/tool.ts';

const file = join(ROOT, 'force-app', 'tsconfig.json');
const config = JSON.parse(readFileSync(file, 'utf8')) as {
  compilerOptions: { paths: Record<string, string[]> };
};
const others = Object.entries(config.compilerOptions.paths).filter(
  ([name]) => !name.startsWith('c/'),
);
config.compilerOptions.paths = { ...Object.fromEntries(others), ...bundlePaths() };
const options = await resolveConfig(file);
writeFileSync(file, await format(JSON.stringify(config), { ...options, filepath: file }));
