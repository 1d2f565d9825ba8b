import type { Collection, Store } from '../../kit/store.ts';
import { childOf, childrenOf, textIn } from '../metadata/element.ts';
import { elementOf } from '../metadata/world.ts';
import type { Org } from '../org.ts';
import { Refused, refuse } from '../records/refusal.ts';
import type { Component } from '../schema/component.ts';
import type { ObjectType, Schema } from '../schema/model.ts';
import { changeEventName, leaves, leavesOf, eventFields, type Leaf } from './event-fields.ts';
import { readFilter, type EventFilter } from './filter.ts';

/** Entities that may be selected without a licence, those of managed packages not counted. */
export const MOST_ENTITIES = 5;
const STANDARD = 'ChangeEvents';

/** One entity on one channel: where its events go, and what they carry beside the change. */
export interface Member {
  object: ObjectType;
  topics: string[];
  enriched: Leaf[];
  filter?: EventFilter;
}

export interface Selection {
  members(object: ObjectType): Member[];
  /** `data` or `event`: what the custom channel of this topic carries. */
  channel(topic: string): string | undefined;
  /** The object whose changes go by this topic, when it is selected on the standard channel. */
  entity(topic: string): ObjectType | undefined;
}

/** What the org's metadata and its set-up page have selected. */
export interface Selections {
  current(): Selection;
  /** Selects these and no others on the standard channel, as the set-up page does. */
  capture(objects: string[]): void;
}

export function createSelections(store: Store, org: () => Org): Selections {
  const captured: Collection<string> = store.collection('captured entity');
  let read: { schema: Schema; selection: Selection } | undefined;
  return {
    current() {
      const { schema } = org();
      if (read?.schema !== schema) {
        read = { schema, selection: readSelection(org(), captured.values()) };
      }
      return read.selection;
    },
    capture(names) {
      const objects = names.map((name) => {
        const object = org().schema.object(name);
        if (object && !object.event && !object.setup) return object.name;
        throw refuse('INVALID_TYPE', `Changes of ${name} cannot be captured: no such object`);
      });
      const all = new Set([...objects, ...selectedByMetadata(org().catalogue.all())]);
      if (all.size > MOST_ENTITIES) throw refuse('LIMIT_EXCEEDED', tooMany());
      for (const name of captured.values()) captured.delete(name);
      for (const name of objects) captured.set(name, name);
      read = undefined;
    },
  };
}

export function tooMany(): string {
  return `You have exceeded the maximum number of ${MOST_ENTITIES} entities selected for Change Data Capture.`;
}

/** The objects whose changes the org's own metadata selects; packages' selections are not counted. */
export function selectedByMetadata(components: Component[]): Set<string> {
  return new Set(
    components
      .filter(({ type, namespace }) => type === 'PlatformEventChannelMember' && !namespace.prefix)
      .map((component) => objectName(component))
      .filter((name) => !name.endsWith('__e')),
  );
}

/** `Order__ChangeEvent` is about `Order__c`, as the org calls it. */
function objectName(component: Component): string {
  const entity = textIn(elementOf(component), 'selectedEntity');
  const bare = entity.endsWith('__e')
    ? entity
    : entity.replace(/__ChangeEvent$/, '__c').replace(/ChangeEvent$/, '');
  return component.namespace.apiName(bare);
}

function readSelection(org: Org, captured: string[]): Selection {
  const components = org.catalogue.all();
  const channels = new Map<string, string>();
  for (const component of components) {
    if (component.type !== 'PlatformEventChannel') continue;
    const kind = textIn(elementOf(component), 'channelType');
    channels.set(topicOf(kind, channelName(component, component.fullName)), kind);
  }
  const members = components
    .filter(({ type }) => type === 'PlatformEventChannelMember')
    .flatMap((component) => readMember(org, component, channels) ?? []);
  for (const name of captured) {
    const object = org.schema.object(name);
    const known = members.some(
      (member) => member.object === object && member.topics.includes(topicOf('data', STANDARD)),
    );
    if (object && !known) members.push({ object, topics: standardTopics(object), enriched: [] });
  }
  const entities = new Map(
    members.flatMap(({ object, topics }): [string, ObjectType][] =>
      topics.length > 1 ? topics.slice(1).map((topic) => [topic, object]) : [],
    ),
  );
  return {
    members: (object) => members.filter((member) => member.object.name === object.name),
    channel: (topic) => channels.get(topic),
    entity: (topic) => entities.get(topic),
  };
}

function topicOf(kind: string, channel: string): string {
  return `/${kind}/${channel}`;
}

function standardTopics(object: ObjectType): string[] {
  return [topicOf('data', STANDARD), topicOf('data', changeEventName(object))];
}

/** Channels carry the namespace of their package like everything else in it. */
function channelName({ namespace }: Component, name: string): string {
  const isOwn = namespace.prefix && name.endsWith('__chn') && !/^\w+__\w+__chn$/.test(name);
  return isOwn ? `${namespace.prefix}__${name}` : name;
}

function readMember(org: Org, component: Component, channels: Map<string, string>) {
  const element = elementOf(component);
  const object = org.schema.object(objectName(component));
  if (!object) return undefined;
  const name = channelName(component, textIn(element, 'eventChannel'));
  const topics =
    name === STANDARD
      ? standardTopics(object)
      : [...channels.keys()].filter((topic) => topic.endsWith(`/${name}`));
  const expression = textIn(element, 'filterExpression').replace(
    /\b[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*__c\b/g,
    (field) => component.namespace.apiName(field),
  );
  const enriched = childrenOf(element, 'enrichedFields').flatMap((one) =>
    leavesNamed(object, component.namespace.apiName(childOf(one, 'name')?.text ?? '')),
  );
  const filter = expression ? filterOf(org, object, expression) : undefined;
  return { object, topics, enriched, ...(filter && { filter }) };
}

/** A filter that asks for a field which is gone lets nothing through, and writes go on. */
function filterOf(org: Org, object: ObjectType, expression: string): EventFilter {
  try {
    return readFilter(org, object, expression);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { leaves: [], matches: () => false };
  }
}

/** A compound field is enriched with all its parts. */
function leavesNamed(object: ObjectType, name: string): Leaf[] {
  const whole = eventFields(object).find((field) => field.name === name);
  return whole ? leavesOf(whole) : leaves(object).filter(({ field }) => field.name === name);
}
