import type { Caller, Org } from '../org.ts';
import type { ObjectType } from '../schema/model.ts';
import { leaves } from './event-fields.ts';
import type { EventBody, EventValues } from './event.ts';

/** A stream one can subscribe to, by the name both APIs know it by. */
export interface Topic {
  name: string;
  /** The platform event, or the object whose changes go by it; absent: a channel of several. */
  object?: ObjectType;
}

/** Finds `/data/ContactChangeEvent`, `/event/X__e`, `/data/X__chn`, ...; the case of letters counts. */
export function findTopic(org: Org, name: string): Topic | undefined {
  const selection = org.events.selections.current();
  if (name === '/data/ChangeEvents' || selection.channel(name)) return { name };
  const entity = selection.entity(name);
  if (entity) return { name, object: entity };
  const event = name.startsWith('/event/') ? org.schema.object(name.slice(7)) : undefined;
  return event?.event && name === `/event/${event.name}` ? { name, object: event } : undefined;
}

/** Channels of several objects are open to everybody, and give each what they may see. */
export function maySubscribe({ rights }: Caller, { object }: Topic): boolean {
  if (!object) return true;
  return object.event
    ? rights.may('read', object)
    : rights.may('read', object) && rights.viewsAll(object);
}

export function mayPublish({ rights }: Caller, { object }: Topic): boolean {
  return object?.event !== undefined && rights.may('create', object);
}

/**
 * The event as a subscriber may see it, without the fields that are hidden from that user; undefined
 * when changes of that object are none of the user's business.
 */
export function asSeenBy(org: Org, caller: Caller, event: EventBody): EventBody | undefined {
  const object = org.schema.object(event.object);
  if (!object || !maySubscribe(caller, { name: '', object })) return undefined;
  if (!event.header) return event;
  const shown = leaves(object).filter(({ field }) => caller.rights.canSee(object, field));
  const paths = new Set(shown.map(({ path }) => path));
  const isShown = (path: string): boolean => paths.has(path);
  const values: EventValues = {};
  for (const [name, value] of Object.entries(event.values)) {
    if (typeof value !== 'object' || value === null) {
      if (isShown(name)) values[name] = value;
      continue;
    }
    const parts = Object.entries(value).filter(([part]) => isShown(`${name}.${part}`));
    if (parts.length > 0) values[name] = Object.fromEntries(parts);
  }
  const header = {
    ...event.header,
    nulledFields: event.header.nulledFields.filter(isShown),
    changedFields: event.header.changedFields.filter(isShown),
  };
  return { ...event, header, values };
}
