import { randomUUID } from 'node:crypto';
import type { Org } from '../org.ts';
import type { Actor, PlacedChange } from '../records/commits.ts';
import type { Row } from '../records/row.ts';
import type { ObjectType } from '../schema/model.ts';
import { addFilled, bodyOf, type ChangeBody } from './body.ts';
import type { ChangeEventHeader, EventBody } from './event.ts';
import type { Member } from './selection.ts';

/** Changes in one transaction that are told one by one; a changed field counts as a change. */
const MOST_CHANGES = 100_000;
const LARGEST_BYTES = 1_000_000;
/** What stands for the records that an overflow does not name. */
const NO_ID = '000000000000000AAA';

interface Told {
  object: ObjectType;
  row: Row;
  place: number;
  body: ChangeBody;
}

/** Puts what a transaction changed on the channels on which its objects are selected. */
export function capture(org: Org, actor: Actor, changes: PlacedChange[]): void {
  const selection = org.events.selections.current();
  const { told, overflowed } = weigh(netChanges(changes));
  const common = commonHeader(org, actor);
  const gaps = new Map(
    [...new Set([...told.map(({ object }) => object), ...overflowed])].map((object) => [
      object,
      org.events.gaps.take(object.name),
    ]),
  );
  const due: { topic: string; event: EventBody }[] = [];
  for (const object of gaps.keys()) {
    const own = told.filter((one) => one.object === object);
    const gap = gaps.get(object);
    for (const member of selection.members(object)) {
      const bodies = gap
        ? gapEvents(common, object, own, gap === 'overflow')
        : events(common, member, own);
      if (overflowed.has(object) && gap !== 'overflow') bodies.push(overflow(common, object));
      const schemaId = org.events.schemas.idOf(object);
      for (const topic of member.topics) {
        due.push(...bodies.map((body) => ({ topic, event: { ...body, schemaId } })));
      }
    }
  }
  // A channel of several objects tells of a transaction in the order of its changes.
  due.sort((one, other) => sequenceOf(one.event) - sequenceOf(other.event));
  for (const { topic, event } of due) org.events.bus.append(topic, event);
}

function sequenceOf({ header }: EventBody): number {
  return header?.sequenceNumber ?? 0;
}

/** Each record once, as it was before the transaction and as it is after it. */
function netChanges(changes: PlacedChange[]): Told[] {
  const byRecord = new Map<string, PlacedChange>();
  for (const change of changes) {
    const first = byRecord.get(change.after.Id);
    byRecord.set(change.after.Id, first ? { ...first, after: change.after } : change);
  }
  return [...byRecord.values()].flatMap(({ object, before, after, place }) => {
    const body = bodyOf(object, before, after);
    return body ? [{ object, row: after, place, body }] : [];
  });
}

function weigh(all: Told[]): { told: Told[]; overflowed: Set<ObjectType> } {
  const overflowed = new Set<ObjectType>();
  let weight = 0;
  const told = all.filter(({ object, body }) => {
    weight += body.type === 'UPDATE' ? body.changed.length : 1;
    if (weight > MOST_CHANGES) overflowed.add(object);
    return weight <= MOST_CHANGES;
  });
  return { told, overflowed };
}

type CommonHeader = Omit<ChangeEventHeader, 'entityName' | 'recordIds' | 'changeType'>;
type Unaddressed = Omit<EventBody, 'schemaId'>;

function commonHeader(org: Org, actor: Actor): CommonHeader {
  return {
    changeOrigin: actor.origin,
    transactionKey: randomUUID(),
    sequenceNumber: 1,
    commitTimestamp: Math.floor(org.clock.now().getTime() / 1000) * 1000,
    commitNumber: org.events.nextCommitNumber(),
    commitUser: actor.userId,
    nulledFields: [],
    diffFields: [],
    changedFields: [],
  };
}

/** The events of one member; what changed alike in several records is one event. */
function events(common: CommonHeader, member: Member, all: Told[]): Unaddressed[] {
  const byContent = new Map<string, Unaddressed>();
  for (const { object, row, place, body } of all) {
    const header: ChangeEventHeader = {
      ...common,
      entityName: object.name,
      recordIds: [row.Id],
      changeType: body.type,
      sequenceNumber: place,
      nulledFields: body.nulled,
      changedFields: body.changed,
    };
    if (member.filter && !member.filter.matches(row, header)) continue;
    const values = { ...body.values };
    if (body.type === 'UPDATE' || body.type === 'DELETE') addFilled(values, member.enriched, row);
    if (member.filter) addFilled(values, member.filter.leaves, row);
    const content = JSON.stringify([body.type, values, body.changed, body.nulled]);
    const same = byContent.get(content);
    if (same?.header) same.header.recordIds.push(row.Id);
    else byContent.set(content, { uuid: randomUUID(), object: object.name, header, values });
  }
  return [...byContent].map(([content, event]) =>
    Buffer.byteLength(content) > LARGEST_BYTES ? asGap(event) : event,
  );
}

function asGap(event: Unaddressed): Unaddressed {
  if (!event.header) return event;
  const header = {
    ...event.header,
    changeType: `GAP_${event.header.changeType}`,
    nulledFields: [],
    changedFields: [],
  };
  return { ...event, header, values: {} };
}

/** One event for each kind of change, without what changed. */
function gapEvents(
  common: CommonHeader,
  object: ObjectType,
  all: Told[],
  overflows: boolean,
): Unaddressed[] {
  if (overflows) return [overflow(common, object)];
  const byType = new Map<string, string[]>();
  for (const { row, body } of all) {
    byType.set(body.type, [...(byType.get(body.type) ?? []), row.Id]);
  }
  return [...byType].map(([type, ids]) => headerOnly(common, object, `GAP_${type}`, ids));
}

function overflow(common: CommonHeader, object: ObjectType): Unaddressed {
  return headerOnly(common, object, 'GAP_OVERFLOW', [NO_ID]);
}

function headerOnly(
  common: CommonHeader,
  object: ObjectType,
  changeType: string,
  recordIds: string[],
): Unaddressed {
  const header = { ...common, entityName: object.name, recordIds, changeType };
  return { uuid: randomUUID(), object: object.name, header, values: {} };
}
