import type { Field, ObjectType } from '../schema/model.ts';

/** One value of an event's body, with its place in the body and the field of the record behind it. */
export interface Leaf {
  /** As changedFields spells it: `Email`, or `MailingAddress.City` inside a compound field. */
  path: string;
  /** Inside a compound field: the compound's name and the part's. */
  within?: string;
  name: string;
  field: Field;
}

/** A field of an event's body: a value of its own, or several parts under one name. */
export interface EventField {
  name: string;
  /** The plain value; absent when there is only a compound. */
  leaf?: Leaf;
  compound?: { type: 'PersonName' | 'Switchable_PersonName' | 'Address'; parts: Leaf[] };
}

/** What changes of records do not tell: ids stand in the header, and formulas cause no change. */
const UNTOLD = ['Id', 'IsDeleted', 'SystemModstamp', 'MasterRecordId', 'LastActivityDate'];
const NAME_PARTS = ['Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix'];

const known = new WeakMap<ObjectType, EventField[]>();

/** The body of an object's change events, in the order of the object's fields. */
export function eventFields(object: ObjectType): EventField[] {
  const before = known.get(object);
  if (before) return before;
  const fields = describe(object);
  known.set(object, fields);
  return fields;
}

export function leavesOf(field: EventField): Leaf[] {
  return [...(field.leaf ? [field.leaf] : []), ...(field.compound?.parts ?? [])];
}

/** All values of the object's change events. */
export function leaves(object: ObjectType): Leaf[] {
  return eventFields(object).flatMap(leavesOf);
}

function describe(object: ObjectType): EventField[] {
  const byName = new Map<string, EventField>();
  const entry = (name: string): EventField => {
    const field = byName.get(name) ?? { name };
    byName.set(name, field);
    return field;
  };
  const isPerson = object.fields.some(({ name }) => name === 'LastName');
  for (const field of object.fields) {
    if (UNTOLD.includes(field.name) || field.calculated) continue;
    const place = placeOf(field, isPerson);
    if (place) {
      const compound = entry(place.within);
      compound.compound ??= { type: compoundType(object, place.within), parts: [] };
      const path = `${place.within}.${place.part}`;
      compound.compound.parts.push({ path, within: place.within, name: place.part, field });
    } else if (!isPerson || field.name !== 'Name' || object.name === 'Account') {
      entry(field.name).leaf = { path: field.name, name: field.name, field };
    }
  }
  return [...byName.values()];
}

/** Where a field stands when it is part of a name or of an address. */
function placeOf(field: Field, isPerson: boolean): { within: string; part: string } | undefined {
  if (isPerson && NAME_PARTS.includes(field.name)) return { within: 'Name', part: field.name };
  const guard = field.guardedBy ?? '';
  const prefix = guard.replace(/Address$/, '');
  if (!guard.endsWith('Address') || field.name === guard || !field.name.startsWith(prefix)) {
    return undefined;
  }
  return { within: guard, part: field.name.slice(prefix.length) };
}

function compoundType(object: ObjectType, name: string) {
  if (name !== 'Name') return 'Address';
  return object.name === 'Account' ? 'Switchable_PersonName' : 'PersonName';
}

/** `Order__c` changes as `Order__ChangeEvent`, `Contact` as `ContactChangeEvent`. */
export function changeEventName({ name }: ObjectType): string {
  return `${name.replace(/__c$/, '__')}ChangeEvent`;
}
