import { dirname, sep } from 'node:path';
import type { OnLoadResult, OnResolveResult, PartialMessage, Plugin } from 'esbuild';
import type { Bundle } from '../source/bundles.ts';
import { refusalOfBundle } from './bundle-check.ts';
import { compileFile } from './compile.ts';
import { refusalOfModule } from './modules.ts';
import { BUNDLES_URL, CONTEXT_URL, PLATFORM_URL } from './places.ts';
import { relativeImport } from './relative.ts';
import { scopedModule, type Scope } from './scoped-check.ts';

/** Resolves and compiles the bundles of a source folder as strictly as a deploy does. */
export function bundlesPlugin(
  scope: () => Scope,
  exports: Map<string, string[]>,
  cacheDir: string,
): Plugin {
  const bundleOf = (file: string): Bundle | undefined =>
    [...scope().project.bundles.values()].find(({ folder }) => file.startsWith(folder + sep));
  return {
    name: 'lightning-bundles',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path: id, kind, importer }) => {
        if (kind === 'entry-point') return resolveBundle(id, importer, scope());
        return resolveBare(id, importer, scope());
      });
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path: id, importer }) => {
        const { file, suffix, missing } = relativeImport(id, importer);
        if (missing === 'fault') return refused(importer, `There is no ${id}.`);
        if (bundleOf(file) !== bundleOf(importer))
          return refused(importer, `${id} leaves the bundle; import another one as c/name.`);
        return { path: file, suffix, ...(missing && { namespace: 'empty' }) };
      });
      build.onResolve({ filter: /^\// }, ({ path, importer, kind, namespace }) => {
        const isOurs = path === CONTEXT_URL || path.startsWith(PLATFORM_URL);
        if (isOurs && kind !== 'entry-point' && namespace !== 'file')
          return { path, external: true };
        return refused(importer, `There is no ${path}.`);
      });
      build.onLoad({ filter: /./, namespace: 'scoped' }, async ({ path, pluginData }) => {
        const found = await scopedModule(path, scope());
        if ('code' in found) return { contents: found.code };
        const { importer } = pluginData as { importer: string };
        return { errors: [problem(importer, found.refusal)] };
      });
      build.onLoad({ filter: /./, namespace: 'platform' }, ({ path: id }) => ({
        contents: reexport(id, exports.get(id) ?? []),
      }));
      build.onLoad({ filter: /./, namespace: 'empty' }, () => ({
        contents: 'export default undefined;',
      }));
      build.onLoad({ filter: /./, namespace: 'file' }, ({ path, suffix }) => {
        const bundle = bundleOf(path);
        return bundle ? load(path, suffix, bundle, scope().namespace, cacheDir) : undefined;
      });
    },
  };
}

function resolveBare(id: string, importer: string, scope: Scope): OnResolveResult {
  if (id === 'lwc') return platformFile('lwc');
  if (id === '@lwc/engine-dom' || id === '@lwc/synthetic-shadow')
    return refused(importer, `${id} is the engine's own; import from lwc.`);
  if (id.startsWith('c/')) return resolveBundle(id, importer, scope);
  if (id.startsWith('lightning/')) {
    const refusal = refusalOfModule(id);
    return refusal ? refused(importer, refusal) : platformFile(id);
  }
  if (id.startsWith('@salesforce/'))
    return { path: id, namespace: 'scoped', pluginData: { importer } };
  return refused(
    importer,
    `No MODULE named ${id} found: npm packages do not exist on the platform.`,
  );
}

function resolveBundle(id: string, importer: string, { project }: Scope): OnResolveResult {
  const name = id.replace(/^c\//, '');
  const bundle = project.bundles.get(name);
  if (!bundle?.entry) return refused(importer, `No MODULE named ${id} found in the source folder.`);
  const refusal = refusalOfBundle(bundle);
  return refusal ? refused(bundle.metaFile, refusal) : { path: bundle.entry };
}

function load(
  file: string,
  suffix: string,
  bundle: Bundle,
  orgNamespace: string,
  cacheDir: string,
): OnLoadResult {
  if (/\.(svg|json|xml)$/.test(file))
    return { errors: [problem(file, 'Only scripts, templates and stylesheets can be imported.')] };
  try {
    const { code } = compileFile(
      {
        file,
        name: bundle.name,
        namespace: 'c',
        apiVersion: bundle.apiVersion ?? 66,
        scoped: suffix.includes('scoped'),
        dynamicComponents: bundle.capabilities.includes('lightning__dynamicComponent'),
        orgNamespace,
      },
      cacheDir,
    );
    return { contents: code, loader: 'js', resolveDir: dirname(file) };
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n');
    return { errors: [problem(file, line)] };
  }
}

const platformFile = (id: string) => ({ path: id, namespace: 'platform', sideEffects: false });

/** Names every export, so that an import of one that does not exist is seen at the build. */
function reexport(id: string, names: string[]): string {
  return `export { ${names.join(', ')} } from '${PLATFORM_URL}/${id}.js';\n`;
}

const refused = (file: string, text: string) => ({ errors: [problem(file, text)] });

const problem = (file: string, text: string): PartialMessage => ({ text, detail: { file } });

export const bundleUrl = (name: string) => `${BUNDLES_URL}/c/${name}.js`;
