import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Component } from '../schema/component.ts';
import type { Namespace } from '../schema/namespace.ts';
import { childrenOf, parseElement, textIn } from './element.ts';
import { documentOf } from './write-xml.ts';
import { filesEndingIn } from '../schema/xml.ts';

/** The endings of source files, and what they hold. */
const TYPES: Record<string, string> = {
  object: 'CustomObject',
  field: 'CustomField',
  listView: 'ListView',
  compactLayout: 'CompactLayout',
  validationRule: 'ValidationRule',
  fieldSet: 'FieldSet',
  layout: 'Layout',
  permissionset: 'PermissionSet',
  tab: 'CustomTab',
  app: 'CustomApplication',
  flexipage: 'FlexiPage',
  labels: 'CustomLabels',
  cspTrustedSite: 'CspTrustedSite',
  platformEventChannel: 'PlatformEventChannel',
  platformEventChannelMember: 'PlatformEventChannelMember',
  js: 'LightningComponentBundle',
};

const OF_OBJECTS = ['CustomField', 'ListView', 'CompactLayout', 'ValidationRule', 'FieldSet'];

/** What a source folder holds, as a package of this namespace brings it into an org. */
export function readSources(folder: string, namespace: Namespace): Component[] {
  return filesEndingIn(folder, '-meta.xml').flatMap((fileName) => {
    const [, name = '', ending = ''] = /^(.+)\.(\w+)-meta\.xml$/.exec(basename(fileName)) ?? [];
    const type = TYPES[ending];
    if (!type) return [];
    if (type === 'CustomLabels') return labels(fileName, namespace);
    const ofObject = OF_OBJECTS.includes(type);
    const fullName = ofObject ? `${basename(dirname(dirname(fileName)))}.${name}` : name;
    return {
      type,
      fullName,
      fileName,
      xml: readFileSync(fileName, 'utf8'),
      namespace,
      ...(type === 'LightningComponentBundle' && { files: bundleFiles(dirname(fileName)) }),
    };
  });
}

function labels(fileName: string, namespace: Namespace): Component[] {
  const text = readFileSync(fileName, 'utf8');
  if (lastLabels.text !== text) lastLabels = { text, found: labelsIn(text) };
  return lastLabels.found.map((label) => ({ type: 'CustomLabel', fileName, namespace, ...label }));
}

type Label = Pick<Component, 'fullName' | 'xml'>;

/** Of the file read last: parsing it was half of the work of opening an org, and tests open many. */
let lastLabels: { text: string; found: Label[] } = { text: '', found: [] };

function labelsIn(text: string): Label[] {
  return childrenOf(parseElement(text), 'labels').map((element) => ({
    fullName: textIn(element, 'fullName'),
    xml: documentOf(element, 'CustomLabel'),
  }));
}

function bundleFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ name }) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}
