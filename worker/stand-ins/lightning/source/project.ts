import { basename } from 'node:path';
import { readBundle, type Bundle } from './bundles.ts';
import { findSourceFiles } from './files.ts';
import { readObjects, type SourceObject } from './objects.ts';
import { elementsOf, readXml, textOf } from './xml.ts';

/** What a build must know of a source folder to refuse what a deploy would refuse. */
export interface Project {
  bundles: Map<string, Bundle>;
  labels: Map<string, string>;
  objects: Map<string, SourceObject>;
  staticResources: Set<string>;
  messageChannels: Set<string>;
  customPermissions: Set<string>;
  contentAssets: Set<string>;
}

export function readProject(root: string): Project {
  const files = findSourceFiles(root);
  const names = (ending: string) => new Set(files.named(ending).keys());
  return {
    bundles: new Map([...files.bundles].map(([name, folder]) => [name, readBundle(name, folder)])),
    labels: readLabels(files.paths('.labels-meta.xml')),
    objects: readObjects(files),
    staticResources: names('.resource-meta.xml'),
    messageChannels: names('.messageChannel-meta.xml'),
    customPermissions: names('.customPermission-meta.xml'),
    contentAssets: names('.asset-meta.xml'),
  };
}

function readLabels(files: string[]): Map<string, string> {
  const labels = new Map<string, string>();
  for (const file of files) {
    for (const label of elementsOf(readXml(file), 'labels')) {
      const name = textOf(label, 'fullName');
      if (name === undefined) throw new Error(`${basename(file)} has a label without a fullName.`);
      labels.set(name, textOf(label, 'value') ?? '');
    }
  }
  return labels;
}
