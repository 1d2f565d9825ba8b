import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { platformModule, publicModules } from './modules.ts';
import { MODULES, packageVersion } from './places.ts';
import { platformPlugin } from './platform-plugin.ts';
import { takeTurn } from './turn.ts';

const PACKAGES = [
  '@lwc/compiler',
  '@lwc/engine-dom',
  '@lwc/synthetic-shadow',
  'lightning-base-components',
  'esbuild',
  'cometd',
];

export interface Platform {
  /** The folder whose files the browser loads from `PLATFORM_URL`. */
  folder: string;
  /** What each module exports, by its name. */
  exports: Map<string, string[]>;
  /** Milliseconds; 0 when it was built before. */
  took: number;
}

/**
 * Builds what every page needs and no edit of a bundle changes: engine, base components, stand-ins
 * and shell. It is built once for each version of them and found again by every later start.
 */
export async function buildPlatform(cacheDir: string): Promise<Platform> {
  const started = performance.now();
  const folder = join(cacheDir, `platform-${fingerprint()}`);
  const isDone = () => existsSync(folder);
  const endTurn = await takeTurn(`${folder}.lock`, isDone);
  try {
    if (endTurn && !isDone()) await buildInto(folder, cacheDir);
  } finally {
    endTurn?.();
  }
  const now = new Date();
  utimesSync(folder, now, now);
  const took = endTurn ? Math.round(performance.now() - started) : 0;
  return { folder, exports: readExports(folder), took };
}

async function buildInto(folder: string, cacheDir: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  const { metafile } = await build({
    entryPoints: entryPoints(),
    outdir: draft,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    chunkNames: 'parts/[hash]',
    logLevel: 'silent',
    metafile: true,
    // The development build: it asserts what the production build lets pass.
    define: DEFINES,
    plugins: [platformPlugin(join(cacheDir, 'compiled'))],
  });
  const listed = Object.entries(metafile.outputs).flatMap(([file, output]) =>
    output.entryPoint
      ? [[relative(resolve(draft), resolve(file)).slice(0, -3), output.exports]]
      : [],
  );
  writeFileSync(join(draft, EXPORTS), JSON.stringify(listed));
  // A build that was broken off must not be taken for a whole one.
  renameSync(draft, folder);
  forgetOld(cacheDir);
}

const EXPORTS = 'exports.json';

const readExports = (folder: string) =>
  new Map(JSON.parse(readFileSync(join(folder, EXPORTS), 'utf8')) as [string, string[]][]);

export const DEFINES = {
  'process.env.NODE_ENV': '"development"',
  'process.env.SKIP_LWC_VERSION_MISMATCH_CHECK': '"false"',
  'import.meta.env.SSR': 'false',
};

function entryPoints(): { in: string; out: string }[] {
  const modules = [...publicModules, 'shell/page'].map((id) => {
    const [namespace = '', name = ''] = id.split('/');
    const file = platformModule(namespace, name);
    if (!file) throw new Error(`${id} is named as public and has no file.`);
    return { in: file, out: id };
  });
  return [
    ...modules,
    { in: 'lwc', out: 'lwc' },
    // The engine must find the shadow already patched: this loads first, by itself.
    { in: '@lwc/synthetic-shadow', out: 'synthetic-shadow' },
  ];
}

function fingerprint(): string {
  const hash = createHash('sha256').update(PACKAGES.map(packageVersion).join());
  for (const folder of [MODULES, import.meta.dirname]) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((f) => join(f.parentPath, f.name));
    for (const path of paths.sort()) hash.update(relative(folder, path)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

function forgetOld(cacheDir: string): void {
  const week = 7 * 24 * 60 * 60 * 1000;
  const ages = readdirSync(cacheDir, { withFileTypes: true });
  const old = ages.filter((entry) => entry.name.startsWith('platform-'));
  for (const { name } of old) {
    const path = join(cacheDir, name);
    if (Date.now() - statSync(path).mtimeMs > week) rmSync(path, { recursive: true, force: true });
  }
}
