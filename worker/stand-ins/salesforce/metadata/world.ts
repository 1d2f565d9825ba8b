import { parentOf, type Component } from '../schema/component.ts';
import { systemFields, text } from '../schema/define.ts';
import { extendByFeatures } from '../schema/features/extend.ts';
import { FEATURES, NO_FEATURES, type Features } from '../schema/features/features.ts';
import { CURRENCY } from '../schema/features/multi-currency.ts';
import type { Field } from '../schema/model.ts';
import { standardObjects } from '../schema/standard-objects.ts';
import { parseElement, textIn, type Element } from './element.ts';

/** What field-level security can do with a field. */
export type Guard = 'granted' | 'always visible';

/** The org as it would be after a deploy, for components to find what they refer to. */
export interface World {
  find(type: string, name: string): Component | undefined;
  of(type: string): Component[];
  hasObject(name: string): boolean;
  /** Undefined when the object has no such field. */
  field(object: string, name: string): Guard | undefined;
  /** The fields that an object has before anyone adds some. */
  platformFields(object: string): Field[];
  /** The declaration of a custom field. */
  declaration(object: string, name: string): Element | undefined;
}

const parsed = new Map<string, Element>();
const KEPT_DOCUMENTS = 2000;

/** The component's document; the same text is taken apart once. */
export function elementOf({ xml }: Component): Element {
  const known = parsed.get(xml);
  if (known) return known;
  if (parsed.size > KEPT_DOCUMENTS) parsed.clear();
  const element = parseElement(xml);
  parsed.set(xml, element);
  return element;
}

const platform = standardObjects();
const { first, last } = systemFields(true);
const OF_EVERY_OBJECT = [...first, ...last, text('Name', 'Name', 80)];

export function createWorld(components: Component[], features: Features = NO_FEATURES): World {
  const objects = FEATURES.some((feature) => features.has(feature)) ? standardObjects() : platform;
  if (objects !== platform) extendByFeatures(objects, features);
  const standard = new Map(objects.map((object) => [object.name, object.fields]));
  const ofCustom = [
    ...OF_EVERY_OBJECT,
    ...(standard.get('Account') ?? []).filter(({ name }) => name === CURRENCY),
  ];
  const byKey = new Map<string, Component>();
  for (const component of components) {
    const { type, fullName, namespace } = component;
    byKey.set(`${type} ${namespace.componentName(type, fullName)}`, component);
  }
  const find = (type: string, name: string): Component | undefined => byKey.get(`${type} ${name}`);
  const declaration = (object: string, name: string): Element | undefined => {
    const component = find('CustomField', `${object}.${name}`);
    return component && elementOf(component);
  };
  const hasObject = (name: string): boolean =>
    standard.has(name) || find('CustomObject', name) !== undefined;
  return {
    find,
    of: (type) => components.filter((component) => component.type === type),
    hasObject,
    declaration,
    platformFields: (object) => standard.get(object) ?? ofCustom,
    field(object, name) {
      const declared = declaration(object, name);
      if (declared) return isAlwaysVisible(declared) ? 'always visible' : 'granted';
      const fields = standard.get(object);
      if (fields) return guardOfStandard(fields, name);
      return hasObject(object) && ofCustom.some((one) => one.name === name)
        ? 'always visible'
        : undefined;
    },
  };
}

function isAlwaysVisible(declared: Element): boolean {
  return textIn(declared, 'required') === 'true' || textIn(declared, 'type') === 'MasterDetail';
}

/** Parts of an address are guarded by the whole of it, which is no field of its own here. */
function guardOfStandard(fields: Field[], name: string): Guard | undefined {
  if (fields.some(({ guardedBy }) => guardedBy === name)) return 'granted';
  return fields.some((field) => field.name === name) ? 'always visible' : undefined;
}

/** Whether the component belongs to the object, as its fields and list views do. */
export function isOf(object: string, { type, fullName }: Component): boolean {
  if (type === 'Layout') return fullName.startsWith(`${object}-`);
  if (type === 'CustomTab') return fullName === object;
  return fullName.includes('.') && parentOf(fullName) === object;
}
