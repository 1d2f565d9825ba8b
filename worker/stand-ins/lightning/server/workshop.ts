import { watch } from 'node:fs';
import { BuildFailure } from '../build/failure.ts';
import type { BuiltBundles, BundleBuilder } from '../build/bundles.ts';
import { readShellModel, type ShellModel } from '../source/shell-model.ts';

/** What is served now: the newest build that worked, and what is wrong with the sources since. */
export interface Workshop {
  bundles(): BuiltBundles | undefined;
  model(): ShellModel | undefined;
  failure(): BuildFailure | undefined;
  /** Builds what is on disk. Throws when the source folder would not deploy. */
  rebuild(): Promise<BuiltBundles>;
  /** Calls back after every build, whether it worked or not. */
  onBuilt(listener: () => void): () => void;
  close(): Promise<void>;
}

export function openWorkshop(source: string, namespace: string, builder: BundleBuilder): Workshop {
  const listeners = new Set<() => void>();
  let current: { bundles: BuiltBundles; model: ShellModel } | undefined;
  let failure: BuildFailure | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function buildNow(): Promise<BuiltBundles> {
    try {
      const bundles = await builder.build();
      current = { bundles, model: readShellModel(source, bundles.project, namespace) };
      failure = undefined;
      return bundles;
    } catch (error) {
      failure =
        error instanceof BuildFailure
          ? error
          : new BuildFailure([{ file: source, reason: (error as Error).message }]);
      throw failure;
    } finally {
      for (const listener of listeners) listener();
    }
  }

  return {
    bundles: () => current?.bundles,
    model: () => current?.model,
    failure: () => failure,
    rebuild() {
      const build = last.then(buildNow);
      last = build.catch(() => undefined);
      return build;
    },
    onBuilt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await last;
      await builder.close();
    },
  };
}

const SETTLE_MS = 60;

/** Rebuilds after every edit, telling `report` how it went. */
export function watchSource(
  source: string,
  workshop: Workshop,
  report: (line: string) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const rebuild = () =>
    workshop.rebuild().then(
      ({ took }) => report(`Rebuilt in ${took} ms`),
      (error: unknown) => report((error as Error).message),
    );
  // Editors write a file in several steps; the build begins when they are done.
  const watcher = watch(source, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), SETTLE_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
