import type { Component } from '../schema/component.ts';
import { textIn, type Element } from './element.ts';
import { elementOf } from './world.ts';
import { documentOf } from './write-xml.ts';

type IsGone = (type: string, name: string) => boolean;
type Forgets = (element: Element, isGone: IsGone, object: string) => boolean;

const namesField: Forgets = (element, isGone, object) =>
  isGone('CustomField', `${object}.${element.text}`);

/** The elements that the platform drops by itself when what they name is deleted. */
const PASSING: Record<string, Record<string, Forgets>> = {
  PermissionSet: {
    fieldPermissions: (element, isGone) => isGone('CustomField', textIn(element, 'field')),
    objectPermissions: (element, isGone) => isGone('CustomObject', textIn(element, 'object')),
    tabSettings: (element, isGone) => isGone('CustomTab', textIn(element, 'tab')),
    applicationVisibilities: (element, isGone) =>
      isGone('CustomApplication', textIn(element, 'application')),
  },
  Layout: {
    layoutItems: (element, isGone, object) =>
      isGone('CustomField', `${object}.${textIn(element, 'field')}`),
    relatedLists: (element, isGone) => isGone('CustomField', textIn(element, 'relatedList')),
  },
  ListView: {
    columns: namesField,
    filters: (element, isGone, object) =>
      isGone('CustomField', `${object}.${textIn(element, 'field')}`),
  },
  CompactLayout: { fields: namesField },
  CustomObject: {
    customTabListAdditionalFields: namesField,
    lookupDialogsAdditionalFields: namesField,
    lookupPhoneDialogsAdditionalFields: namesField,
    searchFilterFields: namesField,
    searchResultsAdditionalFields: namesField,
  },
  CustomApplication: { tabs: (element, isGone) => isGone('CustomTab', element.text) },
};

/** The component without what it says of the deleted ones; itself when it says nothing of them. */
export function forgetReferences(component: Component, gone: Component[]): Component {
  const rules = PASSING[component.type];
  if (!rules || component.namespace.prefix || gone.length === 0) return component;
  const names = new Set(gone.map(({ type, fullName }) => `${type} ${fullName}`));
  const isGone: IsGone = (type, name) => names.has(`${type} ${name}`);
  const object = /^[^.-]+/.exec(component.fullName)?.[0] ?? '';
  const dropped: Element[] = [];
  const without = (element: Element): Element => ({
    ...element,
    children: element.children.flatMap((child) => {
      if (rules[child.name]?.(child, isGone, object)) {
        dropped.push(child);
        return [];
      }
      return [without(child)];
    }),
  });
  const element = without(elementOf(component));
  return dropped.length > 0 ? { ...component, xml: documentOf(element) } : component;
}
