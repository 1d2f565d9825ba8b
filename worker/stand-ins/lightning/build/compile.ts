import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { graphqlInOrg } from '../source/namespace.ts';
import { packageVersion } from './places.ts';

export interface Unit {
  file: string;
  /** The bundle's name, and its namespace: `c`, `lightning` or `shell`. */
  name: string;
  namespace: string;
  /** Such as 66. */
  apiVersion: number;
  /** Stylesheets named `.scoped.css`. */
  scoped: boolean;
  dynamicComponents: boolean;
  /** Of the package in the org; empty when it has none. */
  orgNamespace: string;
}

type Transform = (
  source: string,
  file: string,
  options: object,
) => { code: string; warnings?: { message: string }[] };

export interface Compiled {
  code: string;
  warnings: string[];
}

let transform: Transform | undefined;
let salt: string | undefined;

/** Loaded at the first miss: with a warm cache nothing needs the compiler. */
function compiler(): Transform {
  const require = createRequire(import.meta.url);
  transform ??= (require('@lwc/compiler') as { transformSync: Transform }).transformSync;
  return transform;
}

/**
 * One file of a bundle as the platform compiles it, types stripped first. What was compiled once
 * is taken from `cacheDir`, whose files are named by what went into them.
 */
export function compileFile(unit: Unit, cacheDir: string): Compiled {
  salt ??= `${packageVersion('@lwc/compiler')} 1`;
  const source = graphqlInOrg(readFileSync(unit.file, 'utf8'), unit.orgNamespace);
  const key = createHash('sha256')
    .update(JSON.stringify([salt, { ...unit, file: basename(unit.file) }, source]))
    .digest('hex');
  const cached = join(cacheDir, key.slice(0, 2), `${key.slice(2)}.json`);
  try {
    return JSON.parse(readFileSync(cached, 'utf8')) as Compiled;
  } catch {
    const compiled = compileNow(unit, source);
    mkdirSync(dirname(cached), { recursive: true });
    // Another process may be writing the same file: readers must see all of it or nothing.
    const draft = `${cached}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(compiled));
    renameSync(draft, cached);
    return compiled;
  }
}

function compileNow(unit: Unit, source: string): Compiled {
  const isTypeScript = unit.file.endsWith('.ts');
  const script = isTypeScript ? stripTypeScriptTypes(source) : source;
  const { code, warnings = [] } = compiler()(script, unit.file.replace(/\.ts$/, '.js'), {
    name: unit.name,
    namespace: unit.namespace,
    apiVersion: unit.apiVersion,
    scopedStyles: unit.scoped,
    enableDynamicComponents: unit.dynamicComponents,
    enableLwcOn: true,
    // Base components need what the platform denies to everybody else under synthetic shadow.
    enableSyntheticElementInternals: unit.namespace !== 'c',
    outputConfig: { sourcemap: false },
  });
  return { code, warnings: warnings.map(({ message }) => message) };
}
