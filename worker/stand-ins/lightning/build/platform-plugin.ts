import { basename, dirname, relative, sep } from 'node:path';
import type { OnLoadResult, Plugin } from 'esbuild';
import { baseAliases } from './base-components.ts';
import { compileFile } from './compile.ts';
import { platformModule } from './modules.ts';
import { BASE_SOURCES, CONTEXT_URL, MODULES, NODE_MODULES } from './places.ts';
import { relativeImport } from './relative.ts';
import { contextModule } from './scoped-modules.ts';

const API_VERSION = 66;
const LIBRARIES: Record<string, string> = {
  lwc: `${NODE_MODULES}/@lwc/engine-dom/dist/index.js`,
  '@lwc/engine-dom': `${NODE_MODULES}/@lwc/engine-dom/dist/index.js`,
  '@lwc/synthetic-shadow': `${NODE_MODULES}/@lwc/synthetic-shadow/dist/index.js`,
};

/** Resolves and compiles the platform's own part: engine, base components, stand-ins, shell. */
export function platformPlugin(cacheDir: string): Plugin {
  return {
    name: 'lightning-platform',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path: id }) => {
        const library = LIBRARIES[id];
        if (library) return { path: library, sideEffects: true };
        if (contextModule(id)) return { path: id, namespace: 'context' };
        const alias = baseAliases.get(id);
        if (alias) return { path: alias };
        const [namespace = '', name = '', more] = id.split('/');
        if (!/^(lightning|shell|force)$/.test(namespace) || more) return undefined;
        const file = platformModule(namespace === 'force' ? 'lightning' : namespace, name);
        if (!file) return { errors: [{ text: `No module ${id} is part of the platform here.` }] };
        return { path: file, sideEffects: !file.includes('/iconSvgTemplates') };
      });
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path: id, importer, namespace }) => {
        if (namespace !== 'file') return undefined;
        if (/node_modules\/(?!lightning-base)/.test(importer)) return undefined;
        const { file, suffix, missing } = relativeImport(id, importer);
        if (missing === 'fault') return { errors: [{ text: `There is no ${file}.` }] };
        return { path: file, suffix, ...(missing && { namespace: 'empty' }) };
      });
      build.onResolve({ filter: new RegExp(`^${CONTEXT_URL}$`) }, () => ({
        path: CONTEXT_URL,
        external: true,
      }));
      build.onLoad({ filter: /./, namespace: 'context' }, ({ path }) => ({
        contents: contextModule(path) ?? '',
      }));
      build.onLoad({ filter: /./, namespace: 'empty' }, () => ({
        contents: 'export default undefined;',
      }));
      build.onLoad({ filter: /\.(js|ts|html|css)$/ }, ({ path, suffix }) =>
        load(path, suffix, cacheDir),
      );
    },
  };
}

function load(file: string, suffix: string, cacheDir: string): OnLoadResult | undefined {
  const root = [BASE_SOURCES, MODULES].find((folder) => file.startsWith(folder + sep));
  if (!root || file.startsWith(`${MODULES}${sep}data`)) return undefined;
  const parts = relative(root, file).split(sep);
  const [namespace = '', name = ''] = root === MODULES ? parts : ['lightning', ...parts];
  const { code } = compileFile(
    {
      file,
      name: basename(dirname(file)) === name ? name : basename(dirname(file)),
      namespace,
      apiVersion: API_VERSION,
      scoped: suffix.includes('scoped'),
      dynamicComponents: true,
      orgNamespace: '',
    },
    cacheDir,
  );
  return { contents: code, loader: 'js', resolveDir: dirname(file) };
}
