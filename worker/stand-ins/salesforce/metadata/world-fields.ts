import type { Surroundings } from '../formula/surroundings.ts';
import { ownName, parentOf, type Component } from '../schema/component.ts';
import { readField } from '../schema/custom-field.ts';
import type { Field } from '../schema/model.ts';
import type { World } from './world.ts';

type Fields = Map<string, Field>;

const known = new WeakMap<World, Map<string, Fields>>();
const read = new WeakMap<Component, Field | null>();

/** What a formula of this component's object can reach once the deploy is through. */
export function surroundingsIn(world: World, { fullName, namespace }: Component): Surroundings {
  return {
    object: namespace.apiName(parentOf(fullName)),
    apiName: (name) => namespace.apiName(name),
    field: (object, name) => fieldsOf(world, object).get(name.toLowerCase()),
    relationship: (object, name) =>
      [...fieldsOf(world, object).values()].find(
        ({ relationshipName = '' }) => relationshipName.toLowerCase() === name.toLowerCase(),
      ),
  };
}

/** All fields of an object, by their names in small letters. */
function fieldsOf(world: World, object: string): Fields {
  const objects = known.get(world) ?? new Map<string, Fields>();
  known.set(world, objects);
  const made = objects.get(object);
  if (made) return made;
  const own = world
    .of('CustomField')
    .filter(({ fullName, namespace }) => namespace.apiName(parentOf(fullName)) === object)
    .flatMap((component) => fieldOf(component) ?? []);
  const all = [...world.platformFields(object), ...own];
  const fields = new Map(all.map((field) => [field.name.toLowerCase(), field]));
  objects.set(object, fields);
  return fields;
}

/** A field that cannot be read has a failure of its own. */
function fieldOf(component: Component): Field | null {
  const before = read.get(component);
  if (before !== undefined) return before;
  let field: Field | null = null;
  try {
    field = readField(component);
  } catch {
    field = null;
  }
  read.set(component, field);
  return field;
}

/** The field that a component declares, as the schema will have it. */
export function declaredField(world: World, component: Component): Field | undefined {
  const { fullName, namespace } = component;
  const object = namespace.apiName(parentOf(fullName));
  return fieldsOf(world, object).get(namespace.apiName(ownName(fullName)).toLowerCase());
}
