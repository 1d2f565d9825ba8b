import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';

export interface RelativeImport {
  file: string;
  /** Such as `?scoped=true`. */
  suffix: string;
  /** Templates and stylesheets that the compiler asks for whether they exist or not. */
  missing: 'implied' | 'fault' | undefined;
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

/** The file of the same bundle that an import names. */
export function relativeImport(id: string, importer: string): RelativeImport {
  const [path = '', query] = id.split('?');
  const wanted = resolve(dirname(importer), path);
  const candidates = [wanted, `${wanted}.ts`, `${wanted}.js`, wanted.replace(/\.js$/, '.ts')];
  const file = candidates.find(isFile);
  const suffix = query ? `?${query}` : '';
  if (file) return { file, suffix, missing: undefined };
  return { file: wanted, suffix, missing: isImplied(wanted, importer) ? 'implied' : 'fault' };
}

/** A script's template and a template's stylesheets are looked for under the same name. */
function isImplied(wanted: string, importer: string): boolean {
  const own = basename(importer, extname(importer));
  return ['.html', '.css', '.scoped.css'].some((end) => basename(wanted) === `${own}${end}`);
}
