import { readXml, textOf, textsOf, elementsOf } from './xml.ts';
import { recordPageOf } from './overrides.ts';

export interface App {
  name: string;
  label: string;
  description: string;
  headerColor: string | undefined;
  tabs: string[];
  /** The record page that this app shows, by object. */
  recordPages: Record<string, string>;
}

export interface Tab {
  name: string;
  label: string | undefined;
  /** Such as `custom:custom93`. */
  icon: string;
  kind: 'object' | 'component' | 'page' | 'unknown';
  /** The object, the bundle or the Lightning page. */
  target: string;
}

export function readApp(name: string, file: string): App {
  const meta = readXml(file);
  const [brand] = elementsOf(meta, 'brand');
  const objects = elementsOf(meta, 'actionOverrides').flatMap((override) =>
    textsOf(override, 'pageOrSobjectType'),
  );
  return {
    name,
    label: textOf(meta, 'label') ?? name,
    description: textOf(meta, 'description') ?? '',
    headerColor: brand && textOf(brand, 'headerColor'),
    tabs: textsOf(meta, 'tabs'),
    recordPages: Object.fromEntries(
      objects.map((object) => [object, recordPageOf(meta, object) ?? '']),
    ),
  };
}

export function readTab(name: string, file: string): Tab {
  const meta = readXml(file);
  const common = { name, label: textOf(meta, 'label'), icon: iconOf(textOf(meta, 'motif')) };
  const component = textOf(meta, 'lwcComponent');
  const page = textOf(meta, 'flexiPage');
  if (textOf(meta, 'customObject') === 'true') return { ...common, kind: 'object', target: name };
  if (component) return { ...common, kind: 'component', target: component.replace(/^c__/, '') };
  if (page) return { ...common, kind: 'page', target: page };
  return { ...common, kind: 'unknown', target: name };
}

/** `standard-Contact` is the tab of an object that every org has. */
export function standardTab(name: string): Tab | undefined {
  const [, object] = /^standard-(\w+)$/.exec(name) ?? [];
  if (!object) return undefined;
  const target = object === 'home' ? 'home' : object;
  return {
    name,
    label: undefined,
    icon: `standard:${object.toLowerCase()}`,
    kind: object === 'home' ? 'page' : 'object',
    target,
  };
}

/** The motif `Custom93: Shopping Cart` is the icon `custom:custom93`. */
function iconOf(motif = ''): string {
  const [, number] = /^Custom(\d+)/.exec(motif) ?? [];
  return `custom:custom${number ?? '1'}`;
}
