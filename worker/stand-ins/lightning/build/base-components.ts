import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASE_COMPONENTS } from './places.ts';

interface LwcConfig {
  modules: { name?: string; path?: string; dir?: string }[];
  expose: string[];
}

const { lwc } = JSON.parse(readFileSync(join(BASE_COMPONENTS, 'package.json'), 'utf8')) as {
  lwc: LwcConfig;
};

/** What the npm package of the base components maps for its own use: labels, gates, formats. */
export const baseAliases = new Map(
  lwc.modules.flatMap(({ name, path }): [string, string][] =>
    name && path ? [[name, join(BASE_COMPONENTS, path)]] : [],
  ),
);

/** The package also exposes parts that the platform keeps to itself. */
const INTERNAL =
  /^lightning\/(barcodeScanner|iconSvgTemplates|ariaObserver|baseFormattedText|dialog|f6Controller|focusTrap|formattedLookup|groupedCombobox|i18n|iconUtils|internalLocalization|lookupAddress|mediaUtils|messageDispatcher|multiColumnSorting|overlay|picklist$|popup|primitive|purifyLib|routingService|showToastEvent|stackedTab|utils$|context$|navigation$|datatableKeyboardMixins)/;

/** The base components that a component of a package may use. */
export const publicBaseModules = lwc.expose.filter((name) => !INTERNAL.test(name));
