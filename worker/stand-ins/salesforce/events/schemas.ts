import { createHash } from 'node:crypto';
import type { Collection, Store } from '../../kit/store.ts';
import type { ObjectType } from '../schema/model.ts';
import { changeEventSchema, platformEventSchema, type AvroRecord } from './avro-schema.ts';

/**
 * The schemas of events, told apart by a hash of their text. One that an event was written with
 * stays known, for the event is read with it even after the object has got other fields.
 */
export interface EventSchemas {
  /** The id of the schema an object's events are written with now. */
  idOf(object: ObjectType): string;
  get(id: string): AvroRecord | undefined;
  text(id: string): string | undefined;
}

export function createEventSchemas(store: Store): EventSchemas {
  const texts: Collection<string> = store.collection('event schema');
  const parsed = new Map<string, AvroRecord>();
  const ids = new WeakMap<ObjectType, string>();
  return {
    idOf(object) {
      const known = ids.get(object);
      if (known) return known;
      const schema = object.event ? platformEventSchema(object) : changeEventSchema(object);
      const text = JSON.stringify(schema);
      const id = createHash('md5').update(text).digest('base64url');
      if (texts.get(id) === undefined) texts.set(id, text);
      ids.set(object, id);
      return id;
    },
    get(id) {
      const text = texts.get(id);
      if (text === undefined) return undefined;
      const schema = parsed.get(id) ?? (JSON.parse(text) as AvroRecord);
      parsed.set(id, schema);
      return schema;
    },
    text: (id) => texts.get(id),
  };
}
