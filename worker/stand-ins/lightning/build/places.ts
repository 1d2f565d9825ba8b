import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const REPOSITORY = join(import.meta.dirname, '../../../..');
export const NODE_MODULES = join(REPOSITORY, 'node_modules');
export const BASE_COMPONENTS = join(NODE_MODULES, 'lightning-base-components');
export const BASE_SOURCES = join(BASE_COMPONENTS, 'src/lightning');
/** Our stand-ins for what the platform provides to components, and its shell. */
export const MODULES = join(import.meta.dirname, '../modules');
export const CACHE = join(NODE_MODULES, '.cache/local-lightning');

/** Addresses at which the browser finds the parts of the build. */
export const PLATFORM_URL = '/lightning-platform';
export const BUNDLES_URL = '/lightning-bundles';
export const CONTEXT_URL = '/lightning-context.js';

export function packageVersion(name: string): string {
  const text = readFileSync(join(NODE_MODULES, name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
