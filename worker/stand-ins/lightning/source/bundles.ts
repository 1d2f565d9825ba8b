import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { elementsOf, readXml, textOf, textsOf, type XmlElement } from './xml.ts';

/** A Lightning web component of the source folder, as its configuration file describes it. */
export interface Bundle {
  name: string;
  folder: string;
  /** The script; a template or stylesheet when there is none. */
  entry: string | undefined;
  metaFile: string;
  hasMeta: boolean;
  /** Such as 66. */
  apiVersion: number | undefined;
  isExposed: boolean;
  label: string;
  targets: string[];
  capabilities: string[];
  /** What an administrator may fill in where the component is placed. */
  properties: DesignProperty[];
}

export interface DesignProperty {
  name: string;
  type: string;
  default: string | undefined;
  targets: string[];
}

export function readBundle(name: string, folder: string): Bundle {
  const file = (ending: string) => join(folder, `${name}${ending}`);
  const entry = ['.ts', '.js', '.html', '.css'].map(file).find((path) => existsSync(path));
  const metaFile = file('.js-meta.xml');
  const hasMeta = existsSync(metaFile);
  const meta = hasMeta ? readXml(metaFile) : {};
  const version = Number(textOf(meta, 'apiVersion'));
  return {
    name,
    folder,
    entry,
    metaFile,
    hasMeta,
    apiVersion: Number.isInteger(version) ? version : undefined,
    isExposed: textOf(meta, 'isExposed') === 'true',
    label: textOf(meta, 'masterLabel') ?? name,
    targets: elementsOf(meta, 'targets').flatMap((element) => textsOf(element, 'target')),
    capabilities: elementsOf(meta, 'capabilities').flatMap((e) => textsOf(e, 'capability')),
    properties: readProperties(meta),
  };
}

function readProperties(meta: XmlElement): DesignProperty[] {
  const configs = elementsOf(meta, 'targetConfigs').flatMap((e) => elementsOf(e, 'targetConfig'));
  return configs.flatMap((config) => {
    const targets = (textOf(config, '@targets') ?? '').split(',').map((target) => target.trim());
    return elementsOf(config, 'property').map((property) => ({
      name: textOf(property, '@name') ?? '',
      type: textOf(property, '@type') ?? '',
      default: textOf(property, '@default'),
      targets,
    }));
  });
}
