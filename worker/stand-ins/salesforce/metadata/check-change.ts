import type { Org } from '../org.ts';
import { ownName, parentOf } from '../schema/component.ts';
import { childOf, textIn, type Element } from './element.ts';
import { at, type Incoming, type Problem } from './failure.ts';
import { elementOf, type World } from './world.ts';

/** Types that a field keeps for ever, or never gets later. */
const FIXED = ['Lookup', 'MasterDetail', 'Summary', 'AutoNumber'];

/** What subscribers may change in a package they installed. */
const OF_SUBSCRIBERS = ['Layout', 'ListView'];

/** What a field that exists may not become: the platform does not rewrite what records hold. */
export function checkChange(org: Org, before: World, component: Incoming): Problem[] {
  const { type, fullName, element } = component;
  if (before.find(type, fullName)?.namespace.prefix && !OF_SUBSCRIBERS.includes(type)) {
    const text = `Cannot modify managed object: entity=${type}, component=${fullName}, state=installed`;
    return [at(element, text)];
  }
  if (component.type === 'CustomObject') return checkNameField(org, before, component);
  if (component.type !== 'CustomField') return [];
  const existing = before.find(component.type, component.fullName);
  if (!existing) return checkNew(org, component);
  const now = elementOf(existing);
  const next = component.element;
  const [from, to] = [kindOf(now), kindOf(next)];
  const place = childOf(next, 'type') ?? next;
  if (from !== to) {
    if (from === 'Formula' || to === 'Formula') {
      return [at(place, `Cannot update a field from a ${from} to something else`)];
    }
    const count = filled(org, component);
    if (count > 0) {
      return [at(place, `Cannot change the type from ${from} to ${to}: ${records(count)} in use`)];
    }
    if (FIXED.includes(from) || FIXED.includes(to)) {
      return [at(place, `Cannot update a field from a ${from} to a ${to}`)];
    }
  }
  if (textIn(next, 'unique') === 'true' && textIn(now, 'unique') !== 'true') {
    const twice = repeated(org, component);
    if (twice !== undefined) {
      const name = ownName(component.fullName);
      return [at(childOf(next, 'unique') ?? next, `Cannot make ${name} unique: ${twice}`)];
    }
  }
  const target = childOf(next, 'referenceTo');
  return target && target.text !== textIn(now, 'referenceTo')
    ? [at(target, 'Cannot update referenceTo')]
    : [];
}

function checkNew(org: Org, { element, fullName }: Incoming): Problem[] {
  const object = org.schema.object(parentOf(fullName));
  if (textIn(element, 'type') !== 'MasterDetail' || !object) return [];
  const count = org.database.table(object).all().length;
  const text = `Cannot add a master-detail field to ${object.name}: it has ${records(count)}`;
  return count > 0 ? [at(element, text)] : [];
}

function checkNameField(org: Org, before: World, component: Incoming): Problem[] {
  const existing = before.find(component.type, component.fullName);
  const next = childOf(component.element, 'nameField');
  if (!existing || !next) return [];
  const type = textIn(childOf(elementOf(existing), 'nameField'), 'type');
  const object = org.schema.object(component.fullName);
  const count = object ? org.database.table(object).all().length : 0;
  return type !== textIn(next, 'type') && count > 0
    ? [at(next, `Cannot change the type of the name field: ${records(count)} in use`)]
    : [];
}

function kindOf(field: Element): string {
  return childOf(field, 'formula') ? 'Formula' : textIn(field, 'type');
}

/** How many records, deleted ones included, hold something in the field. */
function filled(org: Org, { fullName }: Incoming): number {
  const object = org.schema.object(parentOf(fullName));
  const field = object && org.schema.field(object, ownName(fullName));
  if (!object || !field) return 0;
  // A checkbox is never empty, so any record keeps its type.
  return org.database
    .table(object)
    .all()
    .filter((row) => (row[field.name] ?? null) !== null).length;
}

/** What stands in the way of a unique index; deleted records do not. */
function repeated(org: Org, component: Incoming): string | undefined {
  const { namespace, fullName, element } = component;
  const object = org.schema.object(namespace.apiName(parentOf(fullName)));
  const name = namespace.apiName(ownName(fullName));
  const seen = new Set<string>();
  for (const row of object ? org.database.table(object).all() : []) {
    const value = row[name];
    if (row.IsDeleted === true || typeof value !== 'string') continue;
    const key = textIn(element, 'caseSensitive') === 'true' ? value : value.toLowerCase();
    if (seen.has(key)) return `more than one record holds '${value}'`;
    seen.add(key);
  }
  return undefined;
}

function records(count: number): string {
  return count === 1 ? '1 record' : `${count} records`;
}
