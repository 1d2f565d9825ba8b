import { join } from 'node:path';
import { context, type BuildContext, type BuildFailure as EsbuildFailure } from 'esbuild';
import { readProject, type Project } from '../source/project.ts';
import { refusalOfBundle } from './bundle-check.ts';
import { bundlesPlugin } from './bundles-plugin.ts';
import { BuildFailure, problemsOf, type BuildProblem } from './failure.ts';
import { DEFINES } from './platform.ts';
import type { Describe } from './schema-check.ts';

export interface BundlesOptions {
  source: string;
  cacheDir: string;
  describe: Describe;
  namespace: string;
  /** What the platform's modules export. */
  exports: Map<string, string[]>;
}

export interface BuiltBundles {
  project: Project;
  /** Scripts by their path below `BUNDLES_URL`. */
  files: Map<string, Uint8Array>;
  /** Milliseconds. */
  took: number;
}

export interface BundleBuilder {
  /** Builds what is on disk now. Throws a `BuildFailure` when it would not deploy. */
  build(): Promise<BuiltBundles>;
  close(): Promise<void>;
}

/** Builds the bundles of a source folder, again and again; the second time takes moments. */
export function createBundleBuilder(options: BundlesOptions): BundleBuilder {
  const { source, cacheDir, describe, namespace, exports } = options;
  let project: Project | undefined;
  let incremental: { names: string; context: BuildContext } | undefined;

  async function contextFor(names: string[]): Promise<BuildContext> {
    const key = names.join();
    if (incremental?.names === key) return incremental.context;
    await incremental?.context.dispose();
    const made = await context({
      entryPoints: names.map((name) => ({ in: `c/${name}`, out: `c/${name}` })),
      outdir: '/',
      write: false,
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      chunkNames: 'parts/[hash]',
      logLevel: 'silent',
      sourcemap: false,
      define: DEFINES,
      plugins: [bundlesPlugin(currentScope, exports, join(cacheDir, 'compiled'))],
    });
    incremental = { names: key, context: made };
    return made;
  }

  function currentScope() {
    if (!project) throw new Error('The source folder is read before the build begins.');
    return { project, describe, namespace };
  }

  async function build(): Promise<BuiltBundles> {
    const started = performance.now();
    project = readProject(source);
    refuseBundles(project, source);
    const files = await run(await contextFor([...project.bundles.keys()]));
    return { project, files, took: Math.round(performance.now() - started) };
  }

  async function run(esbuild: BuildContext): Promise<Map<string, Uint8Array>> {
    try {
      const { outputFiles = [] } = await esbuild.rebuild();
      return new Map(outputFiles.map(({ path, contents }) => [path.slice(1), contents]));
    } catch (error) {
      const { errors } = error as Partial<EsbuildFailure>;
      if (!errors) throw error;
      throw new BuildFailure(problemsOf(errors, source));
    }
  }

  return {
    build,
    close: async () => {
      await incremental?.context.dispose();
      incremental = undefined;
    },
  };
}

function refuseBundles(project: Project, source: string): void {
  const problems = [...project.bundles.values()].flatMap((bundle): BuildProblem[] => {
    const reason = refusalOfBundle(bundle);
    const file = bundle.metaFile.replace(`${source}/`, '');
    return reason ? [{ file, reason }] : [];
  });
  if (problems.length > 0) throw new BuildFailure(problems);
}
