import { createHash } from 'node:crypto';
import type { Element } from '../metadata/element.ts';
import { elementOf } from '../metadata/world.ts';
import type { Org } from '../org.ts';
import { makeId } from '../records/ids.ts';
import { ownName, parentOf, type Component } from '../schema/component.ts';
import type { Schema } from '../schema/model.ts';

/** One piece of metadata as the screens need it. */
export interface Screen {
  /** As the org calls it: `cb__Order__c` for what the package calls `Order__c`. */
  object: string;
  name: string;
  element: Element;
  component: Component;
  /** The name of a field the component mentions, as the org calls it. */
  apiName: (name: string) => string;
}

const indexes = new WeakMap<Schema, Map<string, Screen[]>>();

/** The components of a type. A deploy makes a new schema, with which what is remembered here goes. */
export function screensOf(org: Org, type: string): Screen[] {
  let index = indexes.get(org.schema);
  if (!index) {
    index = new Map();
    indexes.set(org.schema, index);
  }
  let screens = index.get(type);
  if (!screens) {
    screens = org.catalogue
      .all()
      .filter((component) => component.type === type)
      .map(screen)
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    index.set(type, screens);
  }
  return screens;
}

export function screenOf(org: Org, type: string, object: string, name: string): Screen | undefined {
  return screensOf(org, type).find(
    (one) =>
      one.object.toLowerCase() === object.toLowerCase() &&
      one.name.toLowerCase() === name.toLowerCase(),
  );
}

function screen(component: Component): Screen {
  const { type, fullName, namespace } = component;
  const mark = namespace.prefix ? `${namespace.prefix}__` : '';
  const apiName = (name: string): string => namespace.apiName(name);
  const isLayout = type === 'Layout';
  const isPart = !isLayout && fullName.includes('.');
  const own = isLayout ? fullName.split('-').slice(1).join('-') : ownName(fullName);
  const object = isLayout ? fullName.split('-')[0] : parentOf(fullName);
  // What is no field and no object carries the namespace in front of its name all the same.
  const named = apiName(own) === own && !isLayout ? `${mark}${own}` : apiName(own);
  return {
    object: isLayout || isPart ? apiName(object ?? '') : '',
    name: named,
    element: elementOf(component),
    component,
    apiName,
  };
}

const SPACE = 2 ** 40;

/** An id for what has none in the records: the same for the same thing, now and after a restart. */
export function screenId(keyPrefix: string, ...names: string[]): string {
  const digest = createHash('md5').update(names.join(' ')).digest('hex');
  return makeId(keyPrefix, parseInt(digest.slice(0, 12), 16) % SPACE);
}

/** Tells whether an answer has changed. */
export function eTagOf(answer: unknown): string {
  return createHash('md5').update(JSON.stringify(answer)).digest('hex');
}
