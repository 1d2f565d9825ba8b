import { randomUUID } from 'node:crypto';
import type { Caller, Org } from '../org.ts';
import { checkValue } from '../records/check-value.ts';
import { wholeSeconds } from '../records/parse-value.ts';
import type { Draft } from '../records/read-body.ts';
import { Refused, refuse, type Refusal } from '../records/refusal.ts';
import type { Row, Value } from '../records/row.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import type { EventValues } from './event.ts';

const LARGEST_BYTES = 1_000_000;

/** Puts a platform event on the bus, and answers it as a record with its Id and EventUuid. Throws Refused. */
export function publish(org: Org, caller: Caller, object: ObjectType, draft: Draft): Row {
  if (!caller.rights.may('create', object)) {
    throw refuse('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []);
  }
  const uuid = randomUUID();
  const values = {
    CreatedDate: wholeSeconds(org.clock.now()),
    CreatedById: caller.userId,
    ...check(object, draft.values),
  };
  if (Buffer.byteLength(JSON.stringify(values)) > LARGEST_BYTES) {
    throw refuse('LIMIT_EXCEEDED', 'The event message is larger than 1 MB', []);
  }
  countPublished(org, 1);
  const send = (): void => void appendEvent(org, object, uuid, values);
  if (object.event?.publishes === 'immediately') send();
  else org.database.afterCommit(send);
  return { Id: org.database.newId(object), EventUuid: uuid };
}

/** Throws LIMIT_EXCEEDED when so many more are not to be published in this hour. */
export function countPublished(org: Org, more: number): void {
  const { publishedPerHour } = org.events.allocations;
  if (publishedPerHour.remaining() < more) {
    throw refuse('LIMIT_EXCEEDED', 'The hourly limit of published platform events is reached', []);
  }
  publishedPerHour.count(more);
}

/** Puts the event on its own topic and on the channels that select it; answers its position. */
export function appendEvent(
  org: Org,
  object: ObjectType,
  uuid: string,
  values: EventValues,
): number {
  const { bus, schemas, selections } = org.events;
  const event = { uuid, schemaId: schemas.idOf(object), object: object.name, values };
  for (const { topics, filter } of selections.current().members(object)) {
    if (filter && !filter.matches({ Id: '', ...values })) continue;
    for (const topic of topics) bus.append(topic, event);
  }
  return bus.append(`/event/${object.name}`, event);
}

/** The values as they are kept. Throws with every reason why they cannot be. */
export function check(object: ObjectType, given: Map<Field, Value>): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const { name, custom, defaultValue = null } of object.fields) {
    if (custom) values[name] = defaultValue;
  }
  const closed = [...given.keys()].filter(({ createable }) => !createable);
  if (closed.length > 0) {
    const names = closed.map(({ name }) => name);
    throw refuse(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of ` +
        'this field and verify that it is read/write for your profile or permission set.',
      names,
    );
  }
  const refusals: Refusal[] = [];
  for (const [field, value] of given) {
    values[field.name] = value;
    try {
      values[field.name] = checkValue(field, value);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusals.push(...error.refusals);
    }
  }
  const missing = object.fields
    .filter(({ required, name }) => required && (values[name] ?? '') === '')
    .map(({ name }) => name);
  if (missing.length > 0) {
    const message = `Required fields are missing: [${missing.join(', ')}]`;
    throw new Refused([{ code: 'REQUIRED_FIELD_MISSING', message, fields: missing }]);
  }
  if (refusals.length > 0) throw new Refused(refusals);
  return values;
}

/** How an answer says that the event was taken; whoever takes any error for a failure errs. */
export function enqueued(object: ObjectType, row: Row) {
  if (!object.event) return [];
  const message = typeof row.EventUuid === 'string' ? row.EventUuid : '';
  return [{ statusCode: 'OPERATION_ENQUEUED', message, fields: [] as string[] }];
}
