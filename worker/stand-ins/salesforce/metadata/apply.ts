import type { Org } from '../org.ts';
import { keyOf } from '../schema/catalogue.ts';
import { ownName, parentOf, type Component } from '../schema/component.ts';
import type { Incoming } from './failure.ts';

interface Changes {
  doomed: Component[];
  rewritten: Component[];
}

/** Writes the catalogue, and takes from the records what the new schema has no place for. */
export function applyChanges(org: Org, sound: Incoming[], { doomed, rewritten }: Changes): void {
  const before = new Set(org.catalogue.all().map(keyOf));
  for (const component of doomed) {
    emptyOut(org, component);
    org.catalogue.remove(component);
  }
  const replaced = new Set(sound.map(keyOf));
  for (const component of rewritten) {
    if (!replaced.has(keyOf(component))) org.catalogue.put(component);
  }
  for (const component of sound) org.catalogue.put(component);
  for (const component of [...sound, ...rewritten]) org.deployments.stamp(component);
  org.reload();
  for (const component of sound) if (!before.has(keyOf(component))) fillIn(org, component);
}

function emptyOut(org: Org, component: Component): void {
  const { type } = component;
  const fullName = component.namespace.apiName(component.fullName);
  const object = org.schema.object(parentOf(fullName));
  if (!object) return;
  const table = org.database.table(object);
  if (type === 'CustomObject') for (const { Id } of table.all()) table.remove(Id);
  if (type !== 'CustomField') return;
  const name = ownName(fullName);
  for (const row of table.all()) {
    const rest = Object.entries(row).filter(([field]) => field !== name);
    table.put({ ...Object.fromEntries(rest), Id: row.Id });
  }
}

/** A new checkbox is not empty in the records that were there before it. */
function fillIn(org: Org, component: Component): void {
  const { type } = component;
  const fullName = component.namespace.apiName(component.fullName);
  const object = org.schema.object(parentOf(fullName));
  const field = object && org.schema.field(object, ownName(fullName));
  if (type !== 'CustomField' || !object || field?.type !== 'boolean') return;
  const table = org.database.table(object);
  for (const row of table.all()) table.put({ ...row, [field.name]: field.defaultValue === true });
}
