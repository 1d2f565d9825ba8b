import { basename } from 'node:path';
import type { Bundle } from './bundles.ts';
import { findSourceFiles } from './files.ts';
import { namesInOrg } from './namespace.ts';
import { readLayout, type Layout } from './layouts.ts';
import { readApp, readTab, standardTab, type App, type Tab } from './navigation.ts';
import { readPage, type Page } from './pages.ts';
import type { Project } from './project.ts';
import { readXml, textsOf } from './xml.ts';

/** What the shell shows around the components: read from the source folder, sent to the page. */
export interface ShellModel {
  apps: (Omit<App, 'tabs'> & { tabs: Tab[] })[];
  /** Tabs beyond the apps' own, too: an address may name any. */
  tabs: Record<string, Tab>;
  pages: Record<string, Page>;
  layouts: Record<string, Layout>;
  /** The fields of the highlights panel, by object. */
  highlights: Record<string, string[]>;
  /** The record page of an object that names one, or the only one there is. */
  recordPages: Record<string, string>;
  bundles: Record<string, ShellBundle>;
}

export interface ShellBundle {
  label: string;
  isExposed: boolean;
  targets: string[];
  /** Types and defaults of the properties an administrator may fill in. */
  properties: { name: string; type: string; default: string | null }[];
}

/** What the sources name without a namespace has the package's one in the org. */
export function readShellModel(root: string, project: Project, namespace: string): ShellModel {
  const model = JSON.stringify(readModel(root, project, namespace));
  return JSON.parse(namesInOrg(model, namespace)) as ShellModel;
}

function readModel(root: string, project: Project, namespace: string): ShellModel {
  const files = findSourceFiles(root);
  const tabs = Object.fromEntries(
    [...files.named('.tab-meta.xml')].map(([name, file]) => [
      name,
      { ...readTab(name, file), name: tabInOrg(name, namespace) },
    ]),
  );
  const pages = Object.fromEntries(
    [...files.named('.flexipage-meta.xml')].map(([name, file]) => [name, readPage(name, file)]),
  );
  const layouts = files.paths('.layout-meta.xml').map(readLayout);
  return {
    apps: [...files.named('.app-meta.xml')].map(([name, file]) => {
      const app = readApp(name, file);
      return { ...app, tabs: app.tabs.flatMap((tab) => tabs[tab] ?? standardTab(tab) ?? []) };
    }),
    tabs: { ...tabs, ...Object.fromEntries(Object.values(tabs).map((tab) => [tab.name, tab])) },
    pages,
    layouts: Object.fromEntries(layouts.map((layout) => [layout.object, layout])),
    highlights: readHighlights(files.paths('.compactLayout-meta.xml'), project),
    recordPages: recordPagesOf(project, Object.values(pages)),
    bundles: Object.fromEntries([...project.bundles].map(([name, b]) => [name, shown(b)])),
  };
}

/** Tabs of objects are called as these, which get the namespace with all their other names. */
function tabInOrg(name: string, namespace: string): string {
  return namespace && !name.endsWith('__c') ? `${namespace}__${name}` : name;
}

function shown(bundle: Bundle): ShellBundle {
  const properties = bundle.properties.map((property) => ({
    name: property.name,
    type: property.type,
    default: property.default ?? null,
  }));
  return { label: bundle.label, isExposed: bundle.isExposed, targets: bundle.targets, properties };
}

function readHighlights(files: string[], project: Project): Record<string, string[]> {
  const found = files.flatMap((file): [string, string[]][] => {
    const object = basename(file.slice(0, file.indexOf('/compactLayouts/')));
    const name = basename(file, '.compactLayout-meta.xml');
    const isAssigned = project.objects.get(object)?.compactLayout === name;
    return isAssigned ? [[object, textsOf(readXml(file), 'fields')]] : [];
  });
  return Object.fromEntries(found);
}

/** Here an object's only record page counts as activated, as an administrator would do it. */
function recordPagesOf(project: Project, pages: Page[]): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const { name, type, object } of pages)
    if (type === 'RecordPage' && object) chosen[object] ??= name;
  for (const { name, recordPage } of project.objects.values())
    if (recordPage) chosen[name] = recordPage;
  return chosen;
}
